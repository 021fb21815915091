"""SRT and VTT. A line is a cue, its number the cue's ordinal in the file; a cue without words is no line, but counts.

WEBVTT

00:00:00.000 --> 00:00:02.760
<v Sarah>In today's episode, you'll learn
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from store.formats import voices
from store.formats.cues import Cue, cues_of, is_timing, plain
from store.formats.parsed import Parsed, Tally, sound_times, within_bounds
from store.formats.stated import header_of, pair
from store.transcript import Header, Line

_VOICE = re.compile(r"<(/?)v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>", re.IGNORECASE)
_OPENING = 40
# Rolling captions: at least so many cues begin with words of the cue before, and so great a share of all.
_LEAST_ROLLING, _ROLLING_SHARE = 3, 0.2
Piece = tuple[str | None, str]


def recognises(text: str) -> bool:
    """Tell whether a text is of this format: it begins with WEBVTT, or the times of a cue stand near its top."""
    opening = text[:50_000].lstrip()
    rows = [row for row in opening.split("\n") if row.strip()][:_OPENING]
    return opening.startswith("WEBVTT") or any(is_timing(row) and row.strip()[:1] in _TIMED for row in rows)


_TIMED = set("-0123456789")


def parse(path: Path, text: str) -> Parsed:
    """Return the header, the cues as lines, and warnings of what could not be read."""
    rows = text.strip().split("\n")
    vtt = rows[0].startswith("WEBVTT")
    tally = Tally(path, "cue")
    header = _header(rows, tally) if vtt else Header()
    within_bounds(path, sum(map(is_timing, rows)), "cue")
    cues = cues_of(rows, vtt=vtt)
    for cue in cues:
        if not cue.timed:
            tally.note("whose times cannot be read", cue.number)
    voiced = vtt and any(_VOICE.search(row) for cue in cues for row in cue.rows)
    said = _voiced(cues) if voiced else _labelled(_unrolled(cues, tally))
    lines = [
        Line(cue.number, words, cue.start, cue.end, voices.most(pieces))
        for cue, pieces in said
        if (words := " ".join(words for _, words in pieces if words))
    ]
    return Parsed("VTT" if vtt else "SRT", "cue", header, sound_times(lines, tally), tally.problems())


def _header(rows: list[str], tally: Tally) -> Header:
    """Read the words after WEBVTT, and the facts in the header and in notes."""
    title = rows[0].removeprefix("WEBVTT").strip(" -–—\t")
    end = next((index for index, row in enumerate(rows) if not row.strip() or is_timing(row)), len(rows))
    found = [*rows[1:end], *_notes(rows)]
    header = header_of([stated for row in found if (stated := pair(row))], tally)
    return header if header.title or pair(title) or not title else replace(header, title=title[:500])


def _notes(rows: list[str]) -> Iterator[str]:
    inside = False
    for row in rows:
        if row.startswith("NOTE") and row[4:5] in {"", " ", "\t"}:
            inside = True
            yield row[5:]
        elif not row.strip() or is_timing(row):
            inside = False
        elif inside:
            yield row


def _voiced(cues: Sequence[Cue]) -> Iterator[tuple[Cue, list[Piece]]]:
    """Split cues at their voice tags."""
    for cue in cues:
        text, at, speaker = "\n".join(cue.rows), 0, None
        pieces: list[Piece] = []
        for tag in _VOICE.finditer(text):
            pieces.append((speaker, plain(text[at : tag.start()])))
            speaker, at = (None if tag[1] else plain(tag[2] or "") or None), tag.end()
        pieces.append((speaker, plain(text[at:])))
        yield cue, [piece for piece in pieces if piece[1]]


def _labelled(cues: Sequence[Cue]) -> Iterator[tuple[Cue, list[Piece]]]:
    """Split cues where a name begins a row; who has been named speaks until the next name."""
    names = voices.names_in(row for cue in cues for row in cue.rows)
    speaker: str | None = None
    for cue in cues:
        pieces: list[Piece] = []
        for row in cue.rows:
            for named, words in voices.pieces_of(row, names):
                speaker = named or speaker
                pieces.append((speaker, words))
        yield cue, pieces


def _unrolled(cues: Sequence[Cue], tally: Tally) -> list[Cue]:
    """Take markup from the rows; where captions roll, leave of each cue only what the one before has not shown."""
    bare = [replace(cue, rows=tuple(words for row in cue.rows if (words := plain(row)))) for cue in cues]
    fresh = [_fresh(earlier.rows, cue.rows) for earlier, cue in zip([_NONE, *bare], bare, strict=False)]
    rolling = sum(0 < len(_joined(new)) < len(_joined(cue.rows)) for new, cue in zip(fresh, bare, strict=True))
    if rolling < _LEAST_ROLLING or rolling < _ROLLING_SHARE * len(bare):
        return bare
    tally.warn(f"its captions roll: {rolling} cues repeat words of the cue before, which are left out")
    return [replace(cue, rows=new) for cue, new in zip(bare, fresh, strict=True)]


_NONE = Cue(0, None, None, (), timed=False)


def _fresh(shown: tuple[str, ...], rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return what of a cue's rows was not at the end of the cue before."""
    for count in range(min(len(shown), len(rows), 4), 0, -1):
        if shown[-count:] == rows[:count]:
            return rows[count:]
    before, now = _joined(shown), _joined(rows)
    if before and now.startswith(f"{before} "):
        return (now[len(before) + 1 :],)
    return rows


def _joined(rows: tuple[str, ...]) -> str:
    return " ".join(rows)
