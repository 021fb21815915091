"""The audit: every change that a moderator makes, in the transaction that makes it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.engine import Database
from store.database.models import AuditRow

# Before the name of a change that puts another back.
UNDO = "undo "


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody changes in a server. Members' ids stand in `actor_id` and `member_id` only: erasing finds them.

    `action` is the command ("episode add"), `subject` what it is done to; `before` and `after` are what JSON can hold.
    """

    guild_id: int
    actor_id: int | None
    action: str
    subject: str = ""
    member_id: int | None = None
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Audited:
    """A change on the record."""

    id: int
    at: datetime
    change: Change


def note(session: AsyncSession, change: Change) -> AuditRow:
    """Put a change on the record together with what it changes: both are committed, or neither.

    The row has its id once it is written, at the end of the transaction.
    """
    row = AuditRow(
        guild_id=change.guild_id,
        at=datetime.now(UTC),
        actor_id=change.actor_id,
        action=change.action,
        subject=change.subject,
        member_id=change.member_id,
        before=change.before,
        after=change.after,
    )
    session.add(row)
    return row


class Audit:
    """Reads the record back."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def recent(  # noqa: PLR0913 - which of them, and how many
        self,
        guild_id: int,
        limit: int = 25,
        offset: int = 0,
        *,
        before: int | None = None,
        group: str | None = None,
        member_id: int | None = None,
    ) -> tuple[Audited, ...]:
        """Return a server's changes, the latest first.

        Where such are given, only those before one of them, of one group of commands, or by or about one member.
        """
        newest = select(AuditRow).where(AuditRow.guild_id == guild_id).order_by(AuditRow.id.desc())
        if before is not None:
            newest = newest.where(AuditRow.id < before)
        if group is not None:
            starts = (AuditRow.action.startswith(f"{start}{group} ", autoescape=True) for start in ("", UNDO))
            newest = newest.where(or_(*starts))
        if member_id is not None:
            newest = newest.where(or_(AuditRow.actor_id == member_id, AuditRow.member_id == member_id))
        async with self._database.reading() as session:
            return tuple(audited(row) for row in await session.scalars(newest.limit(limit).offset(offset)))

    async def one(self, guild_id: int, audit_id: int) -> Audited | None:
        """Return one of a server's changes; None where it is another's, or none."""
        async with self._database.reading() as session:
            row = await session.get(AuditRow, audit_id)
            return audited(row) if row is not None and row.guild_id == guild_id else None


def audited(row: AuditRow) -> Audited:
    """Return what a row says."""
    change = Change(row.guild_id, row.actor_id, row.action, row.subject, row.member_id, row.before, row.after)
    return Audited(row.id, row.at, change)
