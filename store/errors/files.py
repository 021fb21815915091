"""What can be wrong with files: a transcript, show notes, a database."""

from collections.abc import Sequence
from pathlib import Path

from store.errors.base import Problem, StoreError


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


class DatabaseError(StoreError):
    """A database that cannot be opened or brought up to date."""

    def __init__(self, where: str, why: str) -> None:
        """`where` bears no password."""
        super().__init__(f"cannot open the database {where}: {why}; check `database.url` and the folder's permissions")
        self.where, self.why = where, why
