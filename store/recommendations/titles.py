"""The titles and authors in a stretch of speech, as the recogniser heard them."""

import re
from collections.abc import Iterator

from store.question import Span
from store.recommendations.fitting import Named, fitting, title_at, whole
from store.recommendations.patterns import PATTERNS, SERIES, VERBED


def named_in(text: str, within: Span) -> list[Named]:
    """Find the books that are named in a stretch, in order; places are those of `text`. None overlaps another."""
    taken: list[Named] = []
    for index, pattern in enumerate(PATTERNS):
        for named in _matches(text, within, index, pattern):
            again = index == SERIES and any(_in_one_sentence(text, other.title, named.title) for other in taken)
            if not again and not any(_overlap(named, other) for other in taken):
                taken.append(named)
    return sorted(taken, key=lambda named: named.title.start)


def _matches(text: str, within: Span, index: int, pattern: re.Pattern[str]) -> Iterator[Named]:
    at = within.start
    while match := pattern.search(text, at, within.end):
        at = max(match.start() + 1, match.start("title") + 1 if index == VERBED else match.end())
        title = title_at(text, within, Span(*match.span("title")), index)
        author = Span(*match.span("author")) if "author" in pattern.groupindex and match["author"] else None
        if title is None:
            at = match.start("title") + 1 if match.start("title") >= at else at
            continue
        named = fitting(text, whole(text, Named(title, author), index), index)
        if named is not None:
            yield named


def _in_one_sentence(text: str, one: Span, other: Span) -> bool:
    """Tell whether a title stands before another in its sentence: "Permutation City, of the City series"."""
    return one.end <= other.start and not re.search(r"[.?!] ", text[one.end : other.start])


def _overlap(one: Named, other: Named) -> bool:
    return any(a.overlap(b) > 0 for a in (one.title, one.author) if a for b in (other.title, other.author) if b)
