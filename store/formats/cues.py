"""The cues of SRT and VTT, and their text without what is only markup.

Our own, and not pysubs2's: that one takes a VTT file's notes and the names of its cues for words spoken, and a spoken
number at the end of a cue for the next cue's counter. The tests hold both against each other where they should agree.
"""

import html
import re
from dataclasses import dataclass

from store.formats.facts import seconds_of

_CLOCK = r"(-?)(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:]\s?(\d{1,9}))?"
_TIMING = re.compile(rf"\s{{0,20}}{_CLOCK}\s{{0,9}}-{{1,3}}>\s{{0,9}}{_CLOCK}(?:\s.*)?")
_COUNTER = re.compile(r"\s*(\d{1,9})\s*")
_TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|em|strong|font|ruby|rt|lang|span|p|div)(?:[.\s/][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s?/?>|\\N|\\h", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands; `timed` is false where its times cannot be read."""

    number: int
    start: float | None
    end: float | None
    rows: tuple[str, ...]
    timed: bool


def is_timing(row: str) -> bool:
    """Tell whether a row holds the times of a cue, even damaged ones."""
    return "-->" in row or ("->" in row and _TIMING.fullmatch(row) is not None)


def cues_of(rows: list[str], *, vtt: bool) -> list[Cue]:
    """List the cues of a file, numbered from 1. In VTT, and where no cue has a counter, an empty row ends a cue."""
    at = [index for index, row in enumerate(rows) if is_timing(row)]
    counted = sum(index > 0 and bool(_COUNTER.fullmatch(rows[index - 1])) for index in at) * 2 > len(at)
    cues = []
    for number, (index, following) in enumerate(zip(at, [*at[1:], None], strict=False), start=1):
        block = rows[index + 1 : following]
        if following is not None and counted:
            block = _without_counter(block, rows[index - 1] if index else "", number)
        if vtt or not counted:
            block = block[: next((place for place, row in enumerate(block) if not row.strip()), len(block))]
        start, end, timed = _times(rows[index])
        cues.append(Cue(number, start, end, tuple(row for row in block if row.strip()), timed))
    return cues


def plain(row: str) -> str:
    """Return a row's words, without tags, entities and what cannot be seen."""
    if "<" in row or "\\" in row:
        row = _TAG.sub("", _BREAK.sub(" ", row))
    if "&" in row:
        row = _ENTITY.sub(lambda match: html.unescape(match[0]), row)
    return " ".join(_UNSEEN.sub("", row).split())


def _without_counter(block: list[str], own: str, number: int) -> list[str]:
    """Take the next cue's counter from the end of a block, and leave a number that was spoken."""
    counter = _COUNTER.fullmatch(block[-1]) if block else None
    if counter is None:
        return block
    after_blank = len(block) == 1 or not block[-2].strip()
    mine = _COUNTER.fullmatch(own)
    expected = {number, number + 1, int(mine[1]) + 1 if mine else 0}
    return block[:-1] if after_blank or int(counter[1]) in expected else block


def _times(row: str) -> tuple[float | None, float | None, bool]:
    match = _TIMING.fullmatch(row)
    if match is None:
        return None, None, False
    groups = match.groups()
    start, end = (_signed(groups[at], seconds_of(groups[at + 1 : at + 5])) for at in (0, 5))
    return start, end, start is not None


def _signed(sign: str | None, seconds: float | None) -> float | None:
    return -seconds if sign and seconds else seconds
