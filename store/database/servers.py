"""The servers that there is data of, and those that the bot is no longer in."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select, union

from store.database.engine import Database
from store.database.erasing import erase_server, servers_tables
from store.database.models import DepartureRow, EpisodeRow, QueryRow

BATCH = 500


@dataclass(frozen=True, slots=True)
class Server:
    """What there is of a server. `left_at` is None while the bot is in it, as far as is known."""

    id: int
    questions: int
    last_asked_at: datetime | None
    episodes: int
    left_at: datetime | None


class Servers:
    """Lists servers, notes where the bot has left, and erases what a server has."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def known(self) -> tuple[Server, ...]:
        """Return every server that there is data of."""
        asked = select(QueryRow.guild_id, func.count(), func.max(QueryRow.asked_at)).group_by(QueryRow.guild_id)
        added = select(EpisodeRow.guild_id, func.count()).group_by(EpisodeRow.guild_id)
        async with self._database.reading() as session:
            questions: dict[int | None, tuple[int, datetime | None]] = {
                row[0]: (row[1], row[2]) for row in await session.execute(asked)
            }
            episodes = {row[0]: row[1] for row in await session.execute(added)}
            left = {row.guild_id: row.left_at for row in await session.scalars(select(DepartureRow))}
            ids = sorted(await session.scalars(_ids()))
        counts = {one: questions.get(one, (0, None)) for one in ids}
        return tuple(
            Server(one, count, last, episodes.get(one, 0), left.get(one)) for one, (count, last) in counts.items()
        )

    async def reconcile(self, present: Collection[int], mine: Callable[[int], bool], now: datetime) -> None:
        """Note which servers the bot has left, or has come back to, while nobody looked.

        `present` are those that it is in, `mine` tells those of which this process would know.
        """
        async with self._database.transaction() as session:
            departed = set(await session.scalars(select(DepartureRow.guild_id)))
            gone = {one for one in await session.scalars(_ids()) if mine(one)} - set(present) - departed
            session.add_all(DepartureRow(guild_id=one, left_at=now) for one in sorted(gone))
            for back in departed & set(present):
                await session.execute(delete(DepartureRow).where(DepartureRow.guild_id == back))

    async def left(self, guild_id: int, now: datetime) -> None:
        """Note that the bot has left a server; that it had before stays as it was noted."""
        async with self._database.transaction() as session:
            if await session.get(DepartureRow, guild_id) is None:
                session.add(DepartureRow(guild_id=guild_id, left_at=now))

    async def joined(self, guild_id: int) -> None:
        """Keep what a server has: the bot is in it again."""
        async with self._database.transaction() as session:
            await session.execute(delete(DepartureRow).where(DepartureRow.guild_id == guild_id))

    async def erase(self, guild_id: int) -> int:
        """Erase all that a server has, in one transaction, and then all trace of it in the database's files.

        Return how many rows there were.
        """
        async with self._database.transaction() as session:
            rows = await erase_server(session, guild_id)
        await self._database.scrub()
        return rows

    async def purge(self, mine: Callable[[int], bool], before: datetime) -> tuple[int, ...]:
        """Erase the servers that the bot left before an instant, and of which this process knows; return them."""
        over = select(DepartureRow.guild_id).where(DepartureRow.left_at <= before)
        async with self._database.reading() as session:
            due = [one for one in await session.scalars(over) if mine(one)]
        return tuple([one for one in due if await self._purge(one, before)])

    async def _purge(self, guild_id: int, before: datetime) -> bool:
        while await self._thin(guild_id, before):
            pass
        async with self._database.transaction() as session:
            if await session.scalar(_due(guild_id, before)) is None:
                return False
            await erase_server(session, guild_id)
            return True

    async def _thin(self, guild_id: int, before: datetime) -> int:
        """Delete some of a server's questions, unless the bot has come back meanwhile."""
        some = select(QueryRow.id).where(QueryRow.guild_id == guild_id, _due(guild_id, before).exists()).limit(BATCH)
        async with self._database.transaction() as session:
            result: Any = await session.execute(delete(QueryRow).where(QueryRow.id.in_(some)))
            return int(result.rowcount)


def _ids() -> Any:
    """Select the id of every server that has a row anywhere."""
    return union(*(select(table.c.guild_id).where(table.c.guild_id.is_not(None)) for table in servers_tables()))


def _due(guild_id: int, before: datetime) -> Select[Any]:
    due: ColumnElement[bool] = (DepartureRow.guild_id == guild_id) & (DepartureRow.left_at <= before)
    return select(DepartureRow.guild_id).where(due)
