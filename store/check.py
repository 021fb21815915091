"""All that is wrong with a transcript or its show notes, for the person who has to mend it."""

from pathlib import Path

from store import formats
from store.errors import NotesError, Problem
from store.fit import problems_of
from store.notes import notes_path, read_notes
from store.spoken import SpokenText


def check(path: Path) -> tuple[Problem, ...]:
    """List the problems, those of the transcript first. Raises TranscriptError where it cannot be read at all."""
    transcript = formats.read(path)
    beside = notes_path(path)
    if not beside.exists():
        missing = Problem("warning", path, f"has no show notes; write {beside.name} beside it to name its speakers")
        return (*transcript.warnings, missing)
    try:
        notes = read_notes(beside)
    except NotesError as error:
        return (*transcript.warnings, *error.problems)
    return (*transcript.warnings, *problems_of(notes, SpokenText(transcript.lines), beside))
