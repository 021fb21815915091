"""Search in all episodes at once, over what was compiled of them: laid end to end, they are read as one."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from store.archive.assembly import K1, saturation
from store.archive.cache import Array, Stored
from store.archive.compiled import facts_from
from store.archive.pages import Pages
from store.archive.weighted import Plain, Widened
from store.bm25 import Bm25Index
from store.question import EpisodeFacts, Quote, Span
from store.search import CANDIDATES, ENTRIES, SCORED_BY_NEAR
from store.searching.collection import Collection
from store.searching.finding import Candidate, Ranked
from store.searching.query import INDEXED, UNINDEXED, Query, Strictness
from store.searching.topics import Entry, Pointer, pointed
from store.searching.trimming import trimmed
from store.searching.vocabulary import Vocabulary
from store.speech.speakers import called

# How many passages are looked at where only one person's count.
SPOKEN_BY = 2_000
# A term that more than half of all passages hold weighs this share of the average, as rank-bm25 has it.
EPSILON = 0.25


@dataclass(frozen=True, slots=True)
class Posting:
    """A term's passages and how often each holds it; weights are reckoned for those that are asked for."""

    documents: Array
    counts: Array
    lengths: Array
    idf: float
    most: float

    def at(self, places: Array | slice) -> Array:
        """Return the weights at some places of `documents`."""
        often = self.counts[places].astype(np.float64)
        weights: Array = self.idf * (often * (K1 + 1) / (often + self.lengths[self.documents[places]]))
        return weights


class Archive(Collection):
    """The passages of all episodes."""

    def __init__(self, stored: Stored) -> None:
        """Take what `assemble` has made."""
        self._said, self._arrays = stored.said, stored.arrays
        self.facts = tuple(facts_from(facts) for facts in self._said["facts"])
        self._numbers = {term: number for number, term in enumerate(self._said["terms"])}
        lengths = self._arrays["lengths"]
        self._lengths = saturation(lengths, float(lengths.mean()) if len(lengths) else 0.0)
        self._idf, self.mean_weight = _idf(np.diff(self._arrays["posting_ends"], prepend=0), len(self._lengths))
        self.text = Pages(stored, self.facts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of all episodes."""
        counts = dict(zip(self._said["words"], self._said["counts"], strict=True))
        return Vocabulary(counts, self._said["names"], self._said["spellings"])

    @property
    def speakers(self) -> Sequence[str]:
        """Everybody who speaks in any episode."""
        speakers: Sequence[str] = self._said["speakers"]
        return speakers

    @property
    def strictness(self) -> Strictness:
        """How much an answer has to hold: more where an editor's index has the other words that people use."""
        return INDEXED if self._said["topics"] else UNINDEXED

    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""
        return self.ranked(query, speaker, {term: self.weight(term) for term in query.wanted})

    def ranked(
        self, query: Query, speaker: str | None, idf: Mapping[str, float], hidden: Array | None = None
    ) -> list[Ranked]:
        """Weigh every candidate by what each term tells, best first, but those `hidden`: passages, ascending."""
        hidden = np.empty(0, np.int64) if hidden is None else hidden
        pointers = {at: pointers for at, pointers in self._pointers(query).items() if at not in hidden}
        most = SPOKEN_BY if speaker else CANDIDATES
        scorer = Widened(self, query, idf, SCORED_BY_NEAR) if query.is_widened else Plain(self, query, idf)
        ids = scorer.top(most + len(hidden))
        ids = ids[~np.isin(ids, hidden)][:most]
        chosen = self._by(speaker, ids, list(pointers)) if speaker else np.union1d(ids, list(pointers))
        chosen = chosen.astype(np.int64)
        scores = scorer.of(chosen)
        asked = {self._numbers[term]: term for term in query.wanted if term in self._numbers}
        candidates = self._candidates(chosen, pointers, asked)
        ranked = [one.weigh(score, query, idf) for one, score in zip(candidates, scores.tolist(), strict=True)]
        return sorted(ranked, key=lambda one: (-one.score, one.span.start))

    def terms_of(self, span: Span) -> list[str]:
        """Return the index terms of whole sentences, in order."""
        return self.text.terms(*self.text.rows(span))

    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""
        return trimmed(self.text, ranked.span, ranked.pointer.span if ranked.pointer else None, query)

    @cached_property
    def _topics(self) -> Bm25Index:
        return Bm25Index([terms for terms, _ in self._said["topics"]])

    def _pointers(self, query: Query) -> dict[int, list[Pointer]]:
        """Return, for each passage that the best entries of all editors' indexes point at, the pointers to it."""
        return pointed(self._topics, self._entry, query, ENTRIES)

    def _entry(self, number: int) -> Entry:
        terms, places = self._said["topics"][number]
        return Entry(frozenset(terms), tuple((Span(start, end), tuple(within)) for start, end, within in places))

    def _by(self, speaker: str, ids: Array, pointed: list[int]) -> Array:
        """Return the first of the passages, and all that are pointed at, that are said by people of a name."""
        numbers = [self.speakers.index(name) for name in called(speaker, self.speakers)]
        best_ids, others = (
            at[np.isin(self._arrays["speaker"][self._arrays["first"][at]], numbers)]
            for at in (ids, np.array(pointed, np.int64))
        )
        return np.union1d(best_ids[:CANDIDATES], others)

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self._lengths)

    def passages_of(self, episodes: AbstractSet[int]) -> Array:
        """Return the passages of the episodes of these numbers, ascending."""
        numbers = self.text.episodes_at(self.text.starts[self._arrays["first"].astype(np.int64)])
        return np.flatnonzero(np.isin(numbers, list(episodes)))

    def holds(self, term: str) -> bool:
        """Tell whether any episode has a term."""
        return term in self._numbers

    def holding(self, term: str, hidden: Array) -> int:
        """Count the passages that hold a term and are not `hidden`."""
        if term not in self._numbers:
            return 0
        documents = self.posting(term).documents
        return len(documents) - int(np.isin(documents, hidden).sum())

    def weight(self, term: str) -> float:
        """Return what a term tells; 0 for one that no episode has."""
        return float(self._idf[self._numbers[term]]) if term in self._numbers else 0.0

    def posting(self, term: str, idf: float | None = None) -> Posting:
        """Return the passages that hold a term, which tells as much as it does here, or `idf`.

        Raises KeyError for one that no episode has.
        """
        number = self._numbers[term]
        end, start = self._arrays["posting_ends"][number], self._arrays["posting_ends"][number - 1] if number else 0
        idf = float(self._idf[number]) if idf is None else idf
        return Posting(
            self._arrays["passages"][start:end],
            self._arrays["counts"][start:end],
            self._lengths,
            idf,
            idf * float(self._arrays["most"][number]),
        )

    def _candidates(
        self, chosen: Array, pointers: Mapping[int, Sequence[Pointer]], asked: Mapping[int, str]
    ) -> Iterator[Candidate]:
        """Tell of passages what a question wants to know: of all terms, only those that are asked for."""
        first, last = self._arrays["first"][chosen], self._arrays["last"][chosen]
        places: list[dict[str, list[int]]] = [{} for _ in chosen]
        for row, place, number in self.text.occurrences(first, last, list(asked)):
            places[row].setdefault(asked[number], []).append(place)
        for at, span, its in zip(chosen.tolist(), self.text.spans(first, last), places, strict=True):
            yield Candidate(span, its, pointers.get(at, ()))

    def quote(self, span: Span, score: float) -> Quote:
        """Return what is said in a run of sentences."""
        return self.text.quote(span, score)

    def source_at(self, offset: int) -> EpisodeFacts:
        """Return the episode that holds a character."""
        return self.facts[self.text.episode_at(offset)]


def _idf(held: Array, size: int) -> tuple[Array, float]:
    """Return what each term tells, and the mean; `held` counts the passages that hold it."""
    idf: Array = np.log(size - held + 0.5) - np.log(held + 0.5)
    said = held > 0  # announcements have words of their own, which are not indexed
    mean = float(idf[said].mean()) if said.any() else 0.0
    return np.where(said, np.where(idf < 0, EPSILON * mean, idf), 0.0), mean
