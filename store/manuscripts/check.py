"""All that is wrong with a transcript or its show notes, for the person who has to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store import formats
from store.errors import NotesError, Problem
from store.manuscripts.fit import problems_of
from store.manuscripts.manuscript import Manuscript
from store.notes import notes_path, parse_notes, read_notes
from store.speech.faults import FaultKind, faults
from store.speech.spoken import SpokenText
from store.transcript import Transcript, Unit

Times = Literal["exact", "partly", "estimated", "missing"]
_MOST_RANGES = 8
_WHAT: dict[FaultKind, str] = {
    "repeated": "with nothing but a phrase over and over",
    "hallucinated": "of what recognisers write where nobody speaks",
    "music": "of music or sounds and no speech",
    "empty": "without a word",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What a transcript is, and all that is wrong with it.

    `format` names what the file was recognised as; `times` says whether its lines bear theirs, some of them, or none,
    and then whether they can be estimated. `unit` is what `lines` counts; `faults` counts those of them that are kept
    out of answers.
    """

    format: str
    times: Times
    lines: int
    unit: Unit
    faults: int
    problems: tuple[Problem, ...]


def check(path: Path) -> tuple[Problem, ...]:
    """List the problems, those of the transcript first. Raises TranscriptError where it cannot be read at all."""
    return report(path).problems


def report(path: Path) -> Report:
    """Tell what a transcript is and what is wrong with it and its notes. Raises TranscriptError as `check`."""
    transcript = formats.read(path)
    return _report(transcript, _notes_problems(transcript))


def report_of(manuscript: Manuscript) -> Report:
    """Tell the same of what is not on a disk; that it has no show notes is no problem there."""
    transcript = formats.parse(manuscript.path, manuscript.transcript)
    return _report(transcript, _problems_within(transcript, manuscript.notes))


def _report(transcript: Transcript, notes_problems: Sequence[Problem]) -> Report:
    times = _times(transcript)
    counted = faults(transcript.lines)
    problems = (
        *transcript.warnings,
        *_fault_problems(transcript),
        *_time_problems(transcript, times),
        *notes_problems,
    )
    kept_out = sum(fault.count for fault in counted)
    return Report(transcript.format, times, len(transcript.lines), transcript.unit, kept_out, problems)


def _times(transcript: Transcript) -> Times:
    timed = sum(line.start is not None for line in transcript.lines)
    if timed == len(transcript.lines):
        return "exact"
    if timed:
        return "partly"
    return "estimated" if transcript.header.duration else "missing"


def _time_problems(transcript: Transcript, times: Times) -> list[Problem]:
    without = sum(line.start is None for line in transcript.lines)
    if times == "partly":
        message = f"{without} of {len(transcript.lines)} {transcript.unit}s have no time: theirs are estimated"
    elif times == "missing":
        message = "has neither times nor a length: no moment can be told, and no link opens at one"
    else:
        return []
    return [Problem("warning", transcript.path, message)]


def _fault_problems(transcript: Transcript) -> list[Problem]:
    found = faults(transcript.lines)
    problems = []
    for kind, what in _WHAT.items():
        stretches = [fault.lines for fault in found if fault.kind == kind]
        count = sum(fault.count for fault in found if fault.kind == kind)
        if not count:
            continue
        units = f"{transcript.unit}s" if count > 1 else transcript.unit
        message = f"{count} {units} {what}, kept out of answers: {_ranges(stretches)}"
        line = stretches[0][0] if transcript.unit == "line" else None
        problems.append(Problem("warning", transcript.path, message, line))
    return problems


def _ranges(stretches: list[tuple[int, int]]) -> str:
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in stretches[:_MOST_RANGES]]
    more = len(stretches) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _notes_problems(transcript: Transcript) -> tuple[Problem, ...]:
    path = transcript.path
    beside = notes_path(path)
    if not beside.exists():
        missing = f"has no show notes; write {beside.name} beside it to name its speakers"
        return (Problem("warning", path, missing),)
    try:
        notes = read_notes(beside)
    except NotesError as error:
        return error.problems
    return tuple(problems_of(notes, SpokenText(transcript.lines), beside))


def _problems_within(transcript: Transcript, source: bytes | None) -> tuple[Problem, ...]:
    if source is None:
        return ()
    beside = notes_path(transcript.path)
    try:
        notes = parse_notes(beside, source)
    except NotesError as error:
        return error.problems
    return tuple(problems_of(notes, SpokenText(transcript.lines), beside, source))
