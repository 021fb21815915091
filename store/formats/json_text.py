"""JSON as its writers write it, and as nobody should: what cannot be held is refused, what can be read is read."""

import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import NoReturn

from store.errors import Problem, TranscriptError
from store.formats.facts import clock

# No transcript of 20 MB has so many objects and lists; each takes some hundred bytes of memory.
MAX_PARTS = 1_000_000
_OPENS = re.compile(r'\s*(?:\{|\[\s*(?:[{\["\]]))')
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def recognises(text: str) -> bool:
    """Tell whether a text begins as an object or a list of JSON does; `[00:01]` and `[Music]` do not."""
    return _OPENS.match(text) is not None


def load(path: Path, text: str) -> tuple[object, tuple[Problem, ...]]:
    """Read JSON. NaN and infinities are read as null. Raises TranscriptError."""
    if text.count("{") + text.count("[") > MAX_PARTS:
        raise TranscriptError(path, "JSON of more than a million parts", "leave out the words' own times")
    twice: set[str] = set()

    def gather(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            twice.update(words(key[:40]) or "" for key, count in counts.most_common(_FEW - len(twice)) if count > 1)
        return found

    try:
        content = json.loads(text, object_pairs_hook=gather, parse_int=float, parse_constant=lambda _: None)
    except RecursionError:
        _refuse(path, "JSON nested deeper than any transcript", None)
    except json.JSONDecodeError as error:
        _refuse(path, f"JSON that cannot be read ({error.msg[:80]})", error.lineno)
    message = f"stands more than once in one object of it: {', '.join(sorted(map(repr, twice)))}; the last one counts"
    return content, (Problem("warning", path, message),) if twice else ()


_FEW = 5


def words(value: object) -> str | None:
    """Return a text with single spaces and without what cannot be written in UTF-8; None for anything else."""
    return " ".join(_UNWRITABLE.sub(" ", value).split()) if isinstance(value, str) else None


def seconds(value: object) -> float | None:
    """Return a time given as a number, as a number in quotes, or as a clock; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if not isinstance(value, str):
        return None
    try:
        found = float(value[:40])
    except ValueError:
        return clock(value.replace(",", "."))
    return found if math.isfinite(found) else None


def _refuse(path: Path, what: str, line: int | None) -> NoReturn:
    raise TranscriptError(path, what, "make the transcript again, or check that it was copied whole", line) from None
