"""Open an episode: read its transcript and its show notes, and hold them against each other."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from store import formats
from store.episode import Episode
from store.errors import NotesError, Problem
from store.manuscripts.fit import problems_of
from store.manuscripts.manuscript import Manuscript
from store.notes import ShowNotes, notes_path, parse_notes, read_notes
from store.speech.spoken import SpokenText
from store.transcript import Transcript


def open_episode(path: Path | str, called: str = "") -> Episode:
    """Open a transcript with the show notes beside it, where there are any; `called` is its ID, by default its stem.

    Raises TranscriptError and NotesError, which say what is wrong, where, and what to do.
    """
    path = Path(path)
    transcript = replace(formats.read(path), called=called)
    beside = notes_path(path)
    if not beside.exists():
        return Episode(transcript)
    notes = read_notes(beside)
    return _fitting(transcript, notes, problems_of(notes, SpokenText(transcript.lines), beside))


def open_manuscript(manuscript: Manuscript, called: str = "") -> Episode:
    """Open an episode from what its files held. Raises TranscriptError and NotesError as `open_episode` does."""
    transcript = replace(formats.parse(manuscript.path, manuscript.transcript), called=called)
    if manuscript.notes is None:
        return Episode(transcript)
    beside, spoken = notes_path(manuscript.path), SpokenText(transcript.lines)
    notes = parse_notes(beside, manuscript.notes)
    return _fitting(transcript, notes, problems_of(notes, spoken, beside, manuscript.notes))


def _fitting(transcript: Transcript, notes: ShowNotes, problems: Sequence[Problem]) -> Episode:
    if problems:
        raise NotesError(problems)
    return Episode(transcript, notes)
