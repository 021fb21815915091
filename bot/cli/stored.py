"""The database at the terminal: where it is, and whom or what in it the options name."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot.cli.asking import settings_from
from store.errors import DatabaseError

if TYPE_CHECKING:
    from store.database import Database, QueryFilter
    from store.question import Outcome

# Discord's ids have 63 bits.
_LARGEST = 2**63 - 1
_MENTION = re.compile(r"<[@#][!&]?(\d+)>|(\d+)")
_DAYS = 36_500


def snowflake(given: str) -> int:
    """Read one of Discord's ids, by itself or as a mention. Raises typer.BadParameter."""
    found = _MENTION.fullmatch(given.strip())
    number = int(found[1] or found[2]) if found else 0
    if not 0 < number <= _LARGEST:
        raise typer.BadParameter(f"{given!r} is no id of Discord's, which is a number such as 1456074443980800019")
    return number


MemberOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--member", metavar="USER", parser=snowflake, help="Only what this person asked.", show_default=False),
]
ServerOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--server", metavar="ID", parser=snowflake, help="Only in this server.", show_default=False),
]
DaysOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--days", metavar="N", min=1, max=_DAYS, help="Only of the last so many days.", show_default=False),
]


@asynccontextmanager
async def stored(config: Path | None) -> AsyncIterator["Database"]:
    """Open the database, also while the bot runs. Raises DatabaseError, also where there is none yet."""
    from store.database import open_database  # noqa: PLC0415 - the verbs that answer start without it

    async with open_database(_url(config)) as opened:
        yield opened


def which(
    *,
    server: int | None = None,
    member: int | None = None,
    command: str | None = None,
    outcome: "Outcome | None" = None,
    days: int | None = None,
) -> "QueryFilter":
    """Return which questions the options mean."""
    from store.database import QueryFilter  # noqa: PLC0415

    since = datetime.now(UTC) - timedelta(days=days) if days else None
    return QueryFilter(server, member, command, outcome, since)


def _url(config: Path | None) -> str:
    """Return the database's URL. Raises DatabaseError where it is SQLite's and there is no such file: make none."""
    url = settings_from(config).database.url
    from sqlalchemy import make_url  # noqa: PLC0415

    parsed = make_url(url)
    file = parsed.database or ":memory:"
    if parsed.get_backend_name() == "sqlite" and not file.startswith("file:") and not Path(file).is_file():
        raise DatabaseError(file, "there is none yet, the bot makes it when it first runs")
    return url
