"""Real SQLite files, seen through our door and through a second one that knows nothing of our code."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.database import Database, QueryLog, open_database

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
