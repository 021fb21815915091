"""What is answered to a claim: whether it was said."""

import re
from dataclasses import dataclass

from store.question.kinds import Verdict
from store.question.requests import CheckMessage, VerifyQuote
from store.question.said import EpisodeFacts, Quote

_FEW_WORDS = 3
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|nor|without|cannot|\w+n['\u2019]t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that were claimed and words that were said in their place; either may be empty."""

    claimed: str
    said: str

    @property
    def negates(self) -> bool:
        """Tell whether a "not" was lost or gained, so that the claim says the opposite.

        Of longer stretches that differ nobody can say.
        """
        if max(len(self.claimed.split()), len(self.said.split())) > _FEW_WORDS:
            return False
        claimed, said = (len(_NEGATION.findall(words)) % 2 for words in (self.claimed, self.said))
        return claimed != said


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """What became of a claimed quote.

    `verdict` is about the words; `speaker_matches` about who said them, None where nobody is claimed or known.
    `similarity` is 1 less the edit distance in words over the longer length. `quote` is what matched, `nearest` the
    closest real sentence where nothing did. `cut` says that the claim leaves off words that change its sense.
    `speakers` are those who say it between them, where more than one does; `claimed_speaker` is who is said to have
    said it, beside the claim or in its own words.
    """

    request: VerifyQuote
    episode: EpisodeFacts
    verdict: Verdict
    similarity: float
    quote: Quote | None = None
    nearest: Quote | None = None
    speaker_matches: bool | None = None
    differences: tuple[Difference, ...] = ()
    cut: bool = False
    speakers: tuple[str, ...] = ()
    claimed_speaker: str | None = None

    @property
    def only_cut(self) -> bool:
        """Tell whether every word was said, and nothing is wrong but what was cut off."""
        return self.cut and self.similarity == 1.0

    @property
    def negated(self) -> bool:
        """Tell whether the claim says the opposite of what was said."""
        return sum(difference.negates for difference in self.differences) % 2 == 1

    @property
    def swapped(self) -> tuple[str, str] | None:
        """Return two that changed places, as in "A fears B" for "B fears A"; None where none did."""
        changed = {(one.claimed.casefold(), one.said.casefold()): one for one in self.differences if one.claimed}
        pairs = (one for (claimed, said), one in changed.items() if said and (said, claimed) in changed)
        first = next(pairs, None)
        return (first.said, first.claimed) if first else None

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return self.verdict != "not_found"

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return (self.quote,) if self.quote else ()


@dataclass(frozen=True, slots=True)
class VerdictsAnswer:
    """What became of each of the quotes in a message, in order; there are at least two. More were `left_out`."""

    request: CheckMessage
    episode: EpisodeFacts
    verdicts: tuple[VerifyAnswer, ...]
    left_out: int = 0

    @property
    def found(self) -> bool:
        """Tell whether any was said."""
        return any(verdict.found for verdict in self.verdicts)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return tuple(quote for verdict in self.verdicts for quote in verdict.quotes)
