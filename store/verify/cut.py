"""What of the sentence around a fragment was cut off, and changes its sense."""

import re

from store.episode import Episode
from store.question import Span

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


def cut_off(episode: Episode, said: Span) -> tuple[str, str]:
    """Return what of the sentence around a fragment was cut off and changes its sense, before it and after it."""
    whole = around(episode, said)
    before = episode.spoken[Span(whole.start, said.start)]
    after = episode.spoken[Span(said.end, whole.end)]
    governing = _governs(before, episode.spoken[said]) or (before.strip() and after.rstrip().endswith("?"))
    return (
        episode.glossary.display(Span(whole.start, said.start)).strip() if governing else "",
        episode.glossary.display(Span(said.end, whole.end)).strip(" .,") if _LIMITING.match(after) else "",
    )


def around(episode: Episode, said: Span) -> Span:
    """Widen a stretch to the whole sentences that it touches."""
    touched = episode.sentences_touching(said)
    return Span(min(said.start, touched[0].start), max(said.end, touched[-1].end)) if touched else said


def _governs(before: str, fragment: str) -> bool:
    """Tell whether what stands before a fragment in its sentence is needed to understand it as it was meant."""
    before = _OWN_VIEW.sub("", before)
    if before.rstrip().endswith(","):
        return bool(_CONDITIONAL.search(before) or _SAYING.search(before))
    clause = _CLAUSE.split(before)[-1]
    joined = [found.end() for found in _OWN_SUBJECT.finditer(clause + fragment) if found.start() < len(clause)]
    return bool(_GOVERNING.search(clause) or _NEGATING.search(clause[joined[-1] :] if joined else clause))
