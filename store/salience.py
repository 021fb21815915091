"""Which sentences carry a stretch of speech: those closest to what all of it is about, and unlike one another.

Centroid-based extraction (Radev et al., Centroid-based summarization of multiple documents, 2004), chosen over graph
methods because it is linear in the number of sentences; redundancy is held down by maximal marginal relevance
(Carbonell and Goldstein, 1998).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.episode import Episode
from store.question import Span
from store.standalone import stands_alone
from store.stopwords import STOP
from store.words import plain_words, stem

# How much a sentence loses for saying again what a chosen one has said.
REDUNDANCY = 0.4
# Characters in which a host introduces an episode, some two minutes; and what likeness to that and to the title counts
# beside likeness to the whole.
LEAD = 2_000
LEAD_WEIGHT, TITLE_WEIGHT = 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could stand in a summary, its TF-IDF vector of unit length, and its weight."""

    span: Span
    vector: Mapping[str, float]
    weight: float


def candidates(episode: Episode, within: Span) -> list[Candidate]:
    """Weigh the sentences of a stretch that can be understood on their own, in order.

    A sentence carries the whole episode if it is close to all that is said, to how the host introduces it, and to its
    title; a part of it, if it is close to all of that part.
    """
    talk = [span for span in episode.sentences_in(within) if not episode.is_aside(span) and not episode.is_faulty(span)]
    counts = [_counts(episode.spoken[span]) for span in talk]
    holding = Counter(term for count in counts for term in count)
    idf = {term: math.log(1 + len(talk) / often) for term, often in holding.items()}
    vectors = [_unit({term: often * idf[term] for term, often in count.items()}) for count in counts]
    aims = [(1.0, _centroid(vectors))]
    if within == Span(0, len(episode.text)):
        lead = [vector for span, vector in zip(talk, vectors, strict=True) if span.start - talk[0].start < LEAD]
        title = {term: idf.get(term, 0.0) for term in _counts(episode.facts.title)}
        aims += [(LEAD_WEIGHT, _centroid(lead)), (TITLE_WEIGHT, _unit(title))]
    whole = sum(weight for weight, _ in aims)
    return [
        Candidate(span, vector, sum(weight * _dot(vector, aim) for weight, aim in aims) / whole)
        for span, vector in zip(talk, vectors, strict=True)
        if stands_alone(episode, span)
    ]


def choose(found: Sequence[Candidate], count: int) -> list[Span]:
    """Choose the weightiest that do not repeat one another, and return them in the order in which they were said."""
    chosen: list[Candidate] = []
    rest = list(found)
    while rest and len(chosen) < count:
        best = max(rest, key=lambda one: one.weight - REDUNDANCY * _likeness(one, chosen))
        chosen.append(best)
        rest.remove(best)
    return sorted((one.span for one in chosen), key=lambda span: span.start)


def _likeness(one: Candidate, chosen: Sequence[Candidate]) -> float:
    return max((_dot(one.vector, other.vector) for other in chosen), default=0.0)


def _centroid(vectors: Iterable[Mapping[str, float]]) -> dict[str, float]:
    middle: Counter[str] = Counter()
    for vector in vectors:
        middle.update(vector)
    return _unit(middle)


def _counts(text: str) -> Counter[str]:
    return Counter(stem(word) for word in plain_words(text) if word not in STOP)


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / norm for term, value in vector.items()}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other.get(term, 0.0) for term, value in one.items())
