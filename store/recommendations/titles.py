"""The titles and authors in a stretch of speech, as the recogniser heard them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.question import Span
from store.recommendations.names import CAP, looks_like_person, may_be_title, strip_leading
from store.recommendations.patterns import (
    ALONE,
    BY,
    KINDED,
    LOWER,
    LOWER_BY,
    OF_A_KIND,
    PAIR,
    PATTERNS,
    POSSESSIVE,
    PRAISED,
    QUOTED,
    VERBED,
)
from store.words import plain

_WORDS_OF_NO_TITLE = re.compile(
    r"\b(?:books?|novel|memoir|biography|written|something|stuff|work|works|essay|it|it's|this|that|which|"
    r"paper|article|inspired|influenced|one|"
    r"series|i|i'm|who|those|these|was|were|been|anything|everything|made|done|way|produced|is|story|poem|"
    r"also|said|quote)\b",
    re.IGNORECASE,
)
_BEFORE_ONE_WORD = re.compile(
    r"\b(?:recommend|called|titled|classic|book|novel|read|reading|reread|pick|favou?rite (?:book|novel) is)[,:]? $"
)
_LONE_WORD = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A book as it is named: where its title stands, and its author where one is named beside it."""

    title: Span
    author: Span | None = None
    sure: bool = True


def named_in(text: str, within: Span) -> list[Named]:
    """Find the books that are named in a stretch, in order; places are those of `text`. None overlaps another."""
    taken: list[Named] = []
    for index, pattern in enumerate(PATTERNS):
        for named in _matches(text, within, index, pattern):
            if not any(_overlap(named, other) for other in taken):
                taken.append(named)
    return sorted(taken, key=lambda named: named.title.start)


def _matches(text: str, within: Span, index: int, pattern: re.Pattern[str]) -> Iterator[Named]:
    at = within.start
    while match := pattern.search(text, at, within.end):
        at = max(match.start() + 1, match.start("title") + 1 if index == VERBED else match.end())
        title = _title(text, within, Span(*match.span("title")), index)
        author = Span(*match.span("author")) if "author" in pattern.groupindex and match["author"] else None
        if title is None:
            at = match.start("title") + 1 if match.start("title") >= at else at
            continue
        named = _fitting(text, Named(title, author), index)
        if named is not None:
            yield named


def _title(text: str, within: Span, found: Span, index: int) -> Span | None:
    words = text[found.start : found.end]
    if index == QUOTED:
        return found
    if index in {LOWER, LOWER_BY}:
        return None if _WORDS_OF_NO_TITLE.search(words) or words.split()[-1].endswith("ed") else found
    before = text[within.start : found.start].rstrip()
    start = found.start + strip_leading(words, sentence_start=not before or before[-1] in ".?!")
    kept = text[start : found.end].rstrip(" ,:")
    return Span(start, start + len(kept)) if kept and may_be_title(kept) else None


def _fitting(text: str, named: Named, index: int) -> Named | None:
    """Hold a match against what its pattern takes for granted; None where it does not hold."""
    title = text[named.title.start : named.title.end]
    author = text[named.author.start : named.author.end] if named.author else ""
    if index == QUOTED and author and not looks_like_person(author):
        return replace(named, author=None)
    if index == BY and ", " in title and looks_like_person(title.split(", ")[0]):
        return None
    if index in {POSSESSIVE, PAIR, OF_A_KIND} and not _surname_or_person(author, index):
        return None
    if (
        index == PAIR
        and named.author
        and looks_like_person(title)
        and "," in text[named.author.end : named.title.start]
    ):
        return None
    if index == KINDED and " " in title:
        return replace(named, sure=False)
    if index in {KINDED, VERBED, PRAISED, ALONE}:
        return _alone(text, named, title, index)
    return named


def _surname_or_person(author: str, index: int) -> bool:
    surname = index == POSSESSIVE and " " not in author and plain(author) not in {"it", "that", "let", "here", "there"}
    return surname or looks_like_person(author)


def _alone(text: str, named: Named, title: str, index: int) -> Named | None:
    if looks_like_person(title):
        return None
    words = title.split()
    if len(words) == 1 and (len(title) < _LONE_WORD or index == ALONE or not _read_aloud(text, named.title)):
        return None
    first, comma, last = title.partition(", ")
    start = named.title.start
    if comma and looks_like_person(first) and may_be_title(last):
        return Named(Span(start + len(first) + 2, named.title.end), Span(start, start + len(first)))
    if comma and looks_like_person(last):
        return Named(Span(start, start + len(first)), Span(named.title.end - len(last), named.title.end))
    split = _name_before_title(title)
    if split:
        return Named(Span(start + split + 1, named.title.end), Span(start, start + split))
    return replace(named, sure=False)


def _read_aloud(text: str, title: Span) -> bool:
    """Tell whether one capitalised word stands where only a book can: "I'd recommend Middlemarch"."""
    return bool(_BEFORE_ONE_WORD.search(text[max(0, title.start - 40) : title.start]))


def _name_before_title(title: str) -> int:
    """Return where a name ends that stands before a title: "John Richardson Picasso"; 0 where none does."""
    match = re.match(rf"({CAP} {CAP}) {CAP}", title)
    return match.end(1) if match and looks_like_person(match[1]) and not re.search(r"\s[a-z]", title) else 0


def _overlap(one: Named, other: Named) -> bool:
    return any(a.overlap(b) > 0 for a in (one.title, one.author) if a for b in (other.title, other.author) if b)
