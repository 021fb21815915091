"""From a question to the passages that answer it, whether they come from one episode or from all."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from store.errors import QuestionBlankError
from store.question import Span
from store.searching.preamble import question_in
from store.searching.query import Query
from store.searching.sufficing import Holding, suffices
from store.searching.topics import Pointer
from store.searching.unspoken import Unspoken

# What each kind of evidence counts beside the passage's own BM25 score.
TOPIC_WEIGHT = 1.0
# Added where each of the question's words, this many or more, has its neighbour after it: that is hardly chance, as
# a pair of neighbours may well be.
PHRASE_WEIGHT, PHRASE = 2.0, 3
COVERAGE_WEIGHT = 30.0
# A guess at a misspelt word that the usual thresholds do not allow has to explain this much of the question, and that
# has to have so many words: "is Putin sick" asks for no stick.
BOLD_SHARE, BOLD_WORDS = 0.8, 3
# Of how many passages one has to hold enough of the question, and what share of that suffices for the others.
CONSIDERED, FOLLOWING = 5, 0.5
# What counts of a passage that ends in a question to the next speaker, where an answer is wanted.
POSED_WEIGHT = 0.5
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

    With `more` there are further ones. Where there are none, `unspoken` is what the editor says is not spoken of.
    """

    answers: tuple[tuple[Span, float], ...]
    nearest: tuple[Span, float] | None
    query: Query
    more: bool = False
    unspoken: str | None = None


class Finder(ABC):
    """The way from a question to its answers, over passages that somebody ranks and cuts."""

    @abstractmethod
    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words that are known here."""

    @abstractmethod
    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""

    def unspoken(self, query: Query) -> Unspoken | None:  # noqa: ARG002 - for those that know of any
        """Return what comes nearest to a question of all that is known not to be spoken of."""
        return None

    @abstractmethod
    def terms_of(self, span: Span) -> list[str]:
        """Return the index terms of whole sentences."""

    @abstractmethod
    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""

    def seek(self, about: str, speaker: str | None, limit: int, skip: int = 0) -> Found:
        """Find the passages that answer, none overlapping another; or the nearest. Raises QuestionBlankError.

        The best, `skip` of them, are left out. Of a message that finds nothing the question in it is sought alone.
        """
        wanted = skip + limit + 1  # one more, to know whether there is
        found = self._sought(about, speaker, wanted)
        asked = None if found.answers or found.unspoken else question_in(about)
        alone = self._sought(asked, speaker, wanted) if asked else found
        if alone.answers or alone.unspoken:
            found = alone
        more = len(found.answers) == wanted
        return replace(found, answers=found.answers[skip : skip + limit], more=more)

    def _sought(self, about: str, speaker: str | None, limit: int) -> Found:
        query = self.parse(about)
        if not query.terms:
            raise QuestionBlankError
        ranked = self.rank(query, speaker)
        unspoken = self.unspoken(query)
        if answers := self._answers(ranked, query, limit, unspoken):
            return Found(answers, None, query)
        nearest = (self.cut(ranked[0], query), ranked[0].score) if ranked else None
        if unspoken and unspoken.share >= query.threshold:
            return Found((), nearest, query, unspoken=unspoken.heading)
        return self._guessed(about, speaker, limit, query) or Found((), nearest, query)

    def _guessed(self, about: str, speaker: str | None, limit: int, query: Query) -> Found | None:
        """Find what a bold reading of the misspelt words explains; None where there is none, or it finds nothing."""
        if not query.missing or len(query.distinct) < BOLD_WORDS:
            return None
        bold = self.parse(about, bold=True)
        ranked = self.rank(bold, speaker) if bold != query else []
        if not ranked or ranked[0].coverage < BOLD_SHARE:
            return None
        answers = self._answers(ranked, bold, limit, self.unspoken(bold))
        return Found(answers, None, bold) if answers else None

    def _answers(
        self, ranked: Sequence[Ranked], query: Query, limit: int, unspoken: Unspoken | None
    ) -> tuple[tuple[Span, float], ...]:
        """Return the best, none overlapping another; none at all where not one holds enough of the question."""
        apart = list(islice(self._apart(ranked, query, unspoken.share if unspoken else 0.0), max(limit, CONSIDERED)))
        if not any(sufficient for _, _, sufficient in apart):
            return ()
        return tuple((span, score) for span, score, _ in apart[:limit])

    def _apart(self, ranked: Sequence[Ranked], query: Query, at_least: float) -> Iterator[tuple[Span, float, bool]]:
        """Give the cut passages that don't overlap a better one, their scores, and whether they suffice for an answer.

        What holds too little to stand beside one that holds enough is left out. What suffices holds `at_least` as much
        of the question as what is known not to be spoken of.
        """
        least = FOLLOWING * query.threshold
        given: list[Span] = []
        for one in ranked:
            if one.coverage < least or any(2 * one.span.overlap(span) > len(span) for span in given):
                continue
            cut = self.cut(one, query)
            holding = self._holding(cut, one)
            if query.share(holding.terms) >= least and not any(cut.overlap(span) for span in given):
                given.append(cut)
                yield cut, one.score, suffices(query, holding, at_least)

    def _holding(self, cut: Span, ranked: Ranked) -> Holding:
        own, around = (frozenset(self.terms_of(span)) for span in (cut, ranked.span))
        return Holding(own, around, ranked.pointer.terms if ranked.pointer else frozenset())


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a passage that may answer: where the question's terms stand in it, and what points at it.

    One that is `posed` ends in a question to the next speaker.
    """

    span: Span
    positions: Mapping[str, Sequence[int]]
    pointers: Sequence[Pointer]
    posed: bool = False

    def weigh(self, score: float, query: Query, idf: Mapping[str, float]) -> Ranked:
        """Put the evidence together; `score` is the passage's by BM25."""
        pointer = self.pointers[0] if self.pointers else None
        held = frozenset(self.positions)
        own = query.share(held)
        coverage = max((query.share(held | one.terms) for one in self.pointers), default=own)
        # A single word is first of all looked for where it is said.
        counted = own if len(query.distinct) == 1 else coverage
        evidence = (
            score
            + self._phrase(query.index_terms, idf)
            + (TOPIC_WEIGHT * pointer.score if pointer else 0.0)
            + COVERAGE_WEIGHT * counted
        )
        weight = POSED_WEIGHT if self.posed and query.asks and evidence > 0 else 1.0
        return Ranked(self.span, weight * evidence, coverage, pointer)

    def _phrase(self, query: Sequence[str], idf: Mapping[str, float]) -> float:
        """Return what it counts that all words of the question are neighbours, in order, here too."""
        if len(query) < PHRASE or not all(_follows(*map(self._at, pair)) for pair in pairwise(query)):
            return 0.0
        return PHRASE_WEIGHT * sum(idf.get(term, 0.0) for term in query)

    def _at(self, term: str) -> Sequence[int]:
        return self.positions.get(term, ())


def positions(document: Sequence[str], wanted: AbstractSet[str]) -> dict[str, list[int]]:
    """Return where each of the terms that are wanted stands in a document."""
    found: dict[str, list[int]] = {}
    for position, term in enumerate(document):
        if term in wanted:
            found.setdefault(term, []).append(position)
    return found


def _follows(before: Sequence[int], after: Sequence[int]) -> bool:
    """Tell whether any of some places, ascending, is shortly after any of others."""
    for place in before if after else ():
        at = bisect_right(after, place)
        if at < len(after) and after[at] - place <= PHRASE_REACH:
            return True
    return False
