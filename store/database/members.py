"""What people have chosen for the bot, wherever they meet it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.engine import Database
from store.database.models import MemberRow


@dataclass(frozen=True, slots=True)
class Member:
    """A person's own choices: `plain` text rather than cards; since when their questions are only counted."""

    plain: bool = False
    opted_out_at: datetime | None = None


class Members:
    """Reads and changes people's choices. Who has chosen nothing has no row."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def of(self, user_id: int) -> Member:
        """Return what a person has chosen."""
        async with self._database.reading() as session:
            row = await session.get(MemberRow, user_id)
            return Member(row.plain, row.opted_out_at) if row else Member()

    async def plain_readers(self) -> frozenset[int]:
        """Return who has chosen plain text."""
        chosen = select(MemberRow.user_id).where(MemberRow.plain)
        async with self._database.reading() as session:
            return frozenset(await session.scalars(chosen))

    async def set_plain(self, user_id: int, *, plain: bool) -> None:
        """Have answers come as plain text, or as cards."""
        async with self._database.transaction() as session:
            row = await _row(session, user_id)
            row.plain = plain
            await _tidy(session, row)

    async def opt_out(self, user_id: int) -> bool:
        """Have a person's questions counted without their text or asker; False where it was so already."""
        async with self._database.transaction() as session:
            row = await _row(session, user_id)
            if row.opted_out_at is not None:
                return False
            row.opted_out_at = datetime.now(UTC)
            return True

    async def opt_in(self, user_id: int) -> bool:
        """Have a person's questions kept again; False where they were anyway."""
        async with self._database.transaction() as session:
            row = await _row(session, user_id)
            changed, row.opted_out_at = row.opted_out_at is not None, None
            await _tidy(session, row)
            return changed


async def _row(session: AsyncSession, user_id: int) -> MemberRow:
    row = await session.get(MemberRow, user_id)
    if row is None:
        row = MemberRow(user_id=user_id, plain=False, opted_out_at=None)
        session.add(row)
    return row


async def _tidy(session: AsyncSession, row: MemberRow) -> None:
    """Keep no row that says nothing."""
    if not row.plain and row.opted_out_at is None:
        await session.flush()
        await session.delete(row)
