"""The statements that erase: a person, in one server or everywhere, and all that a server has."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, Text, cast, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.models import AuditRow, Base, BlockRow, MemberRow, QueryRow
from store.database.personal import UNASKED, WRITTEN, crediting
from store.server.privacy import Erased, Staying

# What stands where somebody's id stood in what another wrote.
NOBODY = "…"


async def erase_member(session: AsyncSession, user_id: int, now: datetime, guild_id: int | None) -> Erased:
    """Erase a person from all tables, or from what one server has; return how much that was.

    What stays is what `store.server.privacy.Staying` names.
    """
    asked = update(QueryRow).where(QueryRow.user_id == user_id, *_in(QueryRow, guild_id)).values(UNASKED)
    questions = await _count(session, asked)
    others = 0
    for column in crediting():
        named = update(column.table).where(column == user_id, *within(column.table, guild_id))
        others += await _count(session, named.values({column: None}))
    about = update(AuditRow).where(AuditRow.member_id == user_id, *_in(AuditRow, guild_id))
    # What was changed about a member is why the member was blocked, say.
    others += await _count(session, about.values(member_id=None, before=None, after=None))
    await session.execute(delete(BlockRow).where(BlockRow.user_id == user_id, is_over(now), *_in(BlockRow, guild_id)))
    if guild_id is None:
        await _forget_choices(session, user_id)
    await _strike_out(session, str(user_id), guild_id)
    return Erased(questions, others, Staying())


async def erase_server(session: AsyncSession, guild_id: int) -> int:
    """Delete every row of a server; return how many there were."""
    return sum([await _count(session, delete(table).where(table.c.guild_id == guild_id)) for table in servers_tables()])


def servers_tables() -> Sequence[Table]:
    """Return the tables whose rows belong to servers."""
    return [table for table in Base.metadata.sorted_tables if "guild_id" in table.c]


def is_over(now: datetime) -> ColumnElement[bool]:
    """Tell whether a block has ended."""
    return BlockRow.until.is_not(None) & (BlockRow.until <= now)


def within(table: FromClause, guild_id: int | None) -> list[ColumnElement[bool]]:
    """Keep to a server's rows, where one is meant."""
    return [] if guild_id is None else [table.c.guild_id == guild_id]


def _in(row: type[Base], guild_id: int | None) -> list[ColumnElement[bool]]:
    return within(row.__table__, guild_id)


async def _forget_choices(session: AsyncSession, user_id: int) -> None:
    """Put a person's choices back to the defaults, but for the opt-out."""
    mine = MemberRow.user_id == user_id
    await session.execute(delete(MemberRow).where(mine, MemberRow.opted_out_at.is_(None)))
    await session.execute(update(MemberRow).where(mine).values(plain=False))


async def _strike_out(session: AsyncSession, written: str, guild_id: int | None) -> None:
    """Take an id out of what others wrote: they may have mentioned who bears it."""
    for row, names in WRITTEN:
        holds = or_(*(cast(row.__table__.c[name], Text).contains(written) for name in names))
        for found in await session.scalars(select(row).where(holds, *_in(row, guild_id))):
            for name in names:
                setattr(found, name, _without(getattr(found, name), written))
    await session.flush()


def _without(value: Any, written: str) -> Any:
    """Return text, or what JSON can hold, without a member's id."""
    match value:
        case str():
            return value.replace(written, NOBODY)
        case list():
            return [_without(part, written) for part in value]
        case dict():
            return {name: _without(part, written) for name, part in value.items()}
        case _:
            return None if str(value) == written else value


async def _count(session: AsyncSession, statement: Any) -> int:
    result: Any = await session.execute(statement)
    return int(result.rowcount)
