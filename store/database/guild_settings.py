"""The servers' settings: only what is not at its default has a row."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.audit import Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import SettingRow
from store.server.guild import SetBy
from store.server.guild_settings import GuildSettings


class SettingsTable:
    """Reads and changes what servers have set."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def of(self, guild_id: int) -> tuple[GuildSettings, Mapping[str, SetBy]]:
        """Return a server's settings, and who set each that is not at its default."""
        async with self._database.reading() as session:
            return await read(session, guild_id)

    async def change(self, guild_id: int, name: str, value: Any, *, by: int, action: str) -> Audited | None:
        """Set one setting, with its row in the audit, and return that; None where nothing had to change.

        `value` is a value of that field; None puts back the default. Raises pydantic's ValidationError, before
        anything is written.
        """
        wanted = default(name) if value is None else value
        return await self.edit(guild_id, name, lambda _: wanted, by=by, action=action)

    async def edit(
        self, guild_id: int, name: str, new: Callable[[Any], Any], *, by: int, action: str
    ) -> Audited | None:
        """Change one setting as `change` does, to what `new` makes of its present value; None is a value here."""
        async with self._database.transaction() as session:
            was = await stored(session, guild_id, name)
            after = written(name, new(getattr(GuildSettings.model_validate({name: was}), name)))
            if after == was:
                return None
            await put(session, guild_id, name, after, by=by)
            row = note(session, Change(guild_id, by, action, name, before=was, after=after))
        return audited(row)


async def read(session: AsyncSession, guild_id: int) -> tuple[GuildSettings, Mapping[str, SetBy]]:
    """Return a server's settings, and who set each that is not at its default."""
    rows = list(await session.scalars(select(SettingRow).where(SettingRow.guild_id == guild_id)))
    settings = GuildSettings.model_validate({row.name: row.value for row in rows})
    return settings, {row.name: SetBy(row.set_by, row.set_at) for row in rows}


async def stored(session: AsyncSession, guild_id: int, name: str) -> Any:
    """Return a setting as JSON holds it. Where the database can, nobody else changes it until the transaction ends."""
    row = await session.get(SettingRow, (guild_id, name), with_for_update=True)
    return row.value if row else written(name, default(name))


async def put(session: AsyncSession, guild_id: int, name: str, value: Any, *, by: int) -> None:
    """Keep a setting, as JSON holds it; one at its default has no row."""
    row = await session.get(SettingRow, (guild_id, name))
    if value != written(name, default(name)):
        new = SettingRow(guild_id=guild_id, name=name, value=value, set_by=by, set_at=datetime.now(UTC))
        await session.merge(new)
    elif row is not None:
        await session.delete(row)


def default(name: str) -> Any:
    """Return what holds where a setting has no row."""
    return GuildSettings.model_fields[name].get_default()


def written(name: str, value: Any) -> Any:
    """Return a setting's value as JSON holds it. Raises pydantic's ValidationError."""
    return GuildSettings.model_validate({name: value}).model_dump(mode="json")[name]
