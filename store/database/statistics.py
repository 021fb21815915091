"""The query log in numbers."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, extract, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.engine import Database
from store.database.models import QueryRow
from store.database.query_filter import QueryFilter
from store.server.likeness import AskedAlike, grouped
from store.server.statistics import Latency, Statistics

# Different texts that are compared with each other: half a second, in a thread.
TEXTS = 1_000
# Written out: PostgreSQL takes two parameters of one value for two values, and what is grouped by for another.
_SECONDS_A_DAY = literal_column("86400", BigInteger)
_EPOCH = date(1970, 1, 1)
Clauses = Sequence[ColumnElement[bool]]


class QueryStatistics:
    """Counts what was asked."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def of(self, which: QueryFilter, until: date, days: int) -> Statistics:
        """Return the numbers of some days, the last of them `until`, in UTC."""
        since = datetime.combine(until, time(), UTC) - timedelta(days=days - 1)
        where = [*which.clauses, QueryRow.asked_at >= since, QueryRow.asked_at < since + timedelta(days=days)]
        number = cast(extract("epoch", QueryRow.asked_at), BigInteger) // _SECONDS_A_DAY
        async with self._database.reading() as session:
            by_day = await _counts(session, number, where)
            answered = await _counts(session, number, [*where, QueryRow.outcome == "answered"])
            by_command = await _counts(session, QueryRow.command, where)
            by_outcome = await _counts(session, QueryRow.outcome, where)
            askers = await session.scalar(select(func.count(QueryRow.user_id.distinct())).where(*where)) or 0
            latency = await _latency(session, where)
            texts = await _texts(session, where)
        asked = await asyncio.to_thread(grouped, texts)
        return Statistics(until, days, _dated(by_day), _dated(answered), by_command, by_outcome, asked, askers, latency)

    async def unanswered(self, which: QueryFilter) -> tuple[AskedAlike, ...]:
        """Return what was asked and not found, grouped by likeness, the most asked first."""
        async with self._database.reading() as session:
            texts = await _texts(session, [*which.clauses, QueryRow.outcome == "nothing_found"])
        return await asyncio.to_thread(grouped, texts)

    async def most_asked(self, guild_id: int, limit: int) -> tuple[str, ...]:
        """Return what at least two people of a server have asked in the same words and found, the most asked first.

        What only one person has asked is nobody else's to see.
        """
        people = func.count(QueryRow.user_id.distinct())
        asked = (
            select(QueryRow.text)
            .where(QueryRow.guild_id == guild_id, QueryRow.command == "quote", QueryRow.outcome == "answered")
            .where(QueryRow.text.is_not(None), QueryRow.text != "")
            .group_by(QueryRow.text)
            .having(people > 1)
            .order_by(people.desc(), func.max(QueryRow.asked_at).desc())
            .limit(limit)
        )
        async with self._database.reading() as session:
            return tuple(text or "" for text in await session.scalars(asked))


def _dated(by_number: Mapping[int, int]) -> dict[date, int]:
    return {_EPOCH + timedelta(days=int(number)): count for number, count in by_number.items()}


async def _counts(session: AsyncSession, by: Any, where: Clauses) -> dict[Any, int]:
    count = func.count()
    rows = await session.execute(select(by, count).where(*where).group_by(by).order_by(count.desc(), by))
    return {row[0]: row[1] for row in rows}


async def _texts(session: AsyncSession, where: Clauses) -> list[AskedAlike]:
    count, last = func.count(), func.max(QueryRow.asked_at)
    said = select(QueryRow.text, count, last).where(*where, QueryRow.text.is_not(None), QueryRow.text != "")
    most = said.group_by(QueryRow.text).order_by(count.desc(), last.desc()).limit(TEXTS)
    return [AskedAlike(row[0] or "", row[1], row[2]) for row in await session.execute(most)]


async def _latency(session: AsyncSession, where: Clauses) -> Latency | None:
    """Read the quantiles where they stand in order: not every database computes them."""
    total = await session.scalar(select(func.count()).select_from(QueryRow).where(*where)) or 0
    if not total:
        return None
    ordered = select(QueryRow.latency_ms).where(*where).order_by(QueryRow.latency_ms)
    places = ((total - 1) // 2, (total * 9 - 1) // 10, total - 1)
    median, ninth, slowest = [await session.scalar(ordered.offset(place).limit(1)) or 0.0 for place in places]
    return Latency(median, ninth, slowest)
