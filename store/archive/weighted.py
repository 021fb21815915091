"""An archive's passages scored for one question: by its words alone, or with those near to them in meaning."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from store import bm25
from store.archive.best import Ids, Posting, Scores, best, exact
from store.searching.query import Query
from store.searching.widening import top, widened


class Postings(Protocol):
    """What holds a posting for every term that is in it."""

    @property
    def size(self) -> int:
        """How many passages there are."""

    def holds(self, term: str) -> bool:
        """Tell whether there is a term."""

    def posting(self, term: str, idf: float | None = None) -> Posting:
        """Return a term's posting."""


class Plain:
    """Passages by the question's own words: none is looked at that cannot be among the best."""

    def __init__(self, postings: Postings, query: Query, idf: Mapping[str, float]) -> None:
        """`idf` is what each term tells."""
        self._size = postings.size
        self._postings = [postings.posting(term, idf[term]) for term in query.index_terms if postings.holds(term)]

    def top(self, n: int) -> Ids:
        """Return the best passages, at most n."""
        return best(self._postings, n, self._size)[0]

    def of(self, ids: Ids) -> Scores:
        """Return the scores of some passages."""
        return exact(self._postings, ids)


class Widened:
    """Passages by the question's words, and by those that can stand in for them: all that hold one are scored."""

    def __init__(self, postings: Postings, query: Query, idf: Mapping[str, float], by_near: float) -> None:
        """`idf` is what each term tells, `by_near` the share that the nearest to a word add."""
        self._index, self._query = _Weighted(postings, idf), query
        self._scores = widened(self._index, query, by_near)

    def top(self, n: int) -> Ids:
        """Return the best passages, at most n."""
        return top(self._index, self._query, self._scores, n)

    def of(self, ids: Ids) -> Scores:
        """Return the scores of some passages."""
        return self._scores[ids]


class _Weighted:
    """Postings with their weights reckoned, as an index of one episode has them."""

    def __init__(self, postings: Postings, idf: Mapping[str, float]) -> None:
        self._postings, self._idf = postings, idf
        self._reckoned: dict[str, bm25.Posting] = {}
        self.size = postings.size

    def posting(self, term: str) -> bm25.Posting:
        if term not in self._reckoned:
            self._reckoned[term] = self._weighted(term)
        return self._reckoned[term]

    def _weighted(self, term: str) -> bm25.Posting:
        if not self._postings.holds(term):
            return bm25.NOWHERE
        posting = self._postings.posting(term, self._idf[term])
        return bm25.Posting(posting.documents.astype(np.int64), posting.at(slice(None)))

    def scores(self, query: Sequence[str]) -> Scores:
        scores = np.zeros(self.size)
        for posting in map(self.posting, query):
            scores[posting.documents] += posting.weights
        return scores
