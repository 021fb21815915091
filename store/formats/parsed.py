"""What a reader hands back, and the warnings that it gathers on the way."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from store.errors import Problem, TranscriptError
from store.transcript import Header, Line, Unit


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader found in a file; `format` and `unit` as in `Transcript`."""

    format: str
    unit: Unit
    header: Header
    lines: tuple[Line, ...]
    warnings: tuple[Problem, ...]


@dataclass(slots=True)
class Tally:
    """Counts what is wrong line by line, so that a bad file gives one warning for each kind and not a million."""

    path: Path
    unit: Unit = "line"
    _counts: dict[str, int] = field(default_factory=dict)
    _firsts: dict[str, int] = field(default_factory=dict)
    _single: list[Problem] = field(default_factory=list)

    def note(self, what: str, number: int) -> None:
        """Count one more line of which something is to be said: `what` completes "3 lines …"."""
        self._counts[what] = self._counts.get(what, 0) + 1
        self._firsts.setdefault(what, number)

    def warn(self, message: str, line: int | None = None) -> None:
        """Add a warning of its own; `line` is 1-based, in the file."""
        self._single.append(Problem("warning", self.path, message, line))

    def problems(self) -> tuple[Problem, ...]:
        """Return all warnings."""
        return (*self._single, *(self._problem(what, count) for what, count in self._counts.items()))

    def _problem(self, what: str, count: int) -> Problem:
        first = self._firsts[what]
        place = first if self.unit == "line" else None
        units = self.unit if count == 1 else f"{self.unit}s"
        message = f"{count} {units} {what} (the first: {self.unit} {first})"
        return Problem("warning", self.path, message, place)


def sound_times(lines: list[Line], tally: Tally) -> tuple[Line, ...]:
    """Leave out the times that cannot be, and say so. Times that go back in the file are kept, and said."""
    latest = 0.0
    sound = []
    for given in lines:
        line = _possible(given, tally)
        if line.start is not None:
            if line.start < latest - _OVERLAP:
                tally.note("with times that go back: they are kept in the file's order", line.number)
            latest = max(latest, line.start)
        sound.append(line)
    return tuple(sound)


# Twelve hours of a transcript that has a line for each word are some 150,000.
MAX_LINES = 500_000


def within_bounds(path: Path, count: int, unit: Unit) -> None:
    """Raise TranscriptError for more lines than can be held in memory with all that is made of them."""
    if count > MAX_LINES:
        cure = "split the recording, or join what belongs together"
        raise TranscriptError(path, f"more than {MAX_LINES:,} {unit}s", cure)


# A cue may begin a little before the last one did, where two people speak at once.
_OVERLAP = 1.0
# 100 hours: more than any recording.
LONGEST = 360_000.0


def _possible(line: Line, tally: Tally) -> Line:
    if line.start is not None and not 0 <= line.start <= LONGEST:
        tally.note("with a time below zero or past 100 hours: the time is left out", line.number)
        return replace(line, start=None, end=None)
    if line.end is not None and not (line.start or 0) <= line.end <= LONGEST:
        tally.note("with an end before the start: the end is left out", line.number)
        return replace(line, end=None)
    return line
