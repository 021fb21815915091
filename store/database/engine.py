"""Opening the database, and the transactions in which all work on it is done."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager

from alembic.util import CommandError
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from store.database import schema, sqlite
from store.errors import DatabaseError

# What SQLAlchemy, Alembic and the drivers raise where a database cannot be reached, or not as the URL says.
_FORESEEN = (SQLAlchemyError, CommandError, schema.SchemaUnknownError, sqlite3.Error, ImportError, OSError, TypeError)


class Database:
    """An open database, its schema up to date."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Who made the engine disposes of it."""
        self.engine = engine
        self._writing = async_sessionmaker(engine, expire_on_commit=False)
        self._reading = async_sessionmaker(engine.execution_options(**{sqlite.READS: True}))
        self._scrubbing = asyncio.Lock()
        self._scrubs_wanted = 0
        self._scrubs_done = 0

    def transaction(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Give a session in a transaction, committed at the end of the block or, after an exception, rolled back.

        Keep it short and never open another inside: the next question waits for it.
        """
        return self._writing.begin()

    def reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Give a session that changes nothing, and so need not wait for other processes that do."""
        return self._reading.begin()

    async def scrub(self) -> bool:
        """See to it that no file of the database holds what has been erased; False where that has to wait.

        Only SQLite needs it; it takes a second for some 100 MB. Those who want it at once share one.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        self._scrubs_wanted += 1
        mine = self._scrubs_wanted
        async with self._scrubbing:
            if self._scrubs_done >= mine:
                return True
            wanted = self._scrubs_wanted
            done = await sqlite.scrub(self.engine)
            self._scrubs_done = wanted if done else self._scrubs_done
            return done

    @property
    def unscrubbed(self) -> bool:
        """Whether a file may still hold what was erased, for another program was in the way."""
        return self._scrubs_done < self._scrubs_wanted


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open a database by its SQLAlchemy URL and bring its schema up to date. Raises DatabaseError."""
    async with _engine(url) as engine:
        await _bring_up(engine)
        yield Database(engine)


def upgrade(url: str) -> tuple[str | None, str | None]:
    """Bring a database's schema up to date, outside any event loop; return the revisions before and after.

    The first is None where the database was empty. Raises DatabaseError.
    """

    async def opened() -> tuple[str | None, str | None]:
        async with _engine(url) as engine:
            return await _bring_up(engine)

    return asyncio.run(opened())


@asynccontextmanager
async def _engine(url: str) -> AsyncIterator[AsyncEngine]:
    engine = _create(_parsed(url))
    try:
        yield engine
    finally:
        await engine.dispose()


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        # Neither the URL nor SQLAlchemy's words are shown: who knows where in it the password stands.
        raise DatabaseError("of this URL", "it is not written as SQLAlchemy wants it, dialect+driver://…") from None


def _create(url: URL) -> AsyncEngine:
    """Make an engine whose errors, which go to the program's log, do not tell who asked what."""
    with _explained(url):
        if url.get_backend_name() != "sqlite":
            # Connections over a network break; each is tried before it is used.
            return create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
        if url.get_driver_name() != "aiosqlite":
            raise DatabaseError(_shown(url), "SQLite is spoken to by its asynchronous driver, sqlite+aiosqlite://…")
        engine = create_async_engine(url, hide_parameters=True, **sqlite.POOL)
        sqlite.configure(engine)
        return engine


async def _bring_up(engine: AsyncEngine) -> tuple[str | None, str | None]:
    with _explained(engine.url):
        if engine.dialect.name == "sqlite":
            await sqlite.probe(engine)
        async with engine.begin() as connection:
            return await connection.run_sync(schema.bring_up)


@contextmanager
def _explained(url: URL) -> Iterator[None]:
    """Turn what goes wrong while a database is opened into one line."""
    try:
        yield
    except _FORESEEN as error:
        raise DatabaseError(_shown(url), _why(url, error)) from error


def _shown(url: URL) -> str:
    """Write a URL without its password, and without its query, which may hold one, too."""
    return url.set(query={}).render_as_string(hide_password=True)


def _why(url: URL, error: Exception) -> str:
    match error:
        case NoSuchModuleError():
            return f"there is no dialect and driver called {url.drivername}"
        case ModuleNotFoundError(name=name):
            return f"its driver is missing: install {name}"
        case DBAPIError(orig=BaseException() as cause):
            return _in_one_line(cause)
        case SQLAlchemyError(args=(str(message), *_)):
            # Without the link to the page about it, which `str()` adds.
            return " ".join(message.split())
        case _:
            return _in_one_line(error)


def _in_one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
