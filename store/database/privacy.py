"""What is kept of a person: shown, taken along, erased."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import FromClause, LargeBinary, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database import erasing
from store.database.audit import Change, note
from store.database.engine import Database
from store.database.models import AuditRow, BlockRow, MemberRow, QueryRow
from store.database.personal import NAMES, crediting, naming
from store.server.privacy import Blocked, Erased, Kept, PersonalData, Staying


class Privacy:
    """Shows and erases what is kept of a person; in one server, where one is named, else everywhere."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def kept(self, user_id: int, now: datetime, guild_id: int | None = None) -> Kept:
        """Tell what is kept of a person."""
        times = func.count(), func.min(QueryRow.asked_at), func.max(QueryRow.asked_at)
        questions = select(*times).where(QueryRow.user_id == user_id)
        if guild_id is not None:
            questions = questions.where(QueryRow.guild_id == guild_id)
        async with self._database.reading() as session:
            count, first, last = (await session.execute(questions)).one()
            others = await _others(session, user_id, guild_id)
            return Kept(count, first, last, others, await _staying(session, user_id, now, guild_id))

    async def export(self, user_id: int) -> PersonalData:
        """Return every row that names a person, without what it says of others, and without files."""
        tables = dict.fromkeys(column.table for column in naming())
        async with self._database.reading() as session:
            found = {str(table): await _rows(session, table, user_id) for table in tables}
        return PersonalData(user_id, {name: rows for name, rows in found.items() if rows})

    async def erase(self, user_id: int, now: datetime, guild_id: int | None = None, *, by: int | None = None) -> Erased:
        """Erase what is kept of a person, in one transaction, and then all trace of it in the database's files.

        What stays is the opt-out, the blocks in force, and what the person changed as a moderator. `by` is the
        moderator who has a server's member forgotten: that is put in the audit, without the member.
        """
        async with self._database.transaction() as session:
            erased = await erasing.erase_member(session, user_id, now, guild_id)
            erased = replace(erased, staying=await _staying(session, user_id, now, guild_id))
            if by is not None and guild_id is not None:
                after = {"questions": erased.questions, "others": erased.others}
                note(session, Change(guild_id, by, "member forget", after=after))
        return replace(erased, overwritten=await self._database.scrub())


async def _others(session: AsyncSession, user_id: int, guild_id: int | None) -> int:
    """Count what erasing would take besides questions."""
    counts = [
        select(func.count()).where(column == user_id, *erasing.within(column.table, guild_id))
        for column in [*crediting(), AuditRow.member_id.property.columns[0]]
    ]
    return sum([await session.scalar(count) or 0 for count in counts])


async def _staying(session: AsyncSession, user_id: int, now: datetime, guild_id: int | None) -> Staying:
    blocks = select(BlockRow).where(BlockRow.user_id == user_id, ~erasing.is_over(now))
    changes = select(func.count()).where(AuditRow.actor_id == user_id)
    if guild_id is not None:
        blocks, changes = blocks.where(BlockRow.guild_id == guild_id), changes.where(AuditRow.guild_id == guild_id)
    member = await session.get(MemberRow, user_id) if guild_id is None else None
    return Staying(
        member.opted_out_at if member else None,
        tuple(Blocked(row.guild_id, row.reason, row.until) for row in await session.scalars(blocks)),
        await session.scalar(changes) or 0,
    )


async def _rows(session: AsyncSession, table: FromClause, user_id: int) -> tuple[dict[str, Any], ...]:
    members = [column for column in table.columns if column.name in NAMES]
    told = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    named = select(*told).where(or_(*(column == user_id for column in members)))
    order = named.order_by(*table.primary_key)
    return tuple(
        {name: None if name in NAMES and value != user_id else value for name, value in row._mapping.items()}  # noqa: SLF001
        for row in await session.execute(order)
    )
