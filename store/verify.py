"""Was this said? Exact, near, or not: about the words, and about who said them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from store.alignment import Match, matches
from store.claim import Claim, readings
from store.episode import Episode
from store.errors import QuestionBlankError
from store.lexicon import telling
from store.question import Difference, Quote, Span, VerifyAnswer, VerifyQuote
from store.search import Searcher
from store.stopwords import STOP
from store.wording import Wording, whole

# A claim that shares fewer of its words with what was said is no version of it.
NEAR = 0.6
# How much of what its telling words tell it has to share: "I think that it is" alone is nothing.
TOLD = 0.45
# Words of a sentence that can be told for one that was said; how much of it has to agree; and how many words apart two
# sentences are far apart.
PIECE, SURE, FAR = 4, 0.8, 60
# Words that are a claim without the "he said that" before them.
FEWEST = 2
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+")
_CLAUSE_END = re.compile(r"\s*[.!?\u2026,;:\u2014\u2013]+[\"'\u201d\u2019)]*\s+(?:(?:and|but|so|because|that)\s+)?")
# Words that make what follows them a condition, and reach over a comma.
_CONDITION = r"if|unless|whether|suppose|supposing|imagine|pretend\w*|let['\u2019]s (?:say|speculate)|what if|as though"
_CONDITIONAL = re.compile(rf"\b(?:{_CONDITION})\b", re.IGNORECASE)
# Words that govern what follows them in the same clause: whoever cuts them off changes the sense.
_GOVERNING = re.compile(
    rf"\b(?:{_CONDITION}|maybe|perhaps|possibl[ey]|supposedly|allegedly|according to|doubt\w*|deny|denie[sd]|fals\w+|"
    r"wrong|lie|lies|myth|say|says|said|saying|claim\w*|think|thinks|thought|believe\w*|convinced|suggest\w*|idea|"
    r"rumor\w*|rumour\w*|argu\w+|propaganda|hears?|heard|tells?|told|telling|writes?|wrote|blab\w*|insist\w*|swears?|"
    r"swore|(?:rather than|instead of|as opposed to)(?=[^,]*$))\b",
    re.IGNORECASE,
)
# Words that turn what follows them into its opposite, up to the next clause that has a subject of its own.
_NEGATING = re.compile(
    r"\b(?:not(?! (?:just|only|merely)\b)|never|nobody|neither|nor|no|hardly|without|\w+n['\u2019]t)\b", re.IGNORECASE
)
_OWN_SUBJECT = re.compile(
    r"\b(?<!not )because\b|\band(?= (?:I|you|he|she|it|we|they|there|this|that|these|those)\b)", re.IGNORECASE
)
# "He says, …": a clause that ends so gives what follows as somebody's words.
_SAYING = re.compile(
    r"\b(?:say|says|said|saying|told|tells?|claims?|thinks?|thinking|thought)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE
)
# What a speaker puts before a view of their own, or between: leaving it off changes nothing.
_OWN_VIEW = re.compile(
    r"\bI(?:['\u2019](?:d|ve|ll)| would| do| just| really| also| should| must| could| have to| got to)* "
    r"(?:think|believe|guess|feel|say|said|mean)\b|\bno doubt\b|"
    r"\b(?:as|like) (?:I|we|you)(?: \w+){0,2} sa(?:y|id)\b|\bthat is to say\b|\b(?:having )?said that,|\bthat said,|"
    r"\b(?:oh|you know),",
    re.IGNORECASE,
)
# Where a new main clause begins, what stood before governs no more.
_CLAUSE = re.compile(r"(?:[;:]|,\s*(?:but|and|so)\b|\b(?:but)\b)\s*", re.IGNORECASE)
_LIMITING = re.compile(
    r"^[\s,]*(?:(?:if|except|only if|provided|is (?:false|wrong|a lie)|it['\u2019]s a lie)\b|[^;:]*\bunless\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Held:
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


def verify(searcher: Searcher, request: VerifyQuote) -> VerifyAnswer:
    """Hold a claimed quote against all that was said. Raises QuestionBlankError and SpeakerUnknownError."""
    episode = searcher.episode
    speaker = episode.speaker(request.speaker) if request.speaker else None
    held = _read(searcher.wording, request.text, speaker)
    wording, match, text = held.wording, held.match, held.claim.text
    similarity = _similarity(match, len(held.words))
    if (
        match is None
        or (similarity < NEAR and not _is_reordered(wording, held.words, match))
        or (similarity < SURE and _told(wording, held.words, match) < TOLD)
        or (match.distance and _is_stitched(searcher.wording, text))
    ):
        nearest = _nearest(searcher, wording, text, match)
        return VerifyAnswer(request, episode.facts, "not_found", similarity, nearest=nearest)
    said = wording.span(match.first, match.last)
    before, after = _cut_off(wording, said)
    differences = _differences(wording, held.shown, held.words, match)
    if before:
        differences = (Difference("", before), *differences)
    if after:
        differences = (*differences, Difference("", after))
    speakers = _speakers(episode, said)
    return VerifyAnswer(
        request,
        episode.facts,
        "near" if differences else "exact",
        similarity,
        episode.quote(_around(wording, said)),
        speaker_matches=_fits(held.claim.speaker, speakers),
        differences=differences,
        cut=bool(before or after),
        speakers=tuple(name for name in speakers if name) if len(speakers) > 1 else (),
        claimed_speaker=held.claim.speaker,
    )


def _read(wording: Wording, text: str, speaker: str | None) -> _Held:
    """Read a claim as it stands; without a "he said that" which nobody said there. Raises QuestionBlankError."""
    stands, *rest = (_hold(wording, claim) for claim in readings(wording.episode, text, speaker))
    if not stands.words:
        raise QuestionBlankError
    nearer = [one for one in rest if len(one.words) >= FEWEST and one.distance < stands.distance]
    return min(nearer, key=lambda one: one.distance, default=stands)


def _hold(wording: Wording, claim: Claim) -> _Held:
    shown, plain = wording.taken(claim.text)
    claimed = tuple(map(whole, shown, plain))
    return _Held(claim, shown, claimed, *_matched(wording, claimed, claim.speaker))


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


def _is_reordered(wording: Wording, claimed: Sequence[str], match: Match) -> bool:
    """Tell whether a claim has the words of what was said, but two of them have changed places."""
    said = Counter(wording.whole[max(0, match.first - 1) : match.last + 1])
    kept = sum((Counter(claimed) & said).values())
    return len(claimed) >= PIECE and kept == len(claimed)


def _told(wording: Wording, claimed: Sequence[str], match: Match) -> float:
    """Return how much of what a claim's telling words tell is in what was said, from 0 to 1; 1 where it has none."""
    said = {*wording.whole[match.first : match.last]}
    weights = [(telling(word), word in said) for word in claimed if word not in STOP]
    whole_weight = sum(weight for weight, _ in weights)
    return sum(weight for weight, shared in weights if shared) / whole_weight if whole_weight else 1.0


def _is_stitched(wording: Wording, text: str) -> bool:
    """Tell whether sentences of a claim were said, or clauses, but far from one another: together they are no quote."""
    return any(_is_apart(wording, parting.split(text)) for parting in (_SENTENCE_END, _CLAUSE_END))


def _is_apart(wording: Wording, pieces: Sequence[str]) -> bool:
    places = [found for piece in pieces if (found := _places(wording, piece))]
    return any(
        all(abs(one.first - other.last) > FAR and abs(other.first - one.last) > FAR for one in ones for other in others)
        for ones, others in pairwise(places)
    )


def _places(wording: Wording, piece: str) -> list[Match]:
    """Return where a sentence of a claim was said; nowhere for one of a few words, or not near enough to be sure."""
    claimed = tuple(map(whole, *wording.taken(piece)))
    if len(claimed) < PIECE:
        return []
    found = matches(wording.numbers(claimed), wording.whole_ids)
    return [match for match in found if _similarity(match, len(claimed)) >= SURE]


def _matched(wording: Wording, claimed: Sequence[str], speaker: str | None) -> tuple[Wording, Match | None]:
    """Return what comes nearest to a claim, in the right words or else, where that is nearer, as they were heard."""
    match = _best(wording, matches(wording.numbers(claimed), wording.whole_ids), speaker, len(claimed))
    heard = wording.as_heard
    if match is None or not match.distance or heard is wording:
        return wording, match
    other = _best(heard, matches(heard.numbers(claimed), heard.whole_ids), speaker, len(claimed))
    return (heard, other) if other and other.distance < match.distance else (wording, match)


def _best(wording: Wording, found: Sequence[Match], speaker: str | None, length: int) -> Match | None:
    """Return the match that was meant, of several equally near.

    It is by the claimed speaker, in as few sentences as can be, cut off from nothing that changes its sense, and of
    the claim's own length.
    """

    def worth(match: Match) -> tuple[bool, int, bool, int]:
        span = wording.span(match.first, match.last)
        by_other = speaker is not None and wording.episode.speaker_of(span) != speaker
        sentences = len(wording.episode.sentences_touching(span))
        return by_other, sentences, any(_cut_off(wording, span)), abs(match.last - match.first - length)

    return min(found, key=worth, default=None)


def _similarity(match: Match | None, length: int) -> float:
    if match is None:
        return 0.0
    return round(1 - match.distance / max(length, match.last - match.first), 4)


def _differences(
    wording: Wording, shown: Sequence[str], claimed: Sequence[str], match: Match
) -> tuple[Difference, ...]:
    said = wording.whole[match.first : match.last]
    apart: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(claimed, said):
        if step.tag == "equal":
            continue
        # Words replaced and, right beside them, words lost or gained are one difference: "there is" for "there's".
        joins = bool(apart) and apart[-1][1::2] == (step.src_start, step.dest_start)
        first, _, first_said, _ = apart.pop() if joins else (step.src_start, 0, step.dest_start, 0)
        apart.append((first, step.src_end, first_said, step.dest_end))
    return tuple(
        Difference(" ".join(shown[first:last]), _said(wording, match.first + first_said, match.first + last_said))
        for first, last, first_said, last_said in apart
    )


def _said(wording: Wording, first: int, last: int) -> str:
    return wording.episode.glossary.display(wording.span(first, last)) if last > first else ""


def _cut_off(wording: Wording, said: Span) -> tuple[str, str]:
    """Return what of the sentence around a fragment was cut off and changes its sense, before it and after it."""
    around = _around(wording, said)
    episode = wording.episode
    before = episode.spoken[Span(around.start, said.start)]
    after = episode.spoken[Span(said.end, around.end)]
    governing = _governs(before, episode.spoken[said]) or (before.strip() and after.rstrip().endswith("?"))
    return (
        episode.glossary.display(Span(around.start, said.start)).strip() if governing else "",
        episode.glossary.display(Span(said.end, around.end)).strip(" .,") if _LIMITING.match(after) else "",
    )


def _governs(before: str, fragment: str) -> bool:
    """Tell whether what stands before a fragment in its sentence is needed to understand it as it was meant."""
    before = _OWN_VIEW.sub("", before)
    if before.rstrip().endswith(","):
        return bool(_CONDITIONAL.search(before) or _SAYING.search(before))
    clause = _CLAUSE.split(before)[-1]
    joined = [found.end() for found in _OWN_SUBJECT.finditer(clause + fragment) if found.start() < len(clause)]
    return bool(_GOVERNING.search(clause) or _NEGATING.search(clause[joined[-1] :] if joined else clause))


def _around(wording: Wording, said: Span) -> Span:
    """Widen a stretch to the whole sentences that it touches."""
    touched = wording.episode.sentences_touching(said)
    return Span(min(said.start, touched[0].start), max(said.end, touched[-1].end)) if touched else said


def _nearest(searcher: Searcher, wording: Wording, text: str, match: Match | None) -> Quote | None:
    """Return the closest real sentence: what search finds for the claim's words, else what reads most like it."""
    found = searcher.closest(text)
    if found is not None:
        return found
    return wording.episode.quote(_around(wording, wording.span(match.first, match.last))) if match else None
