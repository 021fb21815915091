"""From a question to the passages that answer it, whether they come from one episode or from all."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.errors import QuestionBlankError
from store.query import Query
from store.question import Span
from store.topics import Pointer

# What each kind of evidence counts beside the passage's own BM25 score.
PHRASE_WEIGHT = 0.7
TOPIC_WEIGHT = 0.6
COVERAGE_WEIGHT = 12.0
CHAPTER_WEIGHT = 0.07
# A guess at a misspelt word that the usual thresholds do not allow has to explain this much of the question.
BOLD_SHARE = 0.8
# Words this near to one another, in order, count as a phrase.
PHRASE_REACH = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage, the evidence that it answers, and the share of the question's words that it covers."""

    span: Span
    score: float
    coverage: float
    pointer: Pointer | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: the cut passages that answer, best first, or none and the nearest; how it was read.

    With `more` there are further ones.
    """

    answers: tuple[tuple[Span, float], ...]
    nearest: tuple[Span, float] | None
    query: Query
    more: bool = False


class Finder(ABC):
    """The way from a question to its answers, over passages that somebody ranks and cuts."""

    @abstractmethod
    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words that are known here."""

    @abstractmethod
    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""

    @abstractmethod
    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""

    def seek(self, about: str, speaker: str | None, limit: int, skip: int = 0) -> Found:
        """Find the passages that answer, none overlapping another; or the nearest. Raises QuestionBlankError.

        The best, `skip` of them, are left out.
        """
        query = self.parse(about)
        if not query.terms:
            raise QuestionBlankError
        wanted = skip + limit + 1  # one more, to know whether there is
        ranked = self.rank(query, speaker)
        answers = self._answers(ranked, query, wanted)
        if not answers and query.missing:
            bold = self.parse(about, bold=True)
            guessed = self.rank(bold, speaker) if bold != query else []
            if guessed and guessed[0].coverage >= BOLD_SHARE:
                answers, query = self._answers(guessed, bold, wanted), bold
        nearest = None if answers or not ranked else (self.cut(ranked[0], query), ranked[0].score)
        return Found(answers[skip : skip + limit], nearest, query, more=len(answers) == wanted)

    def _answers(self, ranked: Sequence[Ranked], query: Query, limit: int) -> tuple[tuple[Span, float], ...]:
        """Return the best that hold enough of the question, none overlapping another; none for a name never said."""
        answers: list[tuple[Span, float]] = []
        for one in ranked if not query.absent_names else ():
            if len(answers) == limit:
                break
            if one.coverage < query.threshold or any(2 * one.span.overlap(span) > len(span) for span, _ in answers):
                continue
            cut = self.cut(one, query)
            if not any(cut.overlap(span) for span, _ in answers):
                answers.append((cut, one.score))
        return tuple(answers)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a passage that may answer: where each of its terms stands in it, and its chapter's terms."""

    span: Span
    positions: Mapping[str, Sequence[int]]
    chapter: frozenset[str]
    pointers: Sequence[Pointer]

    def weigh(self, score: float, query: Query, idf: Mapping[str, float]) -> Ranked:
        """Put the evidence together; `score` is the passage's by BM25."""
        pointer = self.pointers[0] if self.pointers else None
        held = frozenset(self.positions)
        coverage = max((query.share(held | one.terms) for one in self.pointers), default=query.share(held))
        evidence = (
            score
            + PHRASE_WEIGHT * sum(self._phrases(query.index_terms, idf))
            + (TOPIC_WEIGHT * pointer.score if pointer else 0.0)
            + COVERAGE_WEIGHT * coverage
            + CHAPTER_WEIGHT * (query.share(self.chapter) * query.weight if self.chapter else 0.0)
        )
        return Ranked(self.span, evidence, coverage, pointer)

    def _phrases(self, query: Sequence[str], idf: Mapping[str, float]) -> Iterator[float]:
        """Give the weights of the question's neighbouring words that are neighbours, in order, here too."""
        for one, other in pairwise(query):
            before, after = self.positions.get(one, ()), self.positions.get(other, ())
            if any(0 < b - a <= PHRASE_REACH for a in before for b in after):
                yield idf.get(one, 0.0) + idf.get(other, 0.0)


def positions(document: Sequence[str]) -> dict[str, list[int]]:
    """Return where each term of a document stands in it."""
    found: dict[str, list[int]] = {}
    for position, term in enumerate(document):
        found.setdefault(term, []).append(position)
    return found
