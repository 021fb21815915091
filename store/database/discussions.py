"""The threads that were opened to discuss a passage."""

from dataclasses import dataclass
from datetime import UTC, datetime

from store.database.engine import Database
from store.database.models import DiscussionRow
from store.question import Span


@dataclass(frozen=True, slots=True)
class Discussion:
    """A thread, and the passage that it is about: the episode's key and a span of its text."""

    thread_id: int
    guild_id: int
    key: str
    span: Span


class Discussions:
    """Remembers what threads are about."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def add(self, discussion: Discussion) -> None:
        """Remember a thread; not who opened it, for nothing needs to know."""
        row = DiscussionRow(
            thread_id=discussion.thread_id,
            guild_id=discussion.guild_id,
            episode=discussion.key,
            start=discussion.span.start,
            end=discussion.span.end,
            opened_at=datetime.now(UTC),
        )
        async with self._database.transaction() as session:
            await session.merge(row)

    async def of(self, thread_id: int) -> Discussion | None:
        """Return what a thread is about; None where it is no discussion of ours."""
        async with self._database.reading() as session:
            row = await session.get(DiscussionRow, thread_id)
            return Discussion(row.thread_id, row.guild_id, row.episode, Span(row.start, row.end)) if row else None
