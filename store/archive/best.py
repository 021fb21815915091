"""The best documents of an index, without looking at all that hold a word of the query.

Terms are taken from the rarest on. As soon as all that are left could not together lift a new document among the n
best, the common ones are only looked up for the documents in hand: the same best, with the same scores.

Source: Turtle and Flood, Query evaluation: strategies and optimizations (1995), whose MaxScore this is, taken a term
at a time so that numpy does the work.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from store.bm25 import floor

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]

# Shorter postings are added up without asking whether that is needed: that would take longer.
LONG = 20_000
# How many times as long it takes to look a document up in a posting as to add one.
DEARER = 20
# What sums of the same weights in another order may differ by, and more.
SLACK = 1e-9


class Posting(Protocol):
    """A term's documents, ascending, what the term adds to the score of each, and the most that it adds to any."""

    @property
    def documents(self) -> NDArray[np.signedinteger]:
        """The documents."""

    @property
    def most(self) -> float:
        """The greatest weight, or more."""

    def at(self, places: Ids | slice) -> Scores:
        """Return the weights at some places of `documents`."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A posting, and how often the query repeats its term."""

    posting: Posting
    times: int

    @property
    def most(self) -> float:
        """The most that the query gains by it."""
        return self.times * self.posting.most


def best(postings: Sequence[Posting], n: int, size: int) -> tuple[Ids, Scores]:
    """Return at most n documents that stand in any of the postings, by score, then by lower id, and their scores.

    The postings are the query's, in its order, one as often as the query repeats it; `size` counts all documents.
    """
    if n <= 0 or not postings:
        return np.empty(0, np.int64), np.empty(0)
    terms = sorted(_counted(postings), key=lambda one: len(one.posting.documents))
    # A term that takes away from a score spoils the reckoning with what is left.
    prune = all(term.most > 0 for term in terms)
    ids = _candidates(terms, n, size) if prune else _all(terms, size)
    scores = exact(postings, ids)
    chosen = np.lexsort((ids, -scores))[:n]
    return ids[chosen], scores[chosen]


def exact(postings: Sequence[Posting], ids: Ids) -> Scores:
    """Add up the scores of some documents, in the query's order: to the last bit as if all were added up."""
    scores = np.zeros(len(ids))
    for posting in postings:
        _look_up(posting, ids, scores)
    return scores


def _counted(postings: Sequence[Posting]) -> list[_Term]:
    """Take each term once, with how often the query repeats it."""
    counts = Counter(map(id, postings))
    return [_Term(posting, counts[key]) for key, posting in {id(one): one for one in postings}.items()]


def _all(terms: Sequence[_Term], size: int) -> Ids:
    """Return all documents that hold a term."""
    held = np.zeros(size, np.bool_)
    for term in terms:
        held[term.posting.documents] = True
    return np.flatnonzero(held)


def _candidates(terms: Sequence[_Term], n: int, size: int) -> Ids:
    """Return documents among which the n best are: few more than n, but for many of equal score."""
    left, sums = sum(term.most for term in terms), np.zeros(size)
    for at, term in enumerate(terms):
        if at and len(term.posting.documents) > LONG and left < (least := floor(sums, n) - SLACK):
            ids = np.flatnonzero(sums >= least - left)
            if len(ids) * DEARER < len(term.posting.documents):
                return _narrowed(terms[at:], ids, sums[ids], n)
        np.add.at(sums, term.posting.documents, term.times * term.posting.at(slice(None)))
        left -= term.most
    return np.flatnonzero(sums >= max(floor(sums, n) - SLACK, np.finfo(np.float64).tiny))


def _narrowed(terms: Sequence[_Term], ids: Ids, sums: Scores, n: int) -> Ids:
    """Drop, before each of the common terms, the documents that all of those left cannot lift among the n best."""
    left = sum(term.most for term in terms)
    for term in terms:
        kept = sums + left >= _nth(sums, n) - SLACK
        ids, sums = ids[kept], sums[kept]
        _look_up(term.posting, ids, sums, term.times)
        left -= term.most
    return _at_least(ids, sums, _nth(sums, n))


def _look_up(posting: Posting, ids: Ids, sums: Scores, times: int = 1) -> None:
    """Add a term's weights to the sums of the documents that hold it."""
    documents = posting.documents
    places = np.searchsorted(documents, ids)
    inside = np.flatnonzero(places < len(documents))
    held = inside[documents[places[inside]] == ids[inside]]
    sums[held] += times * posting.at(places[held])


def _nth(sums: Scores, n: int) -> float:
    """Return the n-th greatest; minus infinity where there are fewer."""
    return float(np.partition(sums, len(sums) - n)[len(sums) - n]) if n <= len(sums) else float("-inf")


def _at_least(ids: Ids, sums: Scores, floor: float) -> Ids:
    return ids[sums >= floor - SLACK]
