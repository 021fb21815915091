"""The verdict on a claim, and what shows it."""

from collections.abc import Sequence

from store.episode import Episode
from store.question import Difference, Quote, Span, VerifyAnswer, VerifyQuote
from store.search import Searcher
from store.verify.alignment import Match
from store.verify.cut import around, cut_off
from store.verify.differences import differences
from store.verify.held import Held, hold
from store.verify.nearness import is_version, resembles
from store.verify.stitched import is_stitched


def verify(searcher: Searcher, request: VerifyQuote) -> VerifyAnswer:
    """Hold a claimed quote against all that was said. Raises QuestionBlankError and SpeakerUnknownError."""
    episode = searcher.episode
    speaker = episode.speaker(request.speaker) if request.speaker else None
    held = hold(searcher.wording, request.text, speaker)
    match = held.match
    if match is None or not is_version(held) or is_stitched(held, searcher.wording):
        nearest = _nearest(searcher, held)
        return VerifyAnswer(request, episode.facts, "not_found", held.similarity, nearest=nearest)
    return _found(episode, request, held, match)


def _found(episode: Episode, request: VerifyQuote, held: Held, match: Match) -> VerifyAnswer:
    said = held.wording.span(match.first, match.last)
    cut = cut_off(episode, said)
    differing = _with_cut(differences(held, match), *cut)
    speakers = _speakers(episode, said)
    return VerifyAnswer(
        request,
        episode.facts,
        "near" if differing else "exact",
        held.similarity,
        episode.quote(around(episode, said)),
        speaker_matches=_fits(held.claim.speaker, speakers),
        differences=differing,
        cut=any(cut),
        speakers=tuple(name for name in speakers if name) if len(speakers) > 1 else (),
        claimed_speaker=held.claim.speaker,
    )


def _with_cut(differing: Sequence[Difference], before: str, after: str) -> tuple[Difference, ...]:
    """Put what was cut off with the words that differ."""
    first = (Difference("", before),) if before else ()
    last = (Difference("", after),) if after else ()
    return (*first, *differing, *last)


def _speakers(episode: Episode, said: Span) -> tuple[str | None, ...]:
    """Return all who say something of a stretch, in order; None for somebody unknown."""
    return tuple(dict.fromkeys(turn.speaker for turn in episode.turns_in(said) if episode.spoken[turn.span].strip()))


def _fits(claimed: str | None, speakers: Sequence[str | None]) -> bool | None:
    """Tell whether the claimed person says all of it; None where nobody is claimed, or nobody knows who says a part."""
    if claimed is None:
        return None
    if any(name not in (claimed, None) for name in speakers):
        return False
    return None if None in speakers else True


def _nearest(searcher: Searcher, held: Held) -> Quote | None:
    """Return the closest real sentence: what reads like the claim, else what search finds for its words."""
    alike = searcher.episode.quote(around(searcher.episode, held.said)) if held.said else None
    return alike if resembles(held) else searcher.closest(held.claim.text) or alike
