"""What `transcript --format json` writes: an episode, and its lines with all that is known of each."""

from collections.abc import Mapping
from pathlib import Path

from store.formats.parsed import Parsed, Tally
from store.formats.segments import Keys, header_from, lines_of

_KEYS = Keys(text=("text",), start=("start",), end=())


def recognises(content: object) -> bool:
    """Tell whether an object holds numbered lines with a text."""
    lines = content.get("lines") if isinstance(content, Mapping) else None
    return isinstance(lines, list) and any(
        isinstance(line, Mapping) and {"line", "text"} <= line.keys() for line in lines
    )


def parse(path: Path, content: object) -> Parsed:
    """Return the header, the lines and warnings of what could not be read. Times that were estimated are left out."""
    tally = Tally(path, "segment")
    stated = content if isinstance(content, Mapping) else {}
    lines = stated.get("lines")
    read = lines_of([_timed(line) for line in lines] if isinstance(lines, list) else [], _KEYS, tally)
    return Parsed("our own JSON", "segment", header_from(stated, tally), read, tally.problems())


def _timed(line: object) -> object:
    """Take the time from a line whose time nobody knows: it is estimated anew from the others and the length."""
    return {**line, "start": None} if isinstance(line, Mapping) and line.get("estimated") is True else line
