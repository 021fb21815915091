"""Plain text, with or without names and times. A line is a row of the file, and bears its number there.

[00:00:05] ANNA: Welcome to the show.
(0:12) Ben: Thank you.

Anna Smith  0:31
A name and a time may stand above the words, as in what Otter and Rev write.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from store.errors import TranscriptError
from store.formats import voices
from store.formats.facts import CLOCK, seconds_of
from store.formats.parsed import Parsed, Tally, sound_times, within_bounds
from store.formats.stated import header_of, one_line, pair
from store.transcript import Header, Line

_STAMP = re.compile(
    rf"\s*(?P<open>[\[(<])?{CLOCK}(?:\s?(?:-{{1,2}}>|[-–—])\s?{CLOCK})?(?(open)[\])>])(?:\s?[-–—|:](?=\s))?(?:\s+|$)"
)
_NAMED_STAMP = re.compile(
    rf"\s*\*{{0,2}}(?P<name>[^\W\d_][^:\[\]()\n*]{{0,39}}?)\*{{0,2}}\s{{0,9}}"
    rf"(?:[\[(]{CLOCK}[\])]|\s{CLOCK}(?=\s*$))\s?:?\*{{0,2}}(?:\s+|$)"
)
_WORD = re.compile(r"[^\W\d_]")
_SENTENCE_ENDS = (".", "!", "?", ",", ";", "…")
_HEADER_ROWS = 30
_LONGEST_TITLE = 150
# Times are a pattern where a fifth of the rows has one, or five of them.
_SHARE, _ENOUGH = 0.2, 5
_ASCENDING = 0.9
Row = tuple[int, str]
# A row's time, end, speaker and words.
Split = tuple[float | None, float | None, str | None, str]


def parse(path: Path, text: str) -> Parsed:
    """Return the header, the rows as lines, and warnings. Raises TranscriptError for what has no words."""
    tally = Tally(path)
    if not _WORD.search(text):
        raise TranscriptError(path, "not a transcript: there is no word in it", "give the words that were spoken")
    rows = [(number, row.strip()) for number, row in enumerate(text.split("\n"), start=1) if row.strip()]
    within_bounds(path, len(rows), "line")
    header, body = _header(rows, tally)
    stamped = _is_stamped([row for _, row in body])
    split = [(number, _split(row) if stamped else (None, None, None, row)) for number, row in body]
    names = voices.names_in(found[3] for _, found in split if found[3])
    if not header.title and (stamped or names):
        header, split = _title_above(header, split, names)
    lines = sound_times(_lines(split, names), tally)
    return Parsed("plain text", "line", header, lines, tally.problems())


def _header(rows: Sequence[Row], tally: Tally) -> tuple[Header, Sequence[Row]]:
    """Read the facts at the top, `# A title` and `Date: …`; what follows the last of them is spoken."""
    title, pairs, end = "", [], 0
    for at, (_, row) in enumerate(rows[:_HEADER_ROWS]):
        if not title and row.startswith("# "):
            title = one_line(row[2:])
        elif stated := pair(row):
            pairs.append(stated)
        elif row.strip("-=_* "):
            break
        end = at + 1
    if not title and not pairs:
        return Header(), rows
    header = header_of(pairs, tally)
    return replace(header, title=title or header.title), rows[end:]


def _is_stamped(rows: Sequence[str]) -> bool:
    """Tell whether times at the start of rows are a pattern of the file: not few, and they go on."""
    starts = [start for row in rows if (start := _split(row)[0]) is not None]
    if not starts or len(starts) < min(_ENOUGH, _SHARE * len(rows)):
        return False
    going_on = sum(later >= earlier for earlier, later in pairwise(starts))
    return going_on >= _ASCENDING * (len(starts) - 1)


def _split(row: str) -> Split:
    """Take time and name from the start of a row, as far as the row alone can tell."""
    head = row[:120]
    if match := _STAMP.match(head):
        groups = match.groups()
        start, end = seconds_of(groups[1:5]), seconds_of(groups[5:9]) if groups[6] else None
        return (start, end, None, row[match.end() :]) if start is not None else (None, None, None, row)
    if (":" in head) and (match := _NAMED_STAMP.match(head)):
        groups = match.groups()
        start = seconds_of(groups[1:5] if groups[2] else groups[5:9])
        name = voices.label(f"{match['name']}: x")
        if start is not None and name:
            return start, None, name[0], row[match.end() :]
    return None, None, None, row


def _title_above(
    header: Header, split: list[tuple[int, Split]], names: frozenset[str]
) -> tuple[Header, list[tuple[int, Split]]]:
    """Take a short first row for the title where all that follows has times or names and it has none."""
    start, _, named, words = split[0][1] if split else (None, None, None, "")
    marked = [found for _, found in split[1:] if found[0] is not None or voices.spoken_by(found[3], names)[0]]
    plainly = 2 * len(marked) >= len(split) - 1 and len(split) > 2  # noqa: PLR2004
    if start is not None or named or not plainly or voices.spoken_by(words, names)[0]:
        return header, split
    if len(words) > _LONGEST_TITLE or words.endswith(_SENTENCE_ENDS):
        return header, split
    return replace(header, title=one_line(words)), split[1:]


def _lines(split: Sequence[tuple[int, Split]], names: frozenset[str]) -> list[Line]:
    """Make lines of rows; a name speaks until the next, a time on a row of its own is the next words'."""
    lines = []
    speaker: str | None = None
    pending: float | None = None
    for number, (start, end, named, words) in split:
        by, said = voices.spoken_by(words, names)
        speaker = named or by or speaker
        pending = start if start is not None else pending
        if said.strip():
            lines.append(Line(number, said.strip(), pending, end, speaker))
            pending = None
    return lines
