"""How far an estimated moment is off: transcripts with known times lose them, and get them back by interpolation.

`python -m benchmarks.times FILE…` takes any transcripts that have times and prints one table.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from store import formats
from store.errors import TranscriptError
from store.speech.faults import faulty_lines
from store.speech.moments import FAULTY, Clock
from store.speech.spoken import SpokenText
from store.transcript import Line, Transcript

Numbers = NDArray[np.float64]
Weighting = Callable[[Sequence[Line]], list[float]]
# Fewer known moments tell little; a last one that is so far from the stated length shows that this is not the
# recording's length: another edition was transcribed.
LEAST, AMISS = 20, 0.1
_ENDS, _COMMAS = re.compile(r"[.?!](?=\s|$)"), re.compile(r"[,;:]")
_VOWELS = re.compile(r"[^\W\d_bcdfghjklmnpqrstvwxz]+", re.IGNORECASE)


def main(files: Annotated[list[Path], typer.Argument(help="Transcripts that have times, of any format.")]) -> None:
    """Measure every weighting on all files and print a table."""
    recordings = [one for path in files if (one := _recording(path))]
    if not recordings:
        raise typer.BadParameter("no transcript with times and a length among them")
    Console(width=120).print(_table(recordings, len(files)))


@dataclass(frozen=True, slots=True)
class Recording:
    """A transcript's lines, those of them by position that have a time, the times, and the length in seconds."""

    lines: tuple[Line, ...]
    timed: tuple[int, ...]
    known: Numbers
    duration: float


@dataclass(frozen=True, slots=True)
class Measured:
    """By how many seconds each moment of a recording is off, and by how many it said that it may be."""

    off: Numbers
    stated: Numbers | None = None


def _recording(path: Path) -> Recording | None:
    try:
        transcript = formats.read(path)
    except TranscriptError:
        return None
    return _with_times(transcript)


def _with_times(transcript: Transcript) -> Recording | None:
    timed = tuple(at for at, line in enumerate(transcript.lines) if line.start is not None)
    known = np.array([transcript.lines[at].start for at in timed], np.float64)
    duration = transcript.header.duration
    if len(timed) < LEAST or not duration or abs(duration - known[-1]) > AMISS * duration:
        return None
    return Recording(transcript.lines, timed, known, duration)


def characters(lines: Sequence[Line]) -> list[float]:
    """Weigh a line by its characters."""
    return [len(line.text) + 1.0 for line in lines]


def unfaulty(lines: Sequence[Line]) -> list[float]:
    """Weigh a line by its characters; one that is the recogniser's fault by few."""
    faulty = faulty_lines(lines)
    return [
        min(FAULTY, count) if line.number in faulty else count
        for line, count in zip(lines, characters(lines), strict=True)
    ]


def counted(count: Callable[[str], float], *, per_character: float = 0.0) -> Weighting:
    """Weigh a line by what is counted in it, and by its characters beside."""
    return lambda lines: [per_character * (len(line.text) + 1.0) + count(line.text) for line in lines]


def with_turns(pause: float) -> Weighting:
    """Weigh a line by its characters, and a change of speaker by some more."""

    def weigh(lines: Sequence[Line]) -> list[float]:
        changes = [pause * (one.speaker != other.speaker) for one, other in pairwise(lines)]
        return [count + more for count, more in zip(characters(lines), [*changes, 0.0], strict=True)]

    return weigh


def pauses(ends: float, commas: float = 0.0) -> Weighting:
    """Weigh a line by its characters, and the ends of sentences and commas by some more."""
    return counted(lambda text: ends * len(_ENDS.findall(text)) + commas * len(_COMMAS.findall(text)), per_character=1)


def syllables(text: str) -> int:
    """Count the groups of vowels, and at least one a word."""
    return sum(max(1, len(_VOWELS.findall(word))) for word in text.split())


WEIGHTINGS: dict[str, Weighting] = {
    "characters": characters,
    "words": counted(lambda text: len(text.split())),
    "syllables": counted(syllables),
    "words and characters": counted(lambda text: 5.5 * len(text.split()), per_character=1),
    "+ 10 a sentence": pauses(10),
    "+ 20 a sentence": pauses(20),
    "+ 10 a sentence, 5 a comma": pauses(10, 5),
    "+ 20 a change of speaker": with_turns(20),
    "+ 20 a line": counted(lambda _: 20.0, per_character=1),
    "+ 3 a digit": counted(lambda text: 3.0 * sum(map(str.isdigit, text)), per_character=1),
    "of faulty lines at most 16": unfaulty,
}


def _interpolated(recording: Recording, weigh: Weighting) -> Measured:
    said = np.array([0.0, *accumulate(weigh(recording.lines))])
    found = said[list(recording.timed)] / (said[-1] or 1.0) * recording.duration
    return Measured(np.abs(found - recording.known))


def ours(recording: Recording) -> Measured:
    """Estimate the moments as the episode does."""
    spoken = SpokenText([replace(line, start=None, end=None) for line in recording.lines])
    clock = Clock(spoken, recording.duration)
    moments = [clock.at(spoken.start_of(at)) for at in recording.timed]
    found = np.array([moment.start for moment in moments], np.float64)
    return Measured(np.abs(found - recording.known), np.array([moment.error for moment in moments], np.float64))


def _table(recordings: Sequence[Recording], given: int) -> Table:
    hours = sum(recording.duration for recording in recordings) / 3600
    left_out = f" ({given - len(recordings)} without times or of another length left out)"
    title = (
        f"{len(recordings)} transcripts, {hours:.0f} hours{left_out if given > len(recordings) else ''}; off by seconds"
    )
    columns = ("median", "p90", "largest", "median of a file,\nmean", "its\nlargest", "within the\nstated error")
    table = Table("weighed by", title=title)
    for column in columns:
        table.add_column(column, justify="right")
    for name, weigh in WEIGHTINGS.items():
        table.add_row(name, *_row([_interpolated(recording, weigh) for recording in recordings]))
    table.add_section()
    table.add_row("ours (moments.py)", *_row([ours(recording) for recording in recordings]))
    return table


def _row(measured: Sequence[Measured]) -> Iterable[str]:
    """Give the numbers; every recording counts the same, however many lines it has."""
    off, weights = np.concatenate([one.off for one in measured]), np.concatenate([_even(one.off) for one in measured])
    medians = [float(np.median(one.off)) for one in measured]
    yield from (f"{_quantile(off, weights, share):.1f}" for share in (0.5, 0.9, 1.0))
    yield from (f"{np.mean(medians):.1f}", f"{max(medians):.1f}")
    within = [float((one.off <= one.stated).mean()) for one in measured if one.stated is not None]
    yield f"{100 * np.mean(within):.0f} %" if within else "–"


def _even(values: Numbers) -> Numbers:
    return np.full(len(values), 1 / len(values))


def _quantile(values: Numbers, weights: Numbers, share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][min(len(values) - 1, int(np.searchsorted(reached, share)))])


if __name__ == "__main__":
    typer.run(main)
