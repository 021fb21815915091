"""What an episode is made of, as bytes: for files that do not lie on a disk."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a transcript's file holds and, where there is one, that of its show notes.

    `path` is the transcript's name: its stem may tell the show or the date, and problems bear it.
    """

    path: Path
    transcript: bytes
    notes: bytes | None = None
