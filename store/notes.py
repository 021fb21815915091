"""Show notes: what a show's editor knows and the recogniser did not. A TOML file beside the transcript."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from store.errors import NotesError, Problem
from store.question import BookStatus, Length

# Whoever has to mend a file mends these first; to find the place of each means to go through the file once more.
MOST_PROBLEMS = 1_000
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
LineNumber = Annotated[int, Field(ge=1)]
Lines = tuple[LineNumber, LineNumber]


class Note(BaseModel):
    """What every note has in common: no key that is not known, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Excerpt(Note):
    """Words of the transcript: those of `lines` (both included), or only `text`, which stands in them to the letter."""

    lines: Lines
    text: str | None = None

    @model_validator(mode="after")
    def _lines_ascend(self) -> "Excerpt":
        if self.lines[0] > self.lines[1]:
            msg = f"the first line {self.lines[0]} comes after the last {self.lines[1]}"
            raise ValueError(msg)
        return self


class Facts(Note):
    """What the transcript's header lacks or gets wrong. What is left out is taken from the header."""

    title: Text | None = None
    show: Text | None = None
    published: date | None = None
    recorded: date | None = None
    url: Text | None = None


class Speaker(Note):
    """Somebody who speaks in the episode."""

    name: Text
    role: Literal["host", "guest", "other"] = "other"
    about: str = ""


class TurnNote(Note):
    """Who speaks from this line on; from the words `at` on, where the turn begins inside the line.

    An empty speaker says that from here on nobody knows.
    """

    line: LineNumber
    speaker: str
    at: Text | None = None


class NameNote(Note):
    """What the recogniser heard for a name or a word, and what was meant; only in `lines`, where they are given."""

    meant: Text
    heard: tuple[Text, ...] = Field(min_length=1)
    lines: tuple[LineNumber, ...] = ()


class BookNote(Note):
    """A book with its correct title and author, where it is named, and the guest's reason in the guest's words."""

    title: Text
    author: Text
    status: BookStatus
    said: Excerpt
    year: int | None = None
    by: str | None = None
    reason: Excerpt | None = None


class ChapterNote(Note):
    """A chapter from this line on, to the next."""

    line: LineNumber
    title: Text
    gist: str = ""


class VoicedNote(Excerpt):
    """A stretch in which the speaker gives the words or the view of somebody else, named by `voice`."""

    voice: Text


class TopicNote(Note):
    """An entry of the index: a heading, other words that people would use for it, and where it is spoken of."""

    heading: Text
    also: tuple[Text, ...] = ()
    lines: tuple[Lines, ...] = Field(min_length=1)


class UnspokenNote(Note):
    """What listeners would expect and nobody speaks of: a heading, and in how many ways people would ask for it."""

    heading: Text
    also: tuple[Text, ...] = ()


class PointNote(Excerpt):
    """A sentence that carries the episode; `length` is the shortest summary that it belongs to."""

    length: Length = "long"


class PromptNote(Note):
    """A question for a discussion, and the lines of the quote on which it stands."""

    text: Text
    lines: Lines


class AsideNote(Excerpt):
    """What is no part of the talk."""

    kind: Literal["announcement", "credits"]


class ShowNotes(Note):
    """The whole file. `reviewed` says that a person has checked all of it against the transcript."""

    reviewed: bool = False
    overview: str = ""
    facts: Facts = Facts()
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[TurnNote, ...] = ()
    names: tuple[NameNote, ...] = ()
    books: tuple[BookNote, ...] = ()
    chapters: tuple[ChapterNote, ...] = ()
    voiced: tuple[VoicedNote, ...] = ()
    topics: tuple[TopicNote, ...] = ()
    unspoken: tuple[UnspokenNote, ...] = ()
    points: tuple[PointNote, ...] = ()
    prompts: tuple[PromptNote, ...] = ()
    asides: tuple[AsideNote, ...] = ()


def notes_path(transcript: Path) -> Path:
    """Return where the show notes of a transcript stand, if there are any."""
    return transcript.with_name(f"{transcript.stem}.notes.toml")


def read_notes(path: Path) -> ShowNotes:
    """Read show notes and check them against their schema. Raises NotesError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotesError([Problem("error", path, f"cannot be read: {error.strerror}")]) from None
    return parse_notes(path, content)


def parse_notes(path: Path, content: bytes) -> ShowNotes:
    """Make show notes of a file's bytes; `path` names it, and need not be there. Raises NotesError."""
    try:
        source = content.decode("utf-8-sig")
        table = tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise NotesError([Problem("error", path, f"not UTF-8 at byte {error.start}; save the file as UTF-8")]) from None
    except (ValueError, RecursionError) as error:  # numbers and nesting past Python's limits are no TOMLDecodeError
        raise NotesError([_syntax_problem(path, str(error))]) from None
    try:
        return ShowNotes.model_validate(table)
    except ValidationError as error:
        raise NotesError(list(_schema_problems(path, source, error))) from None


def line_of_key(source: str, location: tuple[int | str, ...]) -> int | None:
    """Return the 1-based line of a TOML source where a key stands: `("books", 2, "year")` is in the third `[[books]]`.

    tomllib tells no places, so this looks for the table's head and then for the key; None where it stands otherwise.
    """
    head, *rest = location
    ordinal = rest.pop(0) if rest and isinstance(rest[0], int) else 0
    heads = [m.start() for m in re.finditer(rf"^[ \t]*\[+[ \t]*{re.escape(str(head))}[ \t]*\]", source, re.MULTILINE)]
    start = heads[int(ordinal)] if int(ordinal) < len(heads) else _key_offset(source, str(head), 0)
    if start is None:
        return None
    if rest and isinstance(rest[0], str):
        start = _key_offset(source, rest[0], source.find("\n", start) + 1) or start
    return source.count("\n", 0, start) + 1


def _key_offset(source: str, key: str, start: int) -> int | None:
    """Find a key between `start` and the next table's head."""
    table = re.compile(r"^[ \t]*\[", re.MULTILINE).search(source, start)
    end = table.start() if table else len(source)
    match = re.compile(rf"^[ \t]*\"?{re.escape(key)}\"?[ \t]*=", re.MULTILINE).search(source, start, end)
    return match.start() if match else None


def _syntax_problem(path: Path, message: str) -> Problem:
    place = re.search(r"line (\d+)", message)
    return Problem("error", path, f"not TOML: {message}", int(place[1]) if place else None)


def _schema_problems(path: Path, source: str, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False)[:MOST_PROBLEMS]:
        location = detail["loc"]
        message = detail["msg"].removeprefix("Value error, ")
        if detail["type"] == "extra_forbidden":
            message = "there is no such key; remove it or mend its spelling"
        yield Problem("error", path, message, line_of_key(source, location), key_name(location))


def key_name(location: tuple[int | str, ...]) -> str:
    """Write a place in the notes as people do: `books[2].reason.text`, the first being 0."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).removeprefix(".")
