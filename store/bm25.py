"""BM25 Okapi exactly as rank-bm25 scores it, laid out as postings.

rank-bm25 goes through every document for every term of a query. Its weights do not depend on the query, so here they
are computed once: for each term, the documents that hold it and what each gains by it. A query then touches its own
terms only.

Source: Trotman et al., Improvements to BM25 and Language Models Examined (2014), as rank-bm25 0.2.2 has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]
# How many documents are put up against one another to find a floor for the best.
PART = 64


@dataclass(frozen=True, slots=True)
class Posting:
    """A term's documents, ascending, and the weight that the term gives to each."""

    documents: Ids
    weights: Scores


NOWHERE = Posting(np.empty(0, np.int64), np.empty(0, np.float64))


class Bm25Index:
    """An index over documents, each a sequence of terms. Documents are known by their position."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        """Compute the weights. With no documents, or only empty ones, all scores are 0."""
        self.size = len(documents)
        self.idf: dict[str, float] = {}
        self._postings: dict[str, Posting] = {}
        if any(documents):
            self._compile(BM25Okapi(documents))

    def _compile(self, okapi: BM25Okapi) -> None:
        self.idf = okapi.idf
        length = okapi.k1 * (1 - okapi.b + okapi.b * np.asarray(okapi.doc_len) / okapi.avgdl)
        found: dict[str, tuple[list[int], list[int]]] = {term: ([], []) for term in okapi.idf}
        for document, frequencies in enumerate(okapi.doc_freqs):
            for term, frequency in frequencies.items():
                found[term][0].append(document)
                found[term][1].append(frequency)
        for term, (documents, frequencies) in found.items():
            at, often = np.asarray(documents, np.int64), np.asarray(frequencies, np.float64)
            weights = okapi.idf[term] * (often * (okapi.k1 + 1) / (often + length[at]))
            self._postings[term] = Posting(at, weights)

    def __contains__(self, term: str) -> bool:
        """Tell whether any document holds a term."""
        return term in self._postings

    def posting(self, term: str) -> Posting:
        """Return a term's postings; empty ones for a term that no document holds."""
        return self._postings.get(term, NOWHERE)

    def scores(self, query: Sequence[str]) -> Scores:
        """Return one score a document. A term counts as often as the query repeats it."""
        scores = np.zeros(self.size)
        for term in query:
            posting = self.posting(term)
            # Faster than scores[...] += ..., and the same: a posting names each document once.
            np.add.at(scores, posting.documents, posting.weights)
        return scores

    def top(self, query: Sequence[str], n: int) -> tuple[Ids, Scores]:
        """Return at most n documents that hold a term of the query, by score, then by lower id, and their scores."""
        scores = self.scores(query)
        chosen = best(map(self.posting, set(query)), scores, n)
        return chosen, scores[chosen]


def best(postings: Iterable[Posting], scores: Scores, n: int) -> Ids:
    """Return at most n documents that stand in any of the postings, by score, then by lower id."""
    candidates = _candidates(postings, scores, n)
    return _best(candidates, scores[candidates], n)


def _candidates(postings: Iterable[Posting], scores: Scores, n: int) -> Ids:
    """Return documents that stand in any of the postings, ascending, with the n best among them."""
    least = floor(scores, n)
    if least > 0:  # what scores more than 0 stands in one
        return np.flatnonzero(scores >= least)
    held = np.zeros(len(scores), np.bool_)
    for posting in postings:
        held[posting.documents] = True
    return np.flatnonzero(held)


def floor(scores: Scores, n: int) -> float:
    """Return a score that n documents reach or exceed: the n-th greatest of the maxima of many equal parts; else 0."""
    parts = len(scores) // PART
    if not 0 < n <= parts:
        return 0.0
    maxima = scores[: PART * parts].reshape(PART, parts).max(axis=0)
    return float(np.partition(maxima, parts - n)[parts - n])


def _best(ids: Ids, scores: Scores, n: int) -> Ids:
    """Select the n best of ascending ids without sorting all of them; of equal scores the lower ids."""
    if n <= 0 or not len(ids):
        return ids[:0]
    if n < len(ids):
        least = np.partition(scores, len(scores) - n)[len(scores) - n]
        above = np.flatnonzero(scores > least)
        level = np.flatnonzero(scores == least)[: n - len(above)]
        kept = np.concatenate([above, level])
        ids, scores = ids[kept], scores[kept]
    return ids[np.lexsort((ids, -scores))]
