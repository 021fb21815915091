"""What holds in each server, kept in memory: asked often, changed seldom, and only here."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from math import inf
from typing import Any

from store.database import Audit, Audited, Database
from store.database.blocks import BlockTable
from store.database.channels import ChannelTable, Ruled
from store.database.guild_settings import SettingsTable
from store.database.guilds import read_guild
from store.database.undo import undo
from store.errors import NotUndoableError
from store.server.guild import Guild

# Seconds after which what another process may have changed is read again.
FRESH = 60.0
_UNSET = Guild()


class Guilds:
    """Reads what a server has set when it is first asked for, and changes it."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        self.audit = Audit(database)
        self._database = database
        self._clock = clock
        self._known: dict[int, tuple[float, Guild]] = {}
        self._changes: dict[int, int] = {}
        # Told which server has changed: what else is held of servers in memory is then read anew, too.
        self.told: list[Callable[[int], None]] = []

    async def load(self, guild_id: int | None) -> Guild:
        """Return what holds in a server, not older than a minute. Outside servers the defaults do."""
        if guild_id is None:
            return _UNSET
        read_at, guild = self._known.get(guild_id, (None, _UNSET))
        if read_at is not None and self._clock() - read_at < FRESH:
            return guild
        return await self._read(guild_id)

    def known(self, guild_id: int | None) -> Guild:
        """Return what was last read of a server, without waiting; every interaction has it loaded first."""
        return _UNSET if guild_id is None else self._known.get(guild_id, (0.0, _UNSET))[1]

    @property
    def changes(self) -> int:
        """How often anything was changed anywhere since this was opened."""
        return sum(self._changes.values())

    async def set(self, guild_id: int, name: str, value: Any, *, by: int, action: str) -> Audited | None:
        """Change a setting as `SettingsTable.change` does."""
        done = await SettingsTable(self._database).change(guild_id, name, value, by=by, action=action)
        return await self._changed(guild_id, done)

    async def edit(
        self, guild_id: int, name: str, new: Callable[[Any], Any], *, by: int, action: str
    ) -> Audited | None:
        """Change a setting as `SettingsTable.edit` does."""
        done = await SettingsTable(self._database).edit(guild_id, name, new, by=by, action=action)
        return await self._changed(guild_id, done)

    async def rule(  # noqa: PLR0913 - what is changed, to what, by whom
        self, guild_id: int, channel_id: int, name: Ruled, value: Any, *, by: int, action: str
    ) -> Audited | None:
        """Change what holds in a channel as `ChannelTable.change` does."""
        done = await ChannelTable(self._database).change(guild_id, channel_id, name, value, by=by, action=action)
        return await self._changed(guild_id, done)

    async def allow_only(
        self, guild_id: int, add: Iterable[int], remove: Iterable[int], *, by: int, action: str
    ) -> tuple[Audited, ...]:
        """Change which channels are answered in as `ChannelTable.allow_only` does."""
        done = await ChannelTable(self._database).allow_only(guild_id, add, remove, by=by, action=action)
        await self._changed(guild_id, None)
        return done

    async def block(  # noqa: PLR0913 - who, by whom, why and until when
        self, guild_id: int, member_id: int, *, by: int, action: str, reason: str = "", until: datetime | None = None
    ) -> Audited | None:
        """Block a member as `BlockTable.block` does."""
        table = BlockTable(self._database)
        done = await table.block(guild_id, member_id, by=by, action=action, reason=reason, until=until)
        return await self._changed(guild_id, done)

    async def unblock(self, guild_id: int, member_id: int, *, by: int, action: str) -> Audited | None:
        """Let a member ask again."""
        done = await BlockTable(self._database).unblock(guild_id, member_id, by=by, action=action)
        return await self._changed(guild_id, done)

    async def audited(self, guild_id: int, audit_id: int) -> Audited:
        """Return a change that was made in a server. Raises NotUndoableError where there is none of this number."""
        found = await self.audit.one(guild_id, audit_id)
        if found is None:
            raise NotUndoableError(audit_id)
        return found

    async def undo(self, guild_id: int, audit_id: int, *, by: int) -> Audited:
        """Put back what was changed. Raises NotUndoableError and ChangedSinceError."""
        done = await undo(self._database, guild_id, audit_id, by=by)
        await self._changed(guild_id, done)
        return done

    def forget(self, guild_id: int) -> None:
        """Read a server anew when it is next asked for: what holds there was changed elsewhere, or erased."""
        self._changes[guild_id] = self._changes.get(guild_id, 0) + 1
        self._known.pop(guild_id, None)
        for tell in self.told:
            tell(guild_id)

    def forget_all(self) -> None:
        """Read every server anew when it is next asked for: who set something there may have been erased.

        Until then what is known goes on holding.
        """
        for guild_id, (_, guild) in self._known.items():
            self._changes[guild_id] = self._changes.get(guild_id, 0) + 1
            self._known[guild_id] = (-inf, guild)

    async def _changed(self, guild_id: int, done: Audited | None) -> Audited | None:
        self.forget(guild_id)
        await self._read(guild_id)
        return done

    async def _read(self, guild_id: int) -> Guild:
        """Read until nobody has changed anything meanwhile: what is older must not be kept over what is newer."""
        while True:
            changes, read_at = self._changes.get(guild_id, 0), self._clock()
            guild = await read_guild(self._database, guild_id)
            if changes == self._changes.get(guild_id, 0):
                self._known[guild_id] = (read_at, guild)
                return guild
