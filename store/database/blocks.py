"""Whom the bot does not answer, and where."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.audit import Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import BlockRow
from store.server.guild import Block, SetBy


class BlockTable:
    """Blocks members and lets them ask again."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def block(  # noqa: PLR0913 - who, by whom, why and until when
        self, guild_id: int, member_id: int, *, by: int, action: str, reason: str = "", until: datetime | None = None
    ) -> Audited | None:
        """Block a member, or change the block, with its row in the audit; None where nothing had to change."""
        return await self._change(guild_id, member_id, _written(reason, until), by=by, action=action)

    async def unblock(self, guild_id: int, member_id: int, *, by: int, action: str) -> Audited | None:
        """Lift a member's block, with its row in the audit; None where there was none."""
        return await self._change(guild_id, member_id, None, by=by, action=action)

    async def _change(
        self, guild_id: int, member_id: int, after: dict[str, Any] | None, *, by: int, action: str
    ) -> Audited | None:
        async with self._database.transaction() as session:
            was = await stored(session, guild_id, member_id)
            if after == was:
                return None
            await put(session, guild_id, member_id, after, by=by)
            row = note(session, Change(guild_id, by, action, member_id=member_id, before=was, after=after))
        return audited(row)


async def read(session: AsyncSession, guild_id: int) -> Mapping[int, Block]:
    """Return the blocks of a server, ended ones too, by the members' ids."""
    rows = await session.scalars(select(BlockRow).where(BlockRow.guild_id == guild_id))
    return {row.user_id: Block(row.reason, row.until, SetBy(row.set_by, row.set_at)) for row in rows}


async def stored(session: AsyncSession, guild_id: int, member_id: int) -> dict[str, Any] | None:
    """Return a member's block as JSON holds it; None where there is none."""
    row = await session.get(BlockRow, (guild_id, member_id), with_for_update=True)
    return _written(row.reason, row.until) if row else None


async def put(session: AsyncSession, guild_id: int, member_id: int, block: dict[str, Any] | None, *, by: int) -> None:
    """Keep a block, as JSON holds it, or lift it."""
    row = await session.get(BlockRow, (guild_id, member_id))
    if block is not None:
        until = datetime.fromisoformat(block["until"]) if block["until"] else None
        key = {"guild_id": guild_id, "user_id": member_id}
        new = BlockRow(**key, reason=block["reason"], until=until, set_by=by, set_at=datetime.now(UTC))
        await session.merge(new)
    elif row is not None:
        await session.delete(row)


def _written(reason: str, until: datetime | None) -> dict[str, Any]:
    return {"reason": reason, "until": until.astimezone(UTC).isoformat() if until else None}
