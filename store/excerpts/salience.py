"""Which sentences carry a stretch of speech: those that say what it is about, and are unlike one another.

A sentence weighs by the words that tell the talk from the language at large (topic signatures, after Lin and Hovy, The
automated acquisition of topic signatures for text summarization, 2000), by its likeness to all of the stretch
(Radev et al., Centroid-based summarization of multiple documents, 2004), to the introduction and to the title.
Redundancy is held down by maximal marginal relevance (Carbonell and Goldstein, 1998). All of it is linear in the number
of sentences, and measured by benchmarks/summaries.py.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from store.episode import Episode
from store.excerpts.introduction import announces, greets, introductions, is_lead
from store.excerpts.standalone import stands_alone
from store.language.lexicon import frequency
from store.language.stopwords import STOP
from store.question import Span
from store.words import plain_words, stem

# How much a sentence loses for saying again what a chosen one has said.
REDUNDANCY = 0.8
# What telling words count that stand mostly in the chapter of their sentence; and the power of the length by which the
# sum of telling words is divided: 1 would make it their mean, and prefer scraps.
LOCAL, LENGTH = 0.5, 0.7
_SHORT = 8
# What it is worth to announce the talk; what it costs to greet, and to speak of "it", "him" and "you" only.
ANNOUNCED, GREETED, POINTED = 0.2, 0.3, 0.5
# A telling word is said so often, and so much more often than the language has it.
_OFTEN, _TIMES_E = 3, 6.0
_RAREST = 1e-8
_POINTING = re.compile(r"\b(?:I|you|it|that|this|they|he|she|them|him|her)\b")
Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could stand in a summary, its TF-IDF vector of unit length, and its weight."""

    span: Span
    vector: Vector
    weight: float


class Salience:
    """Weighs passages of a stretch of an episode; passages are whole sentences."""

    def __init__(self, episode: Episode, within: Span) -> None:
        """Count the words of the stretch, but for what is advertised and what nobody said."""
        self._episode, self._within = episode, within
        self.talk = [
            span for span in episode.sentences_in(within) if not episode.is_aside(span) and not episode.is_faulty(span)
        ]
        self._counts = {span.start: _counts(episode.spoken[span]) for span in self.talk}
        holding = Counter(term for count in self._counts.values() for term in count)
        self._idf = {term: math.log(1 + len(self.talk) / often) for term, often in holding.items()}

    def candidates(self) -> list[Candidate]:
        """Weigh the sentences that can be understood on their own, in order."""
        return self.weigh(span for span in self.talk if stands_alone(self._episode, span))

    def introductions(self) -> list[Candidate]:
        """Weigh the passages that may introduce the episode."""
        return self.weigh(span for span in introductions(self._episode) if self._within.holds(span))

    def weigh(self, spans: Iterable[Span]) -> list[Candidate]:
        """Weigh some passages."""
        return [Candidate(span, vector, self._weight(span, vector)) for span, vector in self._with_vectors(spans)]

    def _with_vectors(self, spans: Iterable[Span]) -> Iterator[tuple[Span, Vector]]:
        return ((span, self._vector(self._count(span))) for span in spans)

    def _weight(self, span: Span, vector: Vector) -> float:
        text = self._episode.spoken[span]
        length = len(text.split())
        weight = self._telling(span, length) + sum(_dot(vector, aim) for aim in self._aims)
        if self._is_whole and is_lead(self._episode, span) and announces(text):
            weight += ANNOUNCED
        pointing = len(_POINTING.findall(text)) / length
        return weight - GREETED * greets(text) - POINTED * pointing

    def _telling(self, span: Span, length: int) -> float:
        """Return what the telling words weigh, more where they belong to this chapter."""
        local = self._local.get(self._episode.chapter_index(span.start))
        signature = self._signature
        told = sum(
            signature[term] * (1 + (LOCAL * local[term] / self._said[term] if local else 0.0))
            for term in self._count(span)
            if term in signature
        )
        return told / float(max(_SHORT, length) ** LENGTH)

    @property
    def _is_whole(self) -> bool:
        return self._within == Span(0, len(self._episode.text))

    @cached_property
    def _aims(self) -> list[Vector]:
        """What a passage should be like: all of the stretch; for the whole, how it is introduced and called, too."""
        vectors = list(self._with_vectors(self.talk))
        aims = [_centroid(vector for _, vector in vectors)]
        if self._is_whole:
            lead = (vector for span, vector in vectors if is_lead(self._episode, span))
            title = {term: self._idf.get(term, 0.0) for term in _counts(self._episode.facts.title)}
            aims += [_centroid(lead), _unit(title)]
        return aims

    @cached_property
    def _said(self) -> Counter[str]:
        return Counter(term for count in self._counts.values() for term in count.elements())

    @cached_property
    def _local(self) -> dict[int | None, Counter[str]]:
        """How often each term is said in each chapter; empty where there is only one."""
        local: dict[int | None, Counter[str]] = {}
        for span in self.talk:
            local.setdefault(self._episode.chapter_index(span.start), Counter()).update(self._counts[span.start])
        return local if len(local) > 1 else {}

    @cached_property
    def _signature(self) -> dict[str, float]:
        """What each telling term weighs, from 0 to 1: often said here, seldom elsewhere."""
        shown: dict[str, str] = {}
        for span in self.talk:
            for word in plain_words(self._episode.spoken[span]):
                shown.setdefault(stem(word), word)
        total = self._said.total() or 1
        # Half of what is said are stop words, which are not counted here, and are in the language's frequencies.
        weights = {
            term: math.log(1 + often) * _surplus(often / total / 2, shown[term])
            for term, often in self._said.items()
            if often >= _OFTEN and term.isalpha() and len(term) > 2  # noqa: PLR2004 - scraps of two letters
        }
        most = max(weights.values(), default=0.0) or 1.0
        return {term: weight / most for term, weight in weights.items()}

    def _count(self, span: Span) -> Counter[str]:
        if (known := self._counts.get(span.start)) is not None and len(self._episode.sentences_in(span)) == 1:
            return known
        return _counts(self._episode.spoken[span])

    def _vector(self, count: Counter[str]) -> Vector:
        return _unit({term: often * self._idf.get(term, 0.0) for term, often in count.items()})


def candidates(episode: Episode, within: Span) -> list[Candidate]:
    """Weigh the sentences of a stretch that can be understood on their own, in order."""
    return Salience(episode, within).candidates()


def choose(found: Iterable[Candidate], count: int, beside: Sequence[Candidate] = ()) -> list[Candidate]:
    """Choose the weightiest that repeat neither one another nor those that they stand beside, the best first."""
    chosen: list[Candidate] = []
    rest = [one for one in found if not any(one.span.overlap(other.span) for other in beside)]
    while rest and len(chosen) < count:
        best = max(rest, key=lambda one: one.weight - REDUNDANCY * _likeness(one, [*beside, *chosen]))
        chosen.append(best)
        rest = [one for one in rest if not one.span.overlap(best.span)]
    return chosen


def in_order(chosen: Iterable[Candidate]) -> list[Span]:
    """Return where the chosen stand, in the order in which they were said."""
    return sorted((one.span for one in chosen), key=lambda span: span.start)


def _surplus(share: float, word: str) -> float:
    """Return the logarithm of how much more often a word is said here than in the language, within bounds."""
    elsewhere = max(10 ** (frequency(word) - 9), _RAREST)
    return min(_TIMES_E, max(0.0, math.log(share / elsewhere)))


def _likeness(one: Candidate, chosen: Sequence[Candidate]) -> float:
    return max((_dot(one.vector, other.vector) for other in chosen), default=0.0)


def _centroid(vectors: Iterable[Vector]) -> Vector:
    middle: dict[str, float] = {}
    for vector in vectors:
        for term, value in vector.items():
            middle[term] = middle.get(term, 0.0) + value
    return _unit(middle)


def _counts(text: str) -> Counter[str]:
    return Counter(stem(word) for word in plain_words(text) if word not in STOP)


def _unit(vector: Vector) -> Vector:
    norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / norm for term, value in vector.items()}


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other.get(term, 0.0) for term, value in one.items())
