"""The query log: every question that was asked in Discord, once."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Insert, Table, bindparam, case, exists, func, insert, or_, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from store.database.engine import Database
from store.database.models import MemberRow, QueryRow
from store.database.query_filter import EVERYTHING, QueryFilter
from store.question import Entry, Outcome, Surface

# Rows read at a time by an export: a transaction of some milliseconds.
BATCH = 500


@dataclass(frozen=True, slots=True)
class LoggedQuery:
    """A row of the query log. Ids are Discord's; `asked_at` is in UTC; lines are 1-based and inclusive."""

    id: int
    asked_at: datetime
    user_id: int | None
    guild_id: int | None
    channel_id: int | None
    surface: Surface
    command: str
    text: str | None
    episode: str | None
    outcome: Outcome
    answer_lines: tuple[tuple[int, int], ...]
    latency_ms: float
    options: Mapping[str, str] | None = None


class QueryLog:
    """Writes questions down and reads them back."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def record(self, entry: Entry) -> bool:
        """Write a question's row, durable on return; False where its id was there already, and nothing changes.

        What else the database refuses, or cannot do, is raised as SQLAlchemy raises it.
        """
        try:
            async with self._database.transaction() as session:
                await session.execute(_RECORD, _row(entry))
        except IntegrityError:
            # A broken rule of the table is reported by the same class.
            if await self._has(entry.question.id):
                return False
            raise
        return True

    async def mark_failed(self, question_id: int) -> None:
        """Change a row's outcome: its answer did not arrive. Nothing happens where there is no such row."""
        async with self._database.transaction() as session:
            await session.execute(update(QueryRow).where(QueryRow.id == question_id).values(outcome="failed"))

    async def find(self, question_id: int) -> LoggedQuery | None:
        """Return a question; None where there is none of this id."""
        async with self._database.reading() as session:
            row = await session.get(QueryRow, question_id)
            return logged(row) if row else None

    async def recent(
        self, limit: int = 25, offset: int = 0, which: QueryFilter = EVERYTHING
    ) -> tuple[LoggedQuery, ...]:
        """Return the latest questions, the newest first."""
        newest = select(QueryRow).where(*which.clauses).order_by(QueryRow.asked_at.desc(), QueryRow.id.desc())
        async with self._database.reading() as session:
            return tuple(logged(row) for row in await session.scalars(newest.limit(limit).offset(offset)))

    async def count(self, which: QueryFilter = EVERYTHING) -> int:
        """Tell how many questions there are."""
        async with self._database.reading() as session:
            return await session.scalar(select(func.count()).select_from(QueryRow).where(*which.clauses)) or 0

    async def export(
        self, which: QueryFilter = EVERYTHING, *, newest_first: bool = False
    ) -> AsyncIterator[LoggedQuery]:
        """Give every question, the oldest first. No transaction is open while the caller has a row in hand."""
        page = await self._after(None, which, newest_first=newest_first)
        while page:
            for query in page:
                yield query
            page = await self._after(page[-1], which, newest_first=newest_first)

    async def _after(
        self, last: LoggedQuery | None, which: QueryFilter, *, newest_first: bool
    ) -> tuple[LoggedQuery, ...]:
        """Return the next rows by their key: an offset would skip or repeat some when others are erased meanwhile."""
        key = tuple_(QueryRow.asked_at, QueryRow.id)
        order = [column.desc() if newest_first else column.asc() for column in (QueryRow.asked_at, QueryRow.id)]
        page = select(QueryRow).where(*which.clauses).order_by(*order).limit(BATCH)
        if last is not None:
            reached = (last.asked_at, last.id)
            page = page.where(key < reached if newest_first else key > reached)
        async with self._database.reading() as session:
            return tuple(logged(row) for row in await session.scalars(page))

    async def _has(self, question_id: int) -> bool:
        async with self._database.reading() as session:
            return await session.get(QueryRow, question_id) is not None


def _recording() -> Insert:
    """Make the statement that writes a row, without who asked and what where that person has opted out.

    It is made once: making it takes as long as running it. A direct message's channel is known by its two ends, so it
    names the asker, too.
    """
    table = cast("Table", QueryRow.__table__)
    given = {column.name: bindparam(column.name, type_=column.type) for column in table.columns}
    asker = given["user_id"]
    kept = ~exists().where(MemberRow.user_id == asker, MemberRow.opted_out_at.is_not(None))
    unless = {name: case((kept, given[name])) for name in ("user_id", "text", "options")}
    channel = case((or_(kept, given["guild_id"].is_not(None)), given["channel_id"]))
    return insert(table).values({**given, **unless, "channel_id": channel})


_RECORD = _recording()


def _row(entry: Entry) -> dict[str, object]:
    question = entry.question
    return {
        "id": question.id,
        "asked_at": question.asked_at,
        "user_id": question.place.user_id,
        "guild_id": question.place.guild_id,
        "channel_id": question.place.channel_id,
        "surface": question.surface,
        "command": entry.command,
        "text": question.text,
        "episode": entry.episode,
        "outcome": entry.outcome,
        "answer_lines": [list(lines) for lines in entry.answer_lines],
        "latency_ms": entry.latency_ms,
        "options": dict(question.options),
    }


def logged(row: QueryRow) -> LoggedQuery:
    return LoggedQuery(
        id=row.id,
        asked_at=row.asked_at,
        user_id=row.user_id,
        guild_id=row.guild_id,
        channel_id=row.channel_id,
        surface=row.surface,
        command=row.command,
        text=row.text,
        episode=row.episode,
        outcome=row.outcome,
        answer_lines=tuple((first, last) for first, last in row.answer_lines),
        latency_ms=row.latency_ms,
        options=row.options,
    )
