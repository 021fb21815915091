"""What a server has set: by whom and when stands beside each."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.database.instant import Instant
from store.database.models.base import Base


class SettingRow(Base):
    """One setting of one server that is not at its default."""

    __tablename__ = "guild_settings"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Whose it is")
    name: Mapped[str] = mapped_column(
        String(32), primary_key=True, doc="A field of `store.server.guild_settings.GuildSettings`"
    )
    value: Mapped[Any] = mapped_column(JSON, doc="Its value, as that class writes it")
    set_by: Mapped[int | None] = mapped_column(BigInteger, doc="The moderator; null when erased")
    set_at: Mapped[datetime] = mapped_column(Instant, doc="When it was set")


class ChannelRow(Base):
    """What holds in one channel, its threads and posts included."""

    __tablename__ = "channels"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="The channel's server")
    channel_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="The channel")
    allowed: Mapped[bool | None] = mapped_column(doc="Whether the bot answers here; null where no rule says so")
    episode: Mapped[str | None] = mapped_column(Text, doc="The ID of the episode meant here; null for the server's")
    set_by: Mapped[int | None] = mapped_column(BigInteger, doc="The moderator; null when erased")
    set_at: Mapped[datetime] = mapped_column(Instant, doc="When it was set")


class BlockRow(Base):
    """A member whom the bot does not answer in one server."""

    __tablename__ = "blocks"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Where")
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Whom")
    reason: Mapped[str] = mapped_column(Text, doc="Why, as the moderator wrote it; '' for none")
    until: Mapped[datetime | None] = mapped_column(Instant, doc="When it ends; null for never")
    set_by: Mapped[int | None] = mapped_column(BigInteger, doc="The moderator; null when erased")
    set_at: Mapped[datetime] = mapped_column(Instant, doc="When it was set")


class DepartureRow(Base):
    """A server that the bot is no longer in: its data is erased some time after."""

    __tablename__ = "departures"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Which server")
    left_at: Mapped[datetime] = mapped_column(Instant, doc="When that was first known")


class AuditRow(Base):
    """A change that a moderator made, or that was made for one. No other column than these two holds a member's id."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "guild_id", "at"), Index(None, "actor_id"), Index(None, "member_id"))

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, doc="In the order in which they were made"
    )
    guild_id: Mapped[int] = mapped_column(BigInteger, doc="In which server")
    at: Mapped[datetime] = mapped_column(Instant, doc="When")
    actor_id: Mapped[int | None] = mapped_column(BigInteger, doc="Who made it; null when erased")
    action: Mapped[str] = mapped_column(String(32), doc="What was done, as the command is called: episode add")
    subject: Mapped[str] = mapped_column(Text, doc="What it was done to: a setting, an episode, a channel's id")
    member_id: Mapped[int | None] = mapped_column(BigInteger, doc="The member whom it was about, if any")
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True, doc="What it was; null for nothing")
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True, doc="What it is; null for nothing")


class DailyQuoteRow(Base):
    """A daily quote: written before it is posted, so that none is posted twice."""

    __tablename__ = "daily_quotes"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="In which server")
    day: Mapped[str] = mapped_column(String(10), primary_key=True, doc="The day there, as ISO 8601 writes it")
    episode: Mapped[str] = mapped_column(String(8), doc="The episode's key")
    start: Mapped[int] = mapped_column(doc="Where the quote begins, in characters of the episode's text")
    end: Mapped[int] = mapped_column(doc="Where it ends")
    posted_at: Mapped[datetime] = mapped_column(Instant, doc="When")


class DiscussionRow(Base):
    """A thread that `/discuss` opened, and the passage that it is about."""

    __tablename__ = "discussions"
    __table_args__ = (Index(None, "guild_id"), Index(None, "opened_by"))

    thread_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="The thread")
    guild_id: Mapped[int] = mapped_column(BigInteger, doc="In which server")
    episode: Mapped[str] = mapped_column(String(8), doc="The episode's key")
    start: Mapped[int] = mapped_column(doc="Where the passage begins, in characters of the episode's text")
    end: Mapped[int] = mapped_column(doc="Where it ends")
    opened_by: Mapped[int | None] = mapped_column(BigInteger, doc="Who opened it; no longer kept")
    opened_at: Mapped[datetime] = mapped_column(Instant, doc="When")


class NameRow(Base):
    """A misheard name that a member has proposed or a moderator has added, for one episode in one server."""

    __tablename__ = "names"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'accepted', 'declined')", name="state"),
        Index(None, "guild_id", "episode"),
        Index(None, "proposed_by"),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, doc="In the order in which they came"
    )
    guild_id: Mapped[int] = mapped_column(BigInteger, doc="In which server it holds")
    episode: Mapped[str] = mapped_column(Text, doc="The episode's ID")
    heard: Mapped[str] = mapped_column(Text, doc="As the recogniser wrote it")
    meant: Mapped[str] = mapped_column(Text, doc="As it is spelt")
    state: Mapped[str] = mapped_column(String(16), doc="Whether it holds")
    proposed_by: Mapped[int | None] = mapped_column(BigInteger, doc="The member; null when erased")
    proposed_at: Mapped[datetime] = mapped_column(Instant, doc="When")
    decided_by: Mapped[int | None] = mapped_column(BigInteger, doc="The moderator; null when erased or open")
    decided_at: Mapped[datetime | None] = mapped_column(Instant, doc="When; null while it is open")
