"""Chapters as descriptions list them: a time and a title, a row each or in one row."""

import re
from collections.abc import Iterable

from store.formats.facts import CLOCK, seconds_of
from store.transcript import Chapter

# What may stand before a chapter: a bullet, a number, an emoji.
_BULLET = r"^(?:[^\w(\[<\"“'«]{0,8}|\d{1,2}[.)]\s{1,4}|#{1,6}\s)"
_FIRST = re.compile(
    rf"{_BULLET}[(\[]?{CLOCK}(?:\s{{0,3}}(?:[-–—]|to)\s{{0,3}}(?:\d{{1,3}}:)?\d{{1,3}}:\d{{2}})?[)\]]?"
    rf"\s{{0,4}}[-–—:|•~]{{0,2}}\s{{0,4}}(?P<title>\S.*)$"
)
_LAST = re.compile(rf"{_BULLET}(?P<title>\S.{{0,150}}?)\s{{1,4}}[-–—:|•~]?\s{{0,4}}[(\[]?{CLOCK}[)\]]?\s*$")
_ANYWHERE = re.compile(rf"(?<![\w:.$€£])[(\[]?{CLOCK}[)\]]?(?![\w:%])")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_GOES_ON = re.compile(r"\s[—•|]\s|\bhttps?://|(?<=\w\w)\.\s")
_AROUND = " \t-–—:|•~,;"
_LEAST, _LEAST_IN_A_ROW = 2, 3
_LONGEST_ROW, _LONGEST_TITLE = 400, 200


def chapters(description: str) -> list[Chapter]:
    """List what a description's rows name with a time, such as `8:49 - Title` or `(1:02:11) Title`, as they stand."""
    rows = [row.strip() for row in description.split("\n") if row.strip()]
    for pattern in (_FIRST, _LAST):
        found = [chapter for row in rows if (chapter := _chapter(pattern.match(row[:_LONGEST_ROW])))]
        if len(found) >= _LEAST:
            return found
    return next((found for row in rows if (found := _in_a_row(row))), [])


def ordered(found: Iterable[Chapter], duration: float | None) -> tuple[Chapter, ...]:
    """Keep the chapters that ascend and begin within the recording; none where fewer than two are left.

    Those that stand over a line are in order.
    """
    kept: list[Chapter] = []
    latest = -1.0
    for chapter in found:
        start = chapter.start or 0.0
        if chapter.line is not None:
            kept.append(chapter)
        elif start > latest and (duration is None or start < duration):
            kept.append(chapter)
            latest = start
    return tuple(kept) if len(kept) >= _LEAST else ()


def titled(text: str) -> str:
    """Return a title without the asterisks that make part of it stand out."""
    return _EMPHASIS.sub(r"\2", text.strip())


def _chapter(match: re.Match[str] | None) -> Chapter | None:
    if match is None:
        return None
    times = match.groups()[:4] if match.re is _FIRST else match.groups()[1:5]
    start = seconds_of(times)
    return Chapter(titled(match["title"]), start) if start is not None else None


def _in_a_row(row: str) -> list[Chapter]:
    """Read `0:00 Opening 8:49 The bridge 1:02:11 The end`: three times at least, one after the other."""
    marks = [(mark, at) for mark in _ANYWHERE.finditer(row) if (at := seconds_of(mark.groups())) is not None]
    starts = [at for _, at in marks]
    if len(marks) < _LEAST_IN_A_ROW or starts != sorted(set(starts)):
        return []
    # After the last, the row may go on with something else.
    rest = _GOES_ON.search(row, marks[-1][0].end())
    ends = [*(mark.start() for mark, _ in marks[1:]), rest.start() if rest else len(row)]
    found = [(titled(row[mark.end() : end].strip(_AROUND)), at) for (mark, at), end in zip(marks, ends, strict=True)]
    if not all(title and len(title) <= _LONGEST_TITLE for title, _ in found[:-1]):
        return []
    return [Chapter(title[:_LONGEST_TITLE], at) for title, at in found if title]
