"""What can be wrong with what the store is given: a class for each thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a transcript or its show notes, and where: a file, a 1-based line of it, a key."""

    severity: Severity
    file: Path
    message: str
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        """Name the place as compilers do, so that editors can jump to it."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        key = f" {self.key}:" if self.key else ""
        return f"{place}:{key} {self.message}"


class StoreError(Exception):
    """The base of all that the store raises on purpose.

    Its text is shown to people at the terminal and in the log: one line that says what is wrong, where, and what
    to do about it. Discord shows the catalogue's message for the class instead, made from the same attributes.
    """


class TranscriptError(StoreError):
    """A transcript that cannot be opened."""

    def __init__(self, path: Path, what: str, cure: str, line: int | None = None) -> None:
        """`line` is 1-based, where one line is to blame."""
        super().__init__(f"{path}{f':{line}' if line else ''}: {what}; {cure}")
        self.path, self.what, self.cure, self.line = path, what, cure, line


class NotesError(StoreError):
    """Show notes that do not fit their schema or their transcript."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` holds at least one error."""
        first, more = problems[0], len(problems) - 1
        super().__init__(f"{first}{f' (and {more} more: see `episode check`)' if more else ''}")
        self.problems = tuple(problems)


class EpisodeUnknownError(StoreError):
    """No episode bears this ID."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the IDs that would do."""
        super().__init__(f"no episode is called {given!r}; {_known('there is', known)}")
        self.given, self.known = given, tuple(known)


class EpisodeClashError(StoreError):
    """Two transcripts would bear one ID."""

    def __init__(self, episode_id: str, first: Path, second: Path) -> None:
        """Name both files."""
        cure = "rename one of the files, or give one another ID under `episodes.ids`"
        super().__init__(f"two transcripts are called {episode_id!r}: {first} and {second}; {cure}")
        self.episode_id, self.first, self.second = episode_id, first, second


class EpisodeGoneError(StoreError):
    """An episode that an older answer was made from is there no more, or its transcript has changed."""

    def __init__(self, key: str) -> None:
        """`key` is the start of the content hash that the answer bore."""
        super().__init__(f"the episode that this came from ({key}) was removed or has changed; ask again")
        self.key = key


class QuestionGoneError(StoreError):
    """A logged question that an older answer came from is there no more, or was never this person's to see."""

    def __init__(self) -> None:
        """Tell nobody which of the two it is."""
        super().__init__("the question that this came from is no longer on the record; ask it again")


class OneEpisodeError(StoreError):
    """All episodes are asked for what only one can answer."""

    def __init__(self, verb: str) -> None:
        """`verb` is what was asked for."""
        super().__init__(f"{verb} answers from one episode at a time: name one; only quote searches all of them")
        self.verb = verb


class LibraryEmptyError(StoreError):
    """No episode at all."""

    def __init__(self) -> None:
        """Say where episodes come from."""
        super().__init__("there is no transcript to open; name files or folders under `episodes.paths`")


class SpeakerUnknownError(StoreError):
    """Nobody of this name speaks in the episode, as far as is known."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the names that would do."""
        super().__init__(f"no speaker is called {given!r}; {_known('this episode has', known)}")
        self.given, self.known = given, tuple(known)


class ChapterUnknownError(StoreError):
    """The episode has no chapter of this number."""

    def __init__(self, given: str, last: int) -> None:
        """Chapters are numbered from 1 to `last`; 0 where there are none."""
        known = f"give a number from 1 to {last}" if last else "this episode has no chapters; ask for the whole"
        super().__init__(f"there is no chapter {given}; {known}")
        self.given, self.last = given, last


class QuestionBlankError(StoreError):
    """A question without a word in it."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__("the question has no words in it; give a few words of what was said, or a name")


class QuestionTooLongError(StoreError):
    """A question longer than anybody asks."""

    def __init__(self, length: int, limit: int) -> None:
        """Both in characters."""
        super().__init__(f"the question has {length} characters and {limit} are allowed; shorten it to what matters")
        self.length, self.limit = length, limit


class NotUndoableError(StoreError):
    """A change that cannot be put back: there is none of this number here, or it is of a kind that has no way back."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"change {audit_id} cannot be undone here; make the opposite change")
        self.audit_id = audit_id


class ChangedSinceError(StoreError):
    """A change that cannot be put back, for what it changed has been changed again since."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"what change {audit_id} changed was changed again since; look before you change it")
        self.audit_id = audit_id


class DatabaseError(StoreError):
    """A database that cannot be opened or brought up to date."""

    def __init__(self, where: str, why: str) -> None:
        """`where` bears no password."""
        super().__init__(f"cannot open the database {where}: {why}; check `database.url` and the folder's permissions")
        self.where, self.why = where, why


def _known(lead: str, known: Sequence[str]) -> str:
    return f"{lead} {', '.join(known)}" if known else f"{lead} none"
