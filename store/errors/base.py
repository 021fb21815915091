"""What all errors of the store have in common."""

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


def listed(lead: str, known: Sequence[str]) -> str:
    """Return what would do, after words that lead to it."""
    return f"{lead} {', '.join(known)}" if known else f"{lead} none"
