import asyncio
import sqlite3
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from store.database import Database, open_database, schema, upgrade
from store.errors import DatabaseError

Seen = Callable[[str], list[tuple[Any, ...]]]
PASSWORD = "hunter2"
HEAD = max(path.stem[:4] for path in (schema.MIGRATIONS / "versions").glob("[0-9]*.py"))
NAME = text("INSERT INTO alembic_version VALUES ('from a test')")


async def refused(url: str) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        async with open_database(url):
            pass
    assert "\n" not in str(caught.value)
    assert PASSWORD not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("door", ["transaction", "reading"])
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 5000)],
)
async def test_every_connection_is_set_up(database: Database, door: str, pragma: str, value: object) -> None:
    async with getattr(database, door)() as session:
        assert await session.scalar(text(f"PRAGMA {pragma}")) == value


async def test_transaction_is_undone_where_its_block_fails(database: Database, seen: Seen) -> None:
    async def write() -> None:
        async with database.transaction() as session:
            await session.execute(NAME)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write()
    assert seen("SELECT version_num FROM alembic_version") == [(HEAD,)]


async def test_transaction_that_has_only_read_can_go_on_to_write(database: Database, file: Path) -> None:
    async with database.transaction() as session:
        await session.execute(text("SELECT * FROM alembic_version"))
        with (
            closing(sqlite3.connect(file, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
        await session.execute(NAME)


async def test_reading_does_not_wait_for_another_process_that_writes(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(1), database.reading() as session:
            assert await session.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


async def test_writing_waits_for_another_process_that_writes(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        async def write() -> None:
            async with database.transaction() as session:
                await session.execute(NAME)

        writing = asyncio.create_task(write())
        await asyncio.sleep(0.2)
        assert not writing.done()
        other.execute("COMMIT")
        await writing


async def test_a_cancelled_transaction_leaves_the_database_usable(database: Database, seen: Seen) -> None:
    async def write() -> None:
        async with database.transaction() as session:
            await session.execute(NAME)
            await asyncio.sleep(10)

    for steps in range(40):
        writing = asyncio.create_task(write())
        for _ in range(steps):
            await asyncio.sleep(0.0005)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        async with asyncio.timeout(5), database.reading() as session:
            assert await session.scalar(text("SELECT count(*) FROM alembic_version")) == 1
    assert seen("SELECT count(*) FROM alembic_version") == [(1,)]


async def test_closed_database_leaves_one_file(url: str, file: Path) -> None:
    async with open_database(url) as database, database.transaction() as session:
        await session.execute(NAME)
    assert list(file.parent.iterdir()) == [file]


async def test_missing_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "log.db"
    error = await refused(f"sqlite+aiosqlite:///{path}")
    assert (error.where, error.why) == (f"sqlite+aiosqlite:///{path}", "unable to open database file")
    assert not path.parent.exists()


async def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    assert (await refused(f"sqlite+aiosqlite:///{tmp_path}")).why == "unable to open database file"


def test_file_that_is_no_database_is_refused_and_left_as_it_was(url: str, file: Path) -> None:
    file.write_text("Dear diary, today nobody asked anything at all.\n" * 100, encoding="utf-8")
    before = file.read_bytes()
    assert asyncio.run(refused(url)).why == "file is not a database"
    assert file.read_bytes() == before


def test_damaged_database_is_refused(url: str, file: Path, seen: Seen) -> None:
    seen("CREATE TABLE notes (text)")
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)
    assert "malformed" in asyncio.run(refused(url)).why


async def test_table_of_another_program_is_refused_and_left_as_it_was(url: str, seen: Seen) -> None:
    seen("CREATE TABLE queries (mine)")
    assert "queries already exists" in (await refused(url)).why
    assert seen("SELECT name FROM sqlite_master") == [("queries",)]


async def test_schema_newer_than_the_code_is_refused(url: str, seen: Seen) -> None:
    async with open_database(url):
        pass
    seen("UPDATE alembic_version SET version_num = '9999'")
    assert "its schema (9999) is newer than this program" in (await refused(url)).why
    assert seen("SELECT version_num FROM alembic_version") == [("9999",)]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (f"postgresql+nodriver://bot:{PASSWORD}@db/log", "no dialect and driver called postgresql+nodriver"),
        (f"nobase://bot:{PASSWORD}@db/log?password={PASSWORD}", "no dialect and driver called nobase"),
        (f"mssql+aioodbc://bot:{PASSWORD}@db/log?password={PASSWORD}", "its driver is missing: install aioodbc"),
        ("sqlite:///log.db", "asynchronous driver, sqlite+aiosqlite"),
        (f"mssql+pymssql://bot:{PASSWORD}@db/log", "its driver is missing: install pymssql"),
        (f"sqlite://bot@{PASSWORD}:{PASSWORD}/log", "not written as SQLAlchemy wants it"),
        (f"{PASSWORD}", "not written as SQLAlchemy wants it"),
        ("", "not written as SQLAlchemy wants it"),
    ],
)
async def test_url_that_cannot_be_used_is_refused_without_its_password(url: str, why: str) -> None:
    assert why in (await refused(url)).why


async def test_missing_postgresql_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    # As if it were not installed, wherever this test runs.
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    error = await refused(f"postgresql+asyncpg://bot:{PASSWORD}@db/log")
    assert error.where == "postgresql+asyncpg://bot:***@db/log"
    assert error.why == "its driver is missing: install asyncpg"


async def test_two_databases_opened_at_once_on_a_new_file_are_both_up_to_date(url: str) -> None:
    async def revision() -> str | None:
        async with open_database(url) as database, database.reading() as session:
            found: str | None = await session.scalar(text("SELECT version_num FROM alembic_version"))
            return found

    assert set(await asyncio.gather(revision(), revision())) == {HEAD}


def test_of_many_that_upgrade_at_once_one_does_it(url: str) -> None:
    with ThreadPoolExecutor(6) as threads:
        done = list(threads.map(upgrade, [url] * 6))
    assert sorted(done, key=str) == [(HEAD, HEAD)] * 5 + [(None, HEAD)]


def test_upgrade_tells_the_revisions_before_and_after(url: str) -> None:
    assert upgrade(url) == (None, HEAD)
    assert upgrade(url) == (HEAD, HEAD)


def test_upgrade_refuses_what_cannot_be_opened_and_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    for _ in range(30):
        with pytest.raises(DatabaseError, match="unable to open"):
            upgrade(f"sqlite+aiosqlite:///{tmp_path}")
        assert set(threading.enumerate()) <= before
