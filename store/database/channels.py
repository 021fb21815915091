"""The rules of the servers' channels: only a channel for which something is set has a row."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.audit import Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import ChannelRow
from store.server.guild import ChannelRule, SetBy

Ruled: TypeAlias = Literal["allowed", "episode"]


class ChannelTable:
    """Changes what holds in channels."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def change(  # noqa: PLR0913 - what is changed, to what, by whom
        self, guild_id: int, channel_id: int, name: Ruled, value: Any, *, by: int, action: str
    ) -> Audited | None:
        """Set what holds in a channel, with its row in the audit, and return that; None where nothing had to change.

        None as `value` takes the rule away.
        """
        async with self._database.transaction() as session:
            was = await stored(session, guild_id, channel_id)
            after = _rule({**(was or {}), name: value})
            if after == was:
                return None
            await put(session, guild_id, channel_id, after, by=by)
            row = note(session, Change(guild_id, by, action, str(channel_id), before=was, after=after))
        return audited(row)

    async def allow_only(
        self, guild_id: int, add: Iterable[int], remove: Iterable[int], *, by: int, action: str
    ) -> tuple[Audited, ...]:
        """Have channels answered in, and take that rule from others, in one transaction; return what has changed."""
        rows = []
        async with self._database.transaction() as session:
            for channel_id, value in [*((channel, True) for channel in add), *((channel, None) for channel in remove)]:
                was = await stored(session, guild_id, channel_id)
                after = _rule({**(was or {}), "allowed": value})
                # Who takes away a leave does not take away what was closed meanwhile.
                if after == was or (value is None and (was or {}).get("allowed") is False):
                    continue
                await put(session, guild_id, channel_id, after, by=by)
                rows.append(note(session, Change(guild_id, by, action, str(channel_id), before=was, after=after)))
        return tuple(audited(row) for row in rows)


async def read(session: AsyncSession, guild_id: int) -> Mapping[int, ChannelRule]:
    """Return the rules of a server's channels by the channels' ids."""
    rows = await session.scalars(select(ChannelRow).where(ChannelRow.guild_id == guild_id))
    return {row.channel_id: ChannelRule(row.allowed, row.episode, SetBy(row.set_by, row.set_at)) for row in rows}


async def stored(session: AsyncSession, guild_id: int, channel_id: int) -> dict[str, Any] | None:
    """Return what is set for a channel; None where nothing is."""
    row = await session.get(ChannelRow, (guild_id, channel_id), with_for_update=True)
    return _rule({"allowed": row.allowed, "episode": row.episode}) if row else None


async def put(session: AsyncSession, guild_id: int, channel_id: int, rule: dict[str, Any] | None, *, by: int) -> None:
    """Keep what holds in a channel; where that is nothing there is no row."""
    row = await session.get(ChannelRow, (guild_id, channel_id))
    if rule is not None:
        key = {"guild_id": guild_id, "channel_id": channel_id}
        kept: dict[str, Any] = {"allowed": None, "episode": None, **rule}
        await session.merge(ChannelRow(**key, **kept, set_by=by, set_at=datetime.now(UTC)))
    elif row is not None:
        await session.delete(row)


def _rule(values: Mapping[str, Any]) -> dict[str, Any] | None:
    return {name: value for name, value in values.items() if value is not None} or None
