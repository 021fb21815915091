"""What Whisper writes as TSV: a row for each segment, with its start and end in milliseconds.

start	end	text
0	4000	What was said.
"""

from pathlib import Path

from store.formats.json_text import seconds
from store.formats.parsed import Parsed, Tally, sound_times, within_bounds
from store.transcript import Header, Line

_COLUMNS = ("start", "end", "text")


def recognises(text: str) -> bool:
    """Tell whether the first row names the columns."""
    return tuple(_cells(text.lstrip("\n").split("\n", 1)[0].casefold())[: len(_COLUMNS)]) == _COLUMNS


def parse(path: Path, text: str) -> Parsed:
    """Return the rows as lines, with the numbers that they have in the file."""
    tally = Tally(path)
    rows = [(number, _cells(row)) for number, row in enumerate(text.split("\n"), start=1) if row.strip()]
    within_bounds(path, len(rows), "line")
    named = [cell.casefold() for cell in rows[0][1]]
    speaker = named.index("speaker") if "speaker" in named else None
    # Whisper writes whole milliseconds; other programs give these columns seconds, with decimals.
    unit = 1.0 if any("." in cell for _, cells in rows[1:] for cell in cells[:2]) else 1000.0
    lines = []
    for number, cells in rows[1:]:
        if len(cells) < len(_COLUMNS):
            tally.note("with too few columns: left out", number)
        elif words := " ".join(cells[2].split()):
            start, end = (None if (at := seconds(cell)) is None else at / unit for cell in cells[:2])
            if start is None:
                tally.note("with a time that cannot be read: it is left out", number)
            name = cells[speaker][:100] if speaker is not None and speaker < len(cells) else ""
            lines.append(Line(number, words, start, end, name or None))
    return Parsed("Whisper TSV", "line", Header(), sound_times(lines, tally), tally.problems())


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("\t")]
