"""What SQLite needs to be told, and no other database: on each connection, and at the start of a transaction."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import AsyncAdaptedQueuePool, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine

if TYPE_CHECKING:
    import aiosqlite

_log = logging.getLogger(__name__)

# The execution option of a connection that only reads.
READS = "on_the_record_reads"

# SQLite lets one write at a time. On one connection questions wait for each other in the order in which they came,
# rather than poll a lock; and a database in memory, which lasts as long as its connection, is one database.
POOL: dict[str, Any] = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0}

# Milliseconds to wait for another process; and where that can be tried again.
TIMEOUT, SCRUB_TIMEOUT = 5_000, 500

PRAGMAS = (
    # First, as the next may have to wait for another process.
    f"busy_timeout = {TIMEOUT}",
    # Readers do not stop the writer, nor the writer readers.
    "journal_mode = WAL",
    # A commit is on the disk when it returns: WAL alone would let a power cut take the latest.
    "synchronous = FULL",
    "foreign_keys = ON",
    # What is erased is overwritten, not just unlinked.
    "secure_delete = ON",
)


def configure(engine: AsyncEngine) -> None:
    """Have every connection of an engine set up so."""
    event.listen(engine.sync_engine, "connect", _connected)
    event.listen(engine.sync_engine, "begin", _began)


async def probe(engine: AsyncEngine) -> None:
    """Find out whether a file is a database that can be opened. Raises sqlite3.Error.

    aiosqlite, where it cannot open one, leaves a thread behind, which prints a traceback where the loop ends first.
    """
    (file,), options = engine.dialect.create_connect_args(engine.url)
    keywords: dict[str, Any] = {**options}

    def opened() -> None:
        with closing(sqlite3.connect(file, **keywords)) as connection:
            connection.execute("PRAGMA schema_version")

    await asyncio.to_thread(opened)


def _connected(connection: DBAPIConnection, record: object) -> None:  # noqa: ARG001 - SQLAlchemy passes it
    # Python's driver leaves it to us to begin transactions (docs.sqlalchemy.org, "Enabling Non-Legacy SQLite
    # Transactional Modes"): left to itself, it begins none before a SELECT or DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _began(connection: Connection) -> None:
    """Take the write lock first: one that has read cannot wait for it any more (sqlite.org/isolation.html)."""
    reads = connection.get_execution_options().get(READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


async def scrub(engine: AsyncEngine) -> bool:
    """Write the file anew and empty its log, so that neither holds what was erased; False where another is in the way.

    `secure_delete` overwrites what is deleted, but not the copies of it that lie in the gaps of pages which SQLite has
    once split or merged. Outside of any transaction: SQLAlchemy would begin one.
    """
    async with engine.connect() as connection:
        driver = cast("aiosqlite.Connection", (await connection.get_raw_connection()).driver_connection)
        try:
            # Questions wait for this connection meanwhile.
            await driver.execute_fetchall(f"PRAGMA busy_timeout = {SCRUB_TIMEOUT}")
            await driver.execute_fetchall("VACUUM")
            ((busy, *_),) = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            _log.warning("the database's file may still hold copies of what was erased: %s", error)
            return False
        finally:
            await driver.execute_fetchall(f"PRAGMA busy_timeout = {TIMEOUT}")
    return not busy
