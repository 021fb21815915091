"""The servers' settings: only what is not at its default has a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from store.database.audit import Change, note
from store.database.engine import Database
from store.database.models import SettingRow
from store.guild_settings import GuildSettings


@dataclass(frozen=True, slots=True)
class SetBy:
    """Who set a setting, and when; None where that was erased."""

    user_id: int | None
    at: datetime


class SettingsTable:
    """Reads and changes what servers have set."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def of(self, guild_id: int) -> tuple[GuildSettings, Mapping[str, SetBy]]:
        """Return a server's settings, and who set each that is not at its default."""
        rows = select(SettingRow).where(SettingRow.guild_id == guild_id)
        async with self._database.reading() as session:
            found = {row.name: (row.value, SetBy(row.set_by, row.set_at)) for row in await session.scalars(rows)}
        settings = GuildSettings.model_validate({name: value for name, (value, _) in found.items()})
        return settings, {name: set_by for name, (_, set_by) in found.items()}

    async def change(self, guild_id: int, name: str, value: Any, *, by: int, action: str) -> Any:
        """Set one setting, with its row in the audit; return what it was. None puts back the default.

        `value` is a value of that field. Raises pydantic's ValidationError, before anything is written.
        """
        default = GuildSettings.model_fields[name].get_default()
        wanted = default if value is None else value
        checked = GuildSettings.model_validate({name: wanted}).model_dump(mode="json")[name]
        async with self._database.transaction() as session:
            row = await session.get(SettingRow, (guild_id, name))
            was = row.value if row else GuildSettings().model_dump(mode="json")[name]
            if value is None and row is not None:
                await session.delete(row)
            elif value is not None:
                new = SettingRow(guild_id=guild_id, name=name, value=checked, set_by=by, set_at=datetime.now(UTC))
                await session.merge(new)
            note(session, Change(guild_id, by, action, name, before=was, after=checked))
        return getattr(GuildSettings.model_validate({name: was}), name)
