"""Real SQLite files, seen through our door and through a second one that knows nothing of our code."""

import itertools
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, BigInteger, Boolean, Double, Integer, LargeBinary, inspect

from store.database import Database, QueryLog, open_database
from store.database.instant import Instant
from store.database.models import Base
from store.database.personal import NAMES

Rows = list[tuple[Any, ...]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def log(database: Database) -> QueryLog:
    return QueryLog(database)


@pytest.fixture
def seen(file: Path) -> Callable[[str], Rows]:
    """Run SQL on the file as another program would."""

    def rows(sql: str) -> Rows:
        with closing(sqlite3.connect(file)) as connection, connection:
            return connection.execute(sql).fetchall()

    return rows


@pytest.fixture
def filled() -> Callable[..., dict[str, Any]]:
    """Make rows of any table in which every column that can names a member."""
    numbers = itertools.count(1)

    def row(kind: type[Base], member: int, guild_id: int, **given: Any) -> dict[str, Any]:
        at = given.get("at", datetime(2026, 5, 1, tzinfo=UTC))
        values = {c.name: _value(c.type, next(numbers), member, at) for c in inspect(kind).columns}
        chosen = {**values, **_SOME, **dict.fromkeys(NAMES, member), "guild_id": guild_id, **given}
        return {column.name: chosen[column.name] for column in inspect(kind).columns}

    return row


# What a rule limits, of the table or of who reads it.
_SOME: dict[str, Any] = {
    "surface": "slash",
    "outcome": "answered",
    "state": "proposed",
    "reason": "a reason",
    "answer_lines": [[1, 2]],
    "value": 30,
    "facts": {},
    "name": "retention_days",
}


def _value(kind: Any, number: int, member: int, at: datetime) -> Any:
    match kind:
        case Instant():
            return at
        case JSON():
            return {"of": f"<@{member}> said so"}
        case LargeBinary():
            return b"words"
        case Boolean():
            return True
        case Integer() | BigInteger() | Double():
            return number
        case _:
            return str(number)
