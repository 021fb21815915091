"""The query log."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Double, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from store.database.instant import Instant
from store.database.models.base import Base
from store.question import Outcome, Surface

_IS_ASKED = text("user_id IS NOT NULL OR text IS NOT NULL")


class QueryRow(Base):
    """A question that was asked in Discord: one row a question, however it was asked."""

    __tablename__ = "queries"
    __table_args__ = (
        CheckConstraint("surface IN ('slash', 'dm', 'mention', 'menu', 'button')", name="surface"),
        CheckConstraint("outcome IN ('answered', 'nothing_found', 'refused', 'failed')", name="outcome"),
        Index(None, "asked_at", "id"),
        Index(None, "guild_id", "asked_at"),
        Index(None, "user_id", "channel_id", "asked_at"),
        # Of the questions that still have a text or an asker: the rest need not be read to erase them in time.
        Index("ix_queries_asked", "asked_at", sqlite_where=_IS_ASKED, postgresql_where=_IS_ASKED),
    )

    id: Mapped[int] = mapped_column(
        BigInteger,
        primary_key=True,
        autoincrement=False,
        doc="Discord's id of the interaction or message, so that a repeated delivery is not logged twice",
    )
    asked_at: Mapped[datetime] = mapped_column(Instant, doc="When the bot received it, in UTC")
    user_id: Mapped[int | None] = mapped_column(BigInteger, doc="Who asked; null when erased")
    guild_id: Mapped[int | None] = mapped_column(BigInteger, doc="In which server; null outside servers")
    channel_id: Mapped[int | None] = mapped_column(BigInteger, doc="In which channel, thread or direct message")
    surface: Mapped[Surface] = mapped_column(String(16), doc="How it was asked")
    command: Mapped[str] = mapped_column(String(32), doc="The verb that answered, not the one that was typed")
    text: Mapped[str | None] = mapped_column(Text, doc="The words as typed; '' for none, null when erased or opted out")
    episode: Mapped[str | None] = mapped_column(Text, doc="The ID of the episode asked; null where none was meant")
    outcome: Mapped[Outcome] = mapped_column(String(16), doc="What became of it")
    answer_lines: Mapped[list[list[int]]] = mapped_column(
        JSON, doc="The lines that the answer quotes: [[first, last], …], 1-based and inclusive"
    )
    latency_ms: Mapped[float] = mapped_column(Double, doc="Milliseconds from receipt to just before the commit")
    options: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), doc="What else was asked for: speaker, length; null when erased or opted out"
    )
