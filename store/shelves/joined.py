"""Search in what a server sees: the configured episodes, indexed once for all servers, and those of its own.

Each part keeps its index. A term tells what it tells in both together, so that their scores can be compared; a
passage's length is held against the mean of its own part.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from math import log

import numpy as np

from store.archive.archive import EPSILON, Archive
from store.question import EpisodeFacts, Quote, Span
from store.searching.collection import Collection
from store.searching.finding import Ranked
from store.searching.query import INDEXED, UNINDEXED, Query, Strictness
from store.searching.vocabulary import Vocabularies, Vocabulary


class Joined(Collection):
    """Two archives as one. What the second has an edition of its own of is hidden in the first."""

    def __init__(self, configured: Archive, own: Archive) -> None:
        """`own` has at least one episode."""
        self._configured, self._own = configured, own
        replaced = {facts.id for facts in own.facts}
        shown = [facts for facts in configured.facts if facts.id not in replaced]
        self.facts = (*shown, *own.facts)
        numbers = {number for number, facts in enumerate(configured.facts) if facts.id in replaced}
        self._hidden = configured.passages_of(numbers)
        # A span of the second part counts on from the last of the first.
        self._base = configured.text.end

    @property
    def speakers(self) -> Sequence[str]:
        """Everybody who speaks in any episode that is seen."""
        return tuple(dict.fromkeys(name for facts in self.facts for name in facts.speakers))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of all episodes."""
        return Vocabularies(self._configured.vocabulary, self._own.vocabulary)

    @property
    def strictness(self) -> Strictness:
        """How much an answer has to hold: more where either part has an editor's index."""
        return INDEXED if INDEXED in (self._configured.strictness, self._own.strictness) else UNINDEXED

    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""
        idf = {term: self._weight(term) for term in query.wanted}
        shared = self._configured.ranked(query, speaker, idf, self._hidden)
        own = (replace(one, span=_moved(one.span, self._base)) for one in self._own.ranked(query, speaker, idf))
        return sorted([*shared, *own], key=lambda one: (-one.score, one.span.start))

    def terms_of(self, span: Span) -> list[str]:
        """Return the index terms of whole sentences, in order."""
        if span.start < self._base:
            return self._configured.terms_of(span)
        return self._own.terms_of(_moved(span, -self._base))

    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""
        if ranked.span.start < self._base:
            return self._configured.cut(ranked, query)
        there = replace(ranked, span=_moved(ranked.span, -self._base))
        return _moved(self._own.cut(there, query), self._base)

    def quote(self, span: Span, score: float) -> Quote:
        """Return what is said in a run of sentences."""
        if span.start < self._base:
            return self._configured.quote(span, score)
        return self._own.quote(_moved(span, -self._base), score)

    def source_at(self, offset: int) -> EpisodeFacts:
        """Return the episode that holds a character."""
        if offset < self._base:
            return self._configured.source_at(offset)
        return self._own.source_at(offset - self._base)

    @property
    def size(self) -> int:
        """How many passages are seen."""
        return self._configured.size - len(self._hidden) + self._own.size

    def _weight(self, term: str) -> float:
        """Return what a term tells in all episodes that are seen."""
        size = self.size
        held = self._configured.holding(term, self._hidden) + self._own.holding(term, np.empty(0, np.int64))
        if not held:
            return 0.0
        idf = log(size - held + 0.5) - log(held + 0.5)
        return idf if idf >= 0 else EPSILON * (self._configured.mean_weight or self._own.mean_weight)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
