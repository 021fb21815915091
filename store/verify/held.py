"""A claim held against what was said: the place that comes nearest to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from store.errors import QuestionBlankError
from store.question import Span
from store.searching.wording import Wording, whole
from store.verify.alignment import Match, matches
from store.verify.claim import Claim, readings
from store.verify.cut import cut_off

# Words that are a claim without the "he said that" before them.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Held:
    """A claim held against what was said: its words as written and as compared, and what is nearest."""

    claim: Claim
    shown: tuple[str, ...]
    words: tuple[str, ...]
    wording: Wording
    match: Match | None

    @property
    def distance(self) -> int:
        """How many words differ."""
        return self.match.distance if self.match else len(self.words)

    @property
    def similarity(self) -> float:
        """How much of the words agrees, from 0 to 1."""
        return similarity(self.match, len(self.words)) if self.match else 0.0

    @property
    def said(self) -> Span | None:
        """Where what is nearest was said."""
        return self.wording.span(self.match.first, self.match.last) if self.match else None


def hold(wording: Wording, text: str, speaker: str | None) -> Held:
    """Read a claim as it stands; without a "he said that" which nobody said there. Raises QuestionBlankError."""
    stands, *rest = (_hold(wording, claim) for claim in readings(wording.episode, text, speaker))
    if not stands.words:
        raise QuestionBlankError
    nearer = [one for one in rest if len(one.words) >= FEWEST and one.distance < stands.distance]
    return min(nearer, key=lambda one: one.distance, default=stands)


def similarity(match: Match, length: int) -> float:
    """Return how much of a claim of so many words agrees with what matched, from 0 to 1."""
    return round(1 - match.distance / max(length, match.last - match.first), 4)


def _hold(wording: Wording, claim: Claim) -> Held:
    shown, plain = wording.taken(claim.text)
    claimed = tuple(map(whole, shown, plain))
    return Held(claim, shown, claimed, *_matched(wording, claimed, claim.speaker))


def _matched(wording: Wording, claimed: Sequence[str], speaker: str | None) -> tuple[Wording, Match | None]:
    """Return what comes nearest to a claim, in the right words or else, where that is nearer, as they were heard."""
    match = _best(wording, matches(wording.numbers(claimed), wording.whole_ids), speaker, claimed)
    heard = wording.as_heard
    if match is None or not match.distance or heard is wording:
        return wording, match
    other = _best(heard, matches(heard.numbers(claimed), heard.whole_ids), speaker, claimed)
    return (heard, other) if other and other.distance < match.distance else (wording, match)


def _best(wording: Wording, found: Sequence[Match], speaker: str | None, claimed: Sequence[str]) -> Match | None:
    """Return the match that was meant, of several equally near.

    It is by the claimed speaker, in as few sentences as can be, cut off from nothing that changes its sense, of the
    claim's own length, and where a word differs it is the one that is written most alike: "can't" for "can".
    """

    def worth(match: Match) -> tuple[bool, int, bool, int, float]:
        span = wording.span(match.first, match.last)
        by_other = speaker is not None and wording.episode.speaker_of(span) != speaker
        sentences = len(wording.episode.sentences_touching(span))
        length = abs(match.last - match.first - len(claimed))
        alike = fuzz.ratio(" ".join(claimed), " ".join(wording.whole[match.first : match.last]))
        return by_other, sentences, any(cut_off(wording.episode, span)), length, -alike

    return min(found, key=worth, default=None)
