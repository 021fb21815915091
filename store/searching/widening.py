"""BM25 with words near to a question's own in meaning: for one that a document lacks, the nearest there stands in."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from store.bm25 import Ids, Posting, Scores, best
from store.searching.query import Query, Term


class Index(Protocol):
    """Documents, and the weights that each term gives to them."""

    @property
    def size(self) -> int:
        """How many documents there are."""

    def posting(self, term: str) -> Posting:
        """Return a term's documents and weights; none for a term that no document holds."""

    def scores(self, query: Sequence[str]) -> Scores:
        """Return one score a document."""


def widened(index: Index, query: Query, by_near: float) -> Scores:
    """Return one score a document. Of a word's nearest in meaning `by_near`, at the most, counts, from 0 to 1."""
    scores = index.scores(query.index_terms)
    for term in query.distinct:
        if term.near:
            scores += _gain(index, term, by_near)
    return scores


def top(index: Index, query: Query, scores: Scores, n: int) -> Ids:
    """Return at most n documents that hold a word of a question or one near to it, by score, then by lower id."""
    return best(map(index.posting, query.wanted), scores, n)


def _gain(index: Index, term: Term, by_near: float) -> Scores:
    """Return what each document gains by the best of a term's nearest, beyond what it has by the term itself."""
    gain = np.zeros(index.size)
    for other, nearness in term.near:
        posting = index.posting(other)
        at = posting.documents
        gain[at] = np.maximum(gain[at], by_near * nearness * posting.weights)
    own = index.posting(term.term)
    # A word so common that it tells against a document is no reason to give it more.
    gain[own.documents] -= np.maximum(own.weights, 0.0)
    return np.maximum(gain, 0.0)
