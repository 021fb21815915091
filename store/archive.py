"""Search in all episodes at once, over what was compiled of them: laid end to end, they are read as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from store.assembly import K1, saturation
from store.best import best, exact
from store.bm25 import Bm25Index
from store.cache import Array, Stored
from store.compiled import NOBODY, facts_from
from store.errors import SpeakerUnknownError
from store.finding import Candidate, Finder, Ranked, positions
from store.pages import Pages
from store.query import Query, parse
from store.question import FindQuote, Quote, QuoteAnswer, Span
from store.search import CANDIDATES, ENTRIES
from store.speakers import called
from store.topics import Pointer
from store.trimming import trimmed
from store.vocabulary import Vocabulary
from store.words import plain, words

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


class Archive(Finder):
    """The passages of all episodes."""

    def __init__(self, stored: Stored) -> None:
        """Take what `assemble` has made."""
        self._said, self._arrays = stored.said, stored.arrays
        self.facts = tuple(facts_from(facts) for facts in self._said["facts"])
        self._numbers = {term: number for number, term in enumerate(self._said["terms"])}
        self._lengths = saturation(self._arrays["lengths"])
        self._idf = _idf(np.diff(self._arrays["posting_ends"], prepend=0), len(self._lengths))
        self.text = Pages(stored, self.facts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of all episodes."""
        return Vocabulary(dict(zip(self._said["words"], self._said["counts"], strict=True)))

    def find(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages of any episode that answer, best first; `episode` is that of the first quote.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        speaker = request.speaker
        if speaker:
            self.check_speaker(speaker)
        found = self.seek(request.about or "", speaker, request.limit, request.skip)
        answers = tuple(self._quote(*one) for one in found.answers)
        nearest = self._quote(*found.nearest) if found.nearest else None
        quoted = (*found.answers, *([found.nearest] if found.nearest else ()))
        numbers = dict.fromkeys(self.text.episode_at(span.start) for span, _ in quoted)
        return QuoteAnswer(
            request,
            self.facts[next(iter(numbers), 0)],
            answers,
            nearest,
            found.query.missing,
            found.query.changed,
            more=found.more,
            searched=len(self.facts),
            sources=tuple(self.facts[number] for number in numbers) if len(self.facts) > 1 else (),
        )

    def check_speaker(self, given: str) -> None:
        """Raise SpeakerUnknownError where nobody of a name speaks in any episode."""
        if not called(given, self._said["speakers"]):
            raise SpeakerUnknownError(given, self._said["speakers"])

    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words of all episodes; what one of them misheard is right in another."""
        return parse(about, self.vocabulary, self._speaker_words, _as_written, bold=bold)

    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""
        postings = [self.posting(term) for term in query.index_terms if term in self._numbers]
        pointers = self._pointers(query)
        ids, _ = best(postings, SPOKEN_BY if speaker else CANDIDATES, len(self._lengths))
        chosen = self._by(speaker, ids, list(pointers)) if speaker else np.union1d(ids, list(pointers))
        chosen = chosen.astype(np.int64)
        scores, idf = exact(postings, chosen), {term: self._weight(term) for term in query.index_terms}
        ranked = [
            self._candidate(at, pointers.get(at, ())).weigh(score, query, idf)
            for at, score in zip(chosen.tolist(), scores.tolist(), strict=True)
        ]
        return sorted(ranked, key=lambda one: (-one.score, one.span.start))

    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""
        return trimmed(self.text, ranked.span, ranked.pointer.span if ranked.pointer else None, query)

    @cached_property
    def _speaker_words(self) -> frozenset[str]:
        return frozenset(part for name in self._said["speakers"] for part in plain(name).split())

    @cached_property
    def _topics(self) -> Bm25Index:
        return Bm25Index([terms for terms, _ in self._said["topics"]])

    def _pointers(self, query: Query) -> dict[int, list[Pointer]]:
        """Return, for each passage that the best entries of all editors' indexes point at, the pointers to it."""
        found: dict[int, list[Pointer]] = {}
        for entry, score in zip(*self._topics.top(query.index_terms, ENTRIES), strict=True):
            terms, places = self._said["topics"][entry]
            for start, end, passages in places:
                pointer = Pointer(Span(start, end), frozenset(terms), max(0.0, float(score)))
                for passage in passages:
                    found.setdefault(passage, []).append(pointer)
        return found

    def _by(self, speaker: str, ids: Array, pointed: list[int]) -> Array:
        """Return the first of the passages, and all that are pointed at, that are said by people of a name."""
        numbers = [self._said["speakers"].index(name) for name in called(speaker, self._said["speakers"])]
        best_ids, others = (
            at[np.isin(self._arrays["speaker"][self._arrays["first"][at]], numbers)]
            for at in (ids, np.array(pointed, np.int64))
        )
        return np.union1d(best_ids[:CANDIDATES], others)

    def _weight(self, term: str) -> float:
        return float(self._idf[self._numbers[term]]) if term in self._numbers else 0.0

    def posting(self, term: str) -> Posting:
        """Return the passages that hold a term. Raises KeyError for one that no episode has."""
        number = self._numbers[term]
        end, start = self._arrays["posting_ends"][number], self._arrays["posting_ends"][number - 1] if number else 0
        idf = float(self._idf[number])
        return Posting(
            self._arrays["passages"][start:end],
            self._arrays["counts"][start:end],
            self._lengths,
            idf,
            idf * float(self._arrays["most"][number]),
        )

    def _candidate(self, at: int, pointers: Sequence[Pointer]) -> Candidate:
        first, last = int(self._arrays["first"][at]), int(self._arrays["last"][at])
        chapter = int(self._arrays["chapter"][at])
        held = frozenset(self._said["chapters"][chapter]) if chapter != NOBODY else frozenset()
        return Candidate(self.text.span(first, last), positions(self.text.terms(first, last)), held, pointers)

    def _quote(self, span: Span, score: float) -> Quote:
        return self.text.quote(span, round(score, 4))


def _as_written(about: str) -> list[tuple[str, str]]:
    return [(about[word.span.start : word.span.end], word.plain) for word in words(about)]


def _idf(held: Array, size: int) -> Array:
    """Return what each term tells; `held` counts the passages that hold it."""
    idf: Array = np.log(size - held + 0.5) - np.log(held + 0.5)
    said = held > 0  # announcements have words of their own, which are not indexed
    mean = float(idf[said].mean()) if said.any() else 0.0
    return np.where(said, np.where(idf < 0, EPSILON * mean, idf), 0.0)
