"""Which page of a server's log a card shows, small enough for a button's id."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from bot.shown import UnreadableIdError
from store.database import QueryFilter
from store.question import Outcome

What = Literal["recent", "unanswered"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
# The verbs that answer: an id carries a verb's place here, so new ones go to the end.
VERBS = ("quote", "summary", "books", "verify", "mentions", "episode", "discuss", "help")
_ID = re.compile(
    r"(?P<what>[ru]):(?P<page>\d{1,6}):(?P<until>\d{1,12}):(?P<member>\d{1,19})?:(?P<command>\d{1,2})?:"
    r"(?P<outcome>\d)?:(?P<days>\d{1,3})?"
)


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page, counted from 0, of what was asked until an instant: so that new questions move nothing about.

    There is no server in it: whoever turns the page sees the server in which they do.
    """

    what: What
    until: datetime
    member: int | None = None
    command: str | None = None
    outcome: Outcome | None = None
    days: int | None = None
    page: int = 0

    @classmethod
    def first(  # noqa: PLR0913 - as many as a moderator may filter by
        cls,
        what: What,
        asked_at: datetime,
        *,
        member: int | None = None,
        command: str | None = None,
        outcome: Outcome | None = None,
        days: int | None = None,
    ) -> "LogPage":
        """Return the first page of what was asked up to and with the second in which it is wanted."""
        until = asked_at.replace(microsecond=0) + timedelta(seconds=1)
        return cls(what, until, member, command, outcome, days)

    def turned(self, pages: int) -> "LogPage":
        """Return the page that comes so many pages after."""
        return replace(self, page=max(0, self.page + pages))

    def which(self, guild_id: int) -> QueryFilter:
        """Return which of a server's questions are meant."""
        since = self.until - timedelta(days=self.days) if self.days else None
        return QueryFilter(guild_id, self.member, self.command, self.outcome, since, self.until)

    def __str__(self) -> str:
        """Write it into an id: 70 characters at most."""
        command = VERBS.index(self.command) if self.command else ""
        outcome = OUTCOMES.index(self.outcome) if self.outcome else ""
        seconds = int(self.until.timestamp())
        return f"{self.what[0]}:{self.page}:{seconds}:{self.member or ''}:{command}:{outcome}:{self.days or ''}"

    @classmethod
    def read(cls, text: str) -> "LogPage":
        """Read back what `str` wrote; raise UnreadableIdError for anything else."""
        found = _ID.fullmatch(text)
        if found is None:
            raise UnreadableIdError(text)
        try:
            return cls(
                "recent" if found["what"] == "r" else "unanswered",
                datetime.fromtimestamp(int(found["until"]), UTC),
                int(found["member"]) if found["member"] else None,
                VERBS[int(found["command"])] if found["command"] else None,
                OUTCOMES[int(found["outcome"])] if found["outcome"] else None,
                int(found["days"]) if found["days"] else None,
                int(found["page"]),
            )
        except (IndexError, ValueError, OverflowError, OSError) as error:
            raise UnreadableIdError(text) from error
