"""What is erased when its time is over: by the servers' settings, in small batches."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update

from store.database.engine import Database
from store.database.erasing import is_over
from store.database.models import AuditRow, BlockRow, DiscussionRow, NameRow, QueryRow, SettingRow
from store.database.personal import UNASKED
from store.server.guild_settings import RETENTION

# Rows in one transaction: some milliseconds, in which a question waits.
BATCH = 500


class Retention:
    """Erases what has been kept for long enough."""

    def __init__(self, database: Database, audit_days: int) -> None:
        """`audit_days` is how long a moderator's changes stay in the audit. The database is its opener's to close."""
        self._database = database
        self._audit_days = audit_days

    async def enforce(self, now: datetime) -> int:
        """Erase all whose time is over; return how many questions lost their text and asker."""
        erased = 0
        for days, where in await self._terms():
            before = now - timedelta(days=days)
            erased += await self._unask(before, where)
            await self._uncredit(before, where)
        await self._prune(now)
        return erased

    async def _terms(self) -> list[tuple[int, "Where"]]:
        """Return for how many days questions are kept, and in which servers; in direct messages as by default."""
        chosen = select(SettingRow.guild_id, SettingRow.value).where(SettingRow.name == "retention_days")
        servers: dict[int, list[int]] = defaultdict(list)
        async with self._database.reading() as session:
            for guild_id, days in await session.execute(chosen):
                servers[int(days)].append(guild_id)
        own = [guild_id for guilds in servers.values() for guild_id in guilds]
        return [(RETENTION, Where(own, inside=False)), *((days, Where(some)) for days, some in servers.items())]

    async def _unask(self, before: datetime, where: "Where") -> int:
        # In the words of the index over such rows.
        is_asked = QueryRow.user_id.is_not(None) | QueryRow.text.is_not(None)
        old = select(QueryRow.id).where(QueryRow.asked_at < before, is_asked, where(QueryRow.guild_id))
        batch = update(QueryRow).where(QueryRow.id.in_(old.limit(BATCH))).values(UNASKED)
        erased = 0
        while some := await self._run(batch):
            erased += some
        return erased

    async def _uncredit(self, before: datetime, where: "Where") -> None:
        """Who opened a thread asked for it."""
        old = DiscussionRow.opened_by.is_not(None), DiscussionRow.opened_at < before, where(DiscussionRow.guild_id)
        await self._run(update(DiscussionRow).where(*old).values(opened_by=None))

    async def _prune(self, now: datetime) -> None:
        """Erase what stays as long as the audit does, and the blocks that have ended."""
        before = now - timedelta(days=self._audit_days)
        await self._run(delete(BlockRow).where(is_over(now)))
        await self._run(delete(AuditRow).where(AuditRow.at < before))
        credited = or_(NameRow.proposed_by.is_not(None), NameRow.decided_by.is_not(None))
        old = update(NameRow).where(credited, NameRow.proposed_at < before)
        await self._run(old.values(proposed_by=None, decided_by=None))

    async def _run(self, statement: Any) -> int:
        async with self._database.transaction() as session:
            result: Any = await session.execute(statement)
            return int(result.rowcount)


class Where:
    """A condition on a server: one of some, or none of them, direct messages then included."""

    def __init__(self, guilds: Iterable[int], *, inside: bool = True) -> None:
        """`inside` tells which."""
        self._guilds, self._inside = list(guilds), inside

    def __call__(self, column: Any) -> ColumnElement[bool]:
        """Put the condition on a column of servers."""
        if self._inside:
            return column.in_(self._guilds)  # type: ignore[no-any-return]
        return or_(column.is_(None), column.not_in(self._guilds))
