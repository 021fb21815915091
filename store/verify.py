"""Was this said? Exact, near, or not: about the words, and about who said them."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from store.alignment import Match, matches
from store.errors import QuestionBlankError
from store.question import Difference, Quote, Span, Verdict, VerifyAnswer, VerifyQuote
from store.search import Searcher
from store.wording import Wording

# A claim that shares fewer of its words with what was said is no version of it.
NEAR = 0.6
# Words that make what follows them a condition, and reach over a comma.
_CONDITION = r"if|unless|whether|suppose|supposing|imagine|pretend\w*|let['\u2019]s (?:say|speculate)|what if|as though"
_CONDITIONAL = re.compile(rf"\b(?:{_CONDITION})\b", re.IGNORECASE)
# Words that govern what follows them in the same clause: whoever cuts them off changes the sense.
_GOVERNING = re.compile(
    rf"\b(?:{_CONDITION}|maybe|perhaps|possibl[ey]|supposedly|allegedly|not|never|nobody|neither|nor|no|hardly|"
    r"without|\w+n['\u2019]t|doubt\w*|deny|denie[sd]|fals\w+|wrong|lie|lies|myth|say|says|said|saying|claim\w*|think|"
    r"thinks|thought|believe\w*|suggest\w*|idea|rumor\w*|rumour\w*|argu\w+|propaganda)\b",
    re.IGNORECASE,
)
# "He says, …": a clause that ends so gives what follows as somebody's words.
_SAYING = re.compile(
    r"\b(?:say|says|said|saying|told|tells?|claims?|thinks?|thinking)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE
)
# What a speaker puts before a view of their own: leaving it off changes nothing.
_OWN_VIEW = re.compile(
    r"\bI(?:['\u2019]d| would| do| just| really| also)* (?:think|believe|guess|feel|say|said|mean)\b|\bno doubt\b",
    re.IGNORECASE,
)
# Where a new main clause begins, what stood before governs no more.
_CLAUSE = re.compile(r"(?:[;:]|,\s*(?:but|and|so)\b|\b(?:but)\b)\s*", re.IGNORECASE)
_LIMITING = re.compile(
    r"^[\s,]*(?:if|unless|except|only if|provided|is (?:false|wrong|a lie)|it['\u2019]s a lie)\b", re.IGNORECASE
)


def verify(searcher: Searcher, request: VerifyQuote) -> VerifyAnswer:
    """Hold a claimed quote against all that was said. Raises QuestionBlankError and SpeakerUnknownError."""
    episode, wording = searcher.episode, searcher.wording
    speaker = episode.speaker(request.speaker) if request.speaker else None
    shown, claimed = wording.taken(request.text)
    if not claimed:
        raise QuestionBlankError
    match = _best(wording, matches(wording.numbers(claimed), wording.ids), speaker, len(claimed))
    similarity = _similarity(match, len(claimed))
    if match is None or similarity < NEAR:
        nearest = _nearest(searcher, wording, request.text, match)
        return VerifyAnswer(request, episode.facts, "not_found", similarity, nearest=nearest)
    said = wording.span(match.first, match.last)
    before, after = _cut_off(wording, said)
    differences = _differences(wording, shown, claimed, match)
    if before:
        differences = (Difference("", before), *differences)
    if after:
        differences = (*differences, Difference("", after))
    verdict: Verdict = "near" if differences else "exact"
    quote = episode.quote(_whole(wording, said))
    spoke = episode.speaker_of(said)
    fits = None if speaker is None or spoke is None else spoke == speaker
    return VerifyAnswer(
        request, episode.facts, verdict, similarity, quote, None, fits, differences, bool(before or after)
    )


def _best(wording: Wording, found: Sequence[Match], speaker: str | None, length: int) -> Match | None:
    """Return the match that was meant, of several equally near.

    It is by the claimed speaker, in as few sentences as can be, and of the claim's own length.
    """

    def worth(match: Match) -> tuple[bool, int, int]:
        span = wording.span(match.first, match.last)
        by_other = speaker is not None and wording.episode.speaker_of(span) != speaker
        return by_other, len(wording.episode.sentences_touching(span)), abs(match.last - match.first - length)

    return min(found, key=worth, default=None)


def _similarity(match: Match | None, length: int) -> float:
    if match is None:
        return 0.0
    return round(1 - match.distance / max(length, match.last - match.first), 4)


def _differences(
    wording: Wording, shown: Sequence[str], claimed: Sequence[str], match: Match
) -> tuple[Difference, ...]:
    said = [word.plain for word in wording.words[match.first : match.last]]
    return tuple(
        Difference(
            " ".join(shown[step.src_start : step.src_end]),
            _said(wording, match.first + step.dest_start, match.first + step.dest_end),
        )
        for step in Levenshtein.opcodes(claimed, said)
        if step.tag != "equal"
    )


def _said(wording: Wording, first: int, last: int) -> str:
    return wording.episode.glossary.display(wording.span(first, last)) if last > first else ""


def _cut_off(wording: Wording, said: Span) -> tuple[str, str]:
    """Return what of the sentence around a fragment was cut off and changes its sense, before it and after it."""
    whole = _whole(wording, said)
    episode = wording.episode
    before = episode.spoken[Span(whole.start, said.start)]
    after = episode.spoken[Span(said.end, whole.end)]
    governing = _governs(_OWN_VIEW.sub("", before)) or (before.strip() and after.rstrip().endswith("?"))
    return (
        episode.glossary.display(Span(whole.start, said.start)).strip() if governing else "",
        episode.glossary.display(Span(said.end, whole.end)).strip(" .,") if _LIMITING.match(after) else "",
    )


def _governs(before: str) -> bool:
    """Tell whether what stands before a fragment in its sentence is needed to understand it as it was meant."""
    clause = _CLAUSE.split(before)[-1]
    if before.rstrip().endswith(","):
        return bool(_CONDITIONAL.search(before) or _SAYING.search(before))
    return bool(_GOVERNING.search(clause))


def _whole(wording: Wording, said: Span) -> Span:
    """Widen a stretch to the whole sentences that it touches."""
    touched = wording.episode.sentences_touching(said)
    return Span(min(said.start, touched[0].start), max(said.end, touched[-1].end)) if touched else said


def _nearest(searcher: Searcher, wording: Wording, text: str, match: Match | None) -> Quote | None:
    """Return the closest real sentence: what search finds for the claim's words, else what reads most like it."""
    found = searcher.closest(text)
    if found is not None:
        return found
    return wording.episode.quote(_whole(wording, wording.span(match.first, match.last))) if match else None
