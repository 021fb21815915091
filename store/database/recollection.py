"""What somebody asked a little while ago, so that they can go on from it."""

from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from store.database.engine import Database
from store.database.models import MemberRow, QueryRow
from store.database.query_log import LoggedQuery, logged
from store.question import Place

# Questions of one conversation that are looked back at.
MOST = 40


class Recollection:
    """Reads what people asked before, each in one channel, and nobody else's."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def lately(self, place: Place, now: datetime, pause: timedelta) -> tuple[LoggedQuery, ...]:
        """Return what this person asked in this channel, the oldest first, with no pause longer than this in it."""
        newest = (
            select(QueryRow)
            .where(QueryRow.user_id == place.user_id, QueryRow.channel_id == place.channel_id, QueryRow.asked_at <= now)
            .order_by(QueryRow.asked_at.desc(), QueryRow.id.desc())
            .limit(MOST)
        )
        async with self._database.reading() as session:
            rows = [logged(row) for row in await session.scalars(newest)]
        moments = [now, *(row.asked_at for row in rows)]
        near = next((at for at, (later, earlier) in enumerate(pairwise(moments)) if later - earlier > pause), len(rows))
        return tuple(reversed(rows[:near]))

    async def keeps(self, user_id: int) -> bool:
        """Tell whether anything is kept of a person: not where they have opted out."""
        async with self._database.reading() as session:
            member = await session.get(MemberRow, user_id)
            return member is None or member.opted_out_at is None

    async def has_met(self, place: Place) -> bool:
        """Tell whether this person has asked anything in this channel before."""
        asked = select(QueryRow.id).where(QueryRow.user_id == place.user_id, QueryRow.channel_id == place.channel_id)
        async with self._database.reading() as session:
            return await session.scalar(asked.limit(1)) is not None
