"""What an answer is worth: right first, right among five, rightly or wrongly nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.question_set import Asked, Lines, meet

AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was returned: its lines, its length in words, and its score."""

    lines: Lines
    words: int
    score: float


@dataclass(frozen=True, slots=True)
class Result:
    """What one system returned for one question, best first, and in how many seconds."""

    asked: Asked
    found: tuple[Found, ...]
    seconds: float

    def right_within(self, n: int) -> bool:
        """Tell whether one of the n best passages has a line in common with an answer."""
        return any(meet(found.lines, lines) for found in self.found[:n] for lines in self.asked.lines)


@dataclass(frozen=True, slots=True)
class Marks:
    """The results of one system, counted. Shares are from 0 to 1; of nothing they are 0."""

    results: tuple[Result, ...]

    def of_kind(self, kind: str) -> "Marks":
        """Return the marks for the questions of one kind."""
        return Marks(tuple(one for one in self.results if one.asked.kind == kind))

    @property
    def at_one(self) -> float:
        """The share of the answerable questions whose first passage is right."""
        return share([one.right_within(1) for one in self.answerable])

    @property
    def at_five(self) -> float:
        """The share of the answerable questions with a right passage among five."""
        return share([one.right_within(AT_MOST) for one in self.answerable])

    @property
    def wrongly_nothing(self) -> float:
        """The share of the answerable questions for which nothing is found."""
        return share([not one.found for one in self.answerable])

    @property
    def rightly_nothing(self) -> float:
        """The share of the questions without an answer for which nothing is found."""
        return share([not one.found for one in self.unanswerable])

    @property
    def milliseconds(self) -> float:
        """The mean time of a question."""
        return 1000 * fmean(one.seconds for one in self.results)

    @property
    def words(self) -> float:
        """The mean length of the first passage: a longer one is right more easily."""
        return fmean([one.found[0].words for one in self.results if one.found] or [0])

    @property
    def answerable(self) -> tuple[Result, ...]:
        """The results for questions that have an answer."""
        return tuple(one for one in self.results if one.asked.answerable)

    @property
    def unanswerable(self) -> tuple[Result, ...]:
        """The results for questions that have none."""
        return tuple(one for one in self.results if not one.asked.answerable)

    def from_score(self, least: float) -> "Marks":
        """Return the marks if passages with a lower score were not shown."""
        return Marks(
            tuple(
                Result(one.asked, tuple(found for found in one.found if found.score >= least), one.seconds)
                for one in self.results
            )
        )

    def best_least_score(self) -> float:
        """Return the least score that best tells questions with an answer from those without; both count the same."""
        scores = sorted({one.found[0].score for one in self.results if one.found})

        def worth(least: float) -> float:
            marks = self.from_score(least)
            return marks.rightly_nothing - marks.wrongly_nothing

        return max(scores, key=worth, default=0.0)


def share(cases: Sequence[bool]) -> float:
    """Return how many of the cases hold, from 0 to 1; 0 where there are none."""
    return sum(cases) / len(cases) if cases else 0.0
