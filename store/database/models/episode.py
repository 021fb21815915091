"""The episodes that servers have added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.database.instant import Instant
from store.database.models.base import Base


class EpisodeRow(Base):
    """An episode that a moderator has added: it belongs to that server alone."""

    __tablename__ = "guild_episodes"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Whose it is")
    id: Mapped[str] = mapped_column(Text, primary_key=True, doc="Its ID: the stem of the file's name")
    file_name: Mapped[str] = mapped_column(Text, doc="What the file was called")
    key: Mapped[str] = mapped_column(String(8), doc="The start of the transcript's content hash")
    size: Mapped[int] = mapped_column(Integer, doc="Of the transcript, in bytes")
    transcript: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, doc="The file, byte for byte")
    notes: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, doc="Its show notes, if any were given")
    added_by: Mapped[int | None] = mapped_column(BigInteger, doc="The moderator; null when erased")
    added_at: Mapped[datetime] = mapped_column(Instant, doc="When")
    facts: Mapped[Any] = mapped_column(
        JSON(none_as_null=True), nullable=True, doc="What is known of the episode, as `EpisodeFacts` has it"
    )
