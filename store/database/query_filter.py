"""Which questions of the log are meant."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement

from store.database.models import QueryRow
from store.question import Outcome


@dataclass(frozen=True, slots=True)
class QueryFilter:
    """Which questions are meant: those of which all that is given holds. `since` is the first instant, `before` ends.

    Without a server it means those of all servers and of direct messages: that is for the operator alone.
    """

    guild_id: int | None = None
    user_id: int | None = None
    command: str | None = None
    outcome: Outcome | None = None
    since: datetime | None = None
    before: datetime | None = None

    @property
    def clauses(self) -> list[ColumnElement[bool]]:
        """What a row has to fulfil, for `where`."""
        given = {
            QueryRow.guild_id: self.guild_id,
            QueryRow.user_id: self.user_id,
            QueryRow.command: self.command,
            QueryRow.outcome: self.outcome,
        }
        equal = [column == value for column, value in given.items() if value is not None]
        after = [QueryRow.asked_at >= self.since] if self.since else []
        return [*equal, *after, *([QueryRow.asked_at < self.before] if self.before else [])]


EVERYTHING = QueryFilter()
