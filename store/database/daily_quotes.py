"""Which quotes of the day were posted, and in which servers one is due."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from store.database.engine import Database
from store.database.models import DailyQuoteRow, SettingRow
from store.question import Span
from store.server.guild_settings import Daily


class DailyQuotes:
    """Remembers the quotes of the day, so that none comes twice on a day, or again before all have been."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def wanted(self) -> Mapping[int, Daily]:
        """Return the servers that want a quote a day, and where and when."""
        rows = select(SettingRow.guild_id, SettingRow.value).where(SettingRow.name == "daily")
        async with self._database.reading() as session:
            found = await session.execute(rows)
            return {guild_id: Daily.model_validate(value) for guild_id, value in found if value is not None}

    async def posted(self, guild_id: int, key: str) -> tuple[Span, ...]:
        """Return what was posted of the episode of a key in a server, the oldest first."""
        rows = (
            select(DailyQuoteRow.start, DailyQuoteRow.end)
            .where(DailyQuoteRow.guild_id == guild_id, DailyQuoteRow.episode == key)
            .order_by(DailyQuoteRow.day)
        )
        async with self._database.reading() as session:
            return tuple(Span(start, end) for start, end in await session.execute(rows))

    async def has(self, guild_id: int, day: date) -> bool:
        """Tell whether a server has had its quote of a day."""
        async with self._database.reading() as session:
            return await session.get(DailyQuoteRow, (guild_id, day.isoformat())) is not None

    async def claim(self, guild_id: int, day: date, key: str, span: Span, at: datetime) -> bool:
        """Write down a quote before it is posted; False where the server has had one that day."""
        row = DailyQuoteRow(
            guild_id=guild_id, day=day.isoformat(), episode=key, start=span.start, end=span.end, posted_at=at
        )
        try:
            async with self._database.transaction() as session:
                session.add(row)
        except IntegrityError:
            return False
        return True

    async def release(self, guild_id: int, day: date) -> None:
        """Take back a claim: the quote could not be posted."""
        wanted = (DailyQuoteRow.guild_id == guild_id) & (DailyQuoteRow.day == day.isoformat())
        async with self._database.transaction() as session:
            await session.execute(delete(DailyQuoteRow).where(wanted))
