"""Our own proof, held against the claims."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.marks import share
from benchmarks.question_set import Claimed, meet
from store.question import VerifyAnswer, VerifyQuote
from store.search import Searcher
from store.verify import verify


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and what our proof says of it."""

    claimed: Claimed
    answer: VerifyAnswer

    @property
    def verdict_right(self) -> bool:
        """Tell whether it is exact, near or not found as it should be."""
        return self.answer.verdict == self.claimed.verdict

    @property
    def speaker_right(self) -> bool:
        """Tell whether it says rightly if the claimed person said it; true where nobody is claimed."""
        return self.claimed.speaker_matches is None or self.answer.speaker_matches == self.claimed.speaker_matches

    @property
    def place_right(self) -> bool:
        """Tell whether it shows the lines that the claim comes from; true where it comes from none."""
        if self.claimed.lines is None or not self.answer.found:
            return self.claimed.verdict == "not_found"
        return all(meet(quote.lines, self.claimed.lines) for quote in self.answer.quotes)


def judge(searcher: Searcher, claims: Sequence[Claimed]) -> tuple[Judged, ...]:
    """Hold every claim against what was said."""
    return tuple(Judged(one, verify(searcher, VerifyQuote(one.text, one.speaker))) for one in claims)


def share_right(judged: Sequence[Judged], right: Callable[[Judged], bool]) -> float:
    """Return the share that is right in one respect, from 0 to 1."""
    return share([right(one) for one in judged])
