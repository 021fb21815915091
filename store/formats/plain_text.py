r"""Plain text, with or without names and times. A line is a row of the file, and bears its number there.

[00:00:05] ANNA: Welcome to the show.
(0:12) Ben: Thank you.

Anna Smith  0:31
A name and a time may stand above the words, as in what Otter and Rev write.

Markdown, too: a block of facts at the top, headings, **names**, and times in \[escaped brackets\].
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from store.errors import TranscriptError
from store.formats import front_matter, voices
from store.formats.chapters import ordered, titled
from store.formats.facts import CLOCK, seconds_of
from store.formats.no_speech import is_no_speech
from store.formats.parsed import Parsed, Tally, sound_times, within_bounds
from store.formats.stated import header_of, one_line, pair
from store.transcript import Chapter, Header, Line

_STAMP = re.compile(
    rf"\s*(?P<open>[\[(<])?{CLOCK}(?:\s?(?:-{{1,2}}>|[-–—])\s?{CLOCK})?"
    r"(?(open)[\])>](?:\s?[-–—|:](?=\s|$))?\s*|(?:\s?[-–—|:](?=\s|$))?(?:\s+|$))"
)
# A time in brackets is nobody's word, wherever it stands.
_INSIDE = re.compile(rf"\s?\[{CLOCK}\](?!\()")
# And so is the address of a link, of which the words are spoken.
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\(<?https?://[^()\s]{1,2000}>?\)")
_BARE_TIME = re.compile(r"(?<=[.?!…] )\d{1,2}:\d{2}:\d{2} (?=[A-Z])")
_HEADING = re.compile(r"#{1,6}\s+(?P<title>\S.*)")
_ESCAPED_TIME, _ESCAPED = re.compile(r"\\\[\d{1,3}:\d\d"), re.compile(r"\\([\[\]()*_#.!%`~>+-])")
_TAG = re.compile(r"\[(?P<key>ti|ar|al|by|au|la|length|offset|re|ve|tool):(?P<value>[^\]]*)\]")
_NO_CHAPTER = {"transcript", "full transcript", "transcription", "show notes", "links"}
_NAMED_STAMP = re.compile(
    rf"\s*\*{{0,2}}(?P<name>[^\W\d_][^:\[\]()\n*]{{0,39}}?)(?:\s?\([^()\d:]{{1,20}}\))?\*{{0,2}}\s{{0,9}}"
    rf"(?:[\[(]{CLOCK}[\])]|\s{CLOCK}(?=\s*$))\s?:?\*{{0,2}}(?:\s+|$)"
)
_WORD = re.compile(r"[^\W\d_]")
_SENTENCE_ENDS = (".", "!", "?", ",", ";", "…")
_HEADER_ROWS = 30
_LONGEST_TITLE, _LONGEST_ROW = 150, 1000
# Times are a pattern where a fifth of the rows has one, or five of them.
_SHARE, _ENOUGH = 0.2, 5
_ASCENDING = 0.9
Row = tuple[int, str]
# A row's time, end, speaker and words.
Split = tuple[float | None, float | None, str | None, str]


def parse(path: Path, text: str) -> Parsed:
    """Return the header, the rows as lines, and warnings. Raises TranscriptError for what nobody can have said."""
    tally = Tally(path)
    if not _WORD.search(text):
        raise TranscriptError(path, "not a transcript: there is no word in it", "give the words that were spoken")
    if _ESCAPED_TIME.search(text):
        text = _ESCAPED.sub(r"\1", text)
    raw = text.split("\n")
    pairs, top = front_matter.read(raw)
    rows = [(number, row.strip()) for number, row in enumerate(raw[top:], start=top + 1) if row.strip()]
    within_bounds(path, len(rows), "line")
    header, body = _header(rows, pairs, tally)
    headings, body = _headings(body)
    stamped = _is_stamped([row for _, row in body])
    split = [(number, _split(row) if stamped else (None, None, None, row)) for number, row in body]
    names = voices.names_in(found[3] for _, found in split if found[3])
    if not header.title and (stamped or names):
        header, split = _title_above(header, split, names)
    lines = sound_times(_lines(split, names), tally)
    if is_no_speech(lines):
        what = "this reads as code, settings or data, not as speech"
        raise TranscriptError(path, what, "give a transcript: the words that were spoken")
    if not header.chapters:
        header = replace(header, chapters=ordered(_chapters(headings, lines), None))
    return Parsed("plain text", "line", header, lines, tally.problems())


def _header(rows: Sequence[Row], above: Sequence[tuple[str, str]], tally: Tally) -> tuple[Header, Sequence[Row]]:
    """Read the facts at the top, `# A title` and `Date: …`; what follows the last of them is spoken."""
    title, pairs, end = "", list(above), 0
    for at, (_, row) in enumerate(rows[:_HEADER_ROWS]):
        if not title and row.startswith("# "):
            title = one_line(titled(row[2:_LONGEST_ROW]))
        elif tag := _TAG.fullmatch(row):
            pairs += [("title", tag["value"])] if tag["key"] == "ti" else []
        elif stated := pair(row):
            pairs.append(stated)
        elif row.strip("-=_* "):
            break
        end = at + 1
    if not title and not pairs:
        return Header(), rows[end:]
    header = header_of(pairs, tally)
    return replace(header, title=header.title or title), rows[end:]


def _headings(rows: Sequence[Row]) -> tuple[list[Row], Sequence[Row]]:
    """Take out the headings of Markdown, which nobody says; not where there is nothing else."""
    spoken = [(number, row) for number, row in rows if not _HEADING.fullmatch(row)]
    if not spoken:
        return [], rows
    return [(number, match["title"]) for number, row in rows if (match := _HEADING.fullmatch(row))], spoken


def _chapters(headings: Sequence[Row], lines: Sequence[Line]) -> Iterator[Chapter]:
    """Give a chapter for each heading that a line follows before the next."""
    ends = [*(number for number, _ in headings[1:]), sys.maxsize]
    for (number, title), end in zip(headings, ends, strict=False):
        at = bisect_right(lines, number, key=lambda line: line.number)
        named = title.strip(" :").casefold() not in _NO_CHAPTER
        if named and at < len(lines) and lines[at].number < end:
            yield Chapter(one_line(titled(title[:_LONGEST_ROW])), lines[at].start, lines[at].number)


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
    return _stamp_after_name(row)


def _stamp_after_name(row: str) -> Split:
    """Take the time that stands between a name and the words: `ANNA: [0:31] So.`"""
    named = voices.label(row)
    match = _INSIDE.match(named[1]) if named else None
    start = seconds_of(match.groups()) if match else None
    if named is None or match is None or start is None:
        return None, None, None, row
    return start, None, named[0], named[1][match.end() :]


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


def _spoken(words: str) -> str:
    """Return a row's words without times and addresses that stand between them."""
    if "[" in words:
        words = _LINK.sub(r"\1", _INSIDE.sub("", words))
    return (_BARE_TIME.sub("", words) if ":" in words else words).strip()


def _lines(split: Sequence[tuple[int, Split]], names: frozenset[str]) -> list[Line]:
    """Make lines of rows; a name speaks until the next, a time on a row of its own is the next words'."""
    lines = []
    speaker: str | None = None
    pending: float | None = None
    for number, (start, end, named, words) in split:
        by, said = voices.spoken_by(words, names)
        speaker = named or by or speaker
        pending = start if start is not None else pending
        said = _spoken(said)
        if said:
            lines.append(Line(number, said, pending, end, speaker))
            pending = None
    return lines
