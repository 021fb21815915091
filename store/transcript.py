"""A transcript as its file gives it, before anything is made of it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from store.errors import Problem

Unit = Literal["line", "cue", "segment"]


@dataclass(frozen=True, slots=True)
class Line:
    """The reader's smallest spoken unit: a line of the file, or a cue or segment by its ordinal.

    `number` counts from 1; `start` and `end` are seconds from the start of the recording.
    """

    number: int
    text: str
    start: float | None = None
    end: float | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that a file names itself.

    `start` is in seconds from the start of the recording; `line` is the number of its first line, where the file has a
    heading over that. One of the two is known.
    """

    title: str
    start: float | None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of its recording. `duration` is in seconds; an empty text means that nothing is said.

    `guessed` names the fields that the file does not state: guessed from its name, or from its last moment.
    """

    title: str = ""
    show: str = ""
    published: date | None = None
    duration: float | None = None
    url: str | None = None
    description: str = ""
    guest: str = ""
    language: str = ""
    chapters: tuple[Chapter, ...] = ()
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source file as read. `digest` is the SHA-256 of the file's bytes, in hexadecimal.

    `format` names what the file was recognised as, for people; `unit` is what its lines' numbers count.
    """

    path: Path
    digest: str
    header: Header
    lines: tuple[Line, ...]
    warnings: tuple[Problem, ...] = field(default=())
    format: str = ""
    unit: Unit = "line"
    called: str = ""

    @property
    def id(self) -> str:
        """The episode's ID: what the configuration calls it, else the file's stem."""
        return self.called or self.path.stem
