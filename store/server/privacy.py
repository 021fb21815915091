"""What is kept of a person, what was erased of it, and what stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# Days that a moderator's changes stay in the audit, and a server's data after the bot has left it.
AUDIT, DEPARTED = 365, 30


@dataclass(frozen=True, slots=True)
class Blocked:
    """A block in one server; `until` is None for one that does not end."""

    guild_id: int
    reason: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Staying:
    """What erasing leaves of a person: the opt-out, the blocks in force, and how many changes made as a moderator."""

    opted_out_at: datetime | None = None
    blocks: tuple[Blocked, ...] = ()
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person, in one server or everywhere.

    `others` counts what else names them: names proposed, settings made, and the like.
    """

    questions: int
    first_asked_at: datetime | None
    last_asked_at: datetime | None
    others: int
    staying: Staying

    @property
    def erasable(self) -> bool:
        """Whether there is anything that erasing would take."""
        return bool(self.questions or self.others)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased of a person, and what stays; `overwritten` tells whether the file holds no trace of it any more.

    It does so only later where another program that uses the database is in the way.
    """

    questions: int
    others: int
    staying: Staying
    overwritten: bool = True

    @property
    def anything(self) -> bool:
        """Whether there was anything to erase."""
        return bool(self.questions or self.others)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All rows that name a person, by table: what a person may take along. Nobody else's id is in them."""

    user_id: int
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
