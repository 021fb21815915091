"""The tables, as SQLAlchemy maps them. Their migrations lie in `migrations/`; a test holds the two together."""

from store.database.models.base import Base
from store.database.models.episode import EpisodeRow
from store.database.models.guild import (
    AuditRow,
    BlockRow,
    ChannelRow,
    DailyQuoteRow,
    DepartureRow,
    DiscussionRow,
    NameRow,
    SettingRow,
)
from store.database.models.member import MemberRow
from store.database.models.query import QueryRow

__all__ = [
    "AuditRow",
    "Base",
    "BlockRow",
    "ChannelRow",
    "DailyQuoteRow",
    "DepartureRow",
    "DiscussionRow",
    "EpisodeRow",
    "MemberRow",
    "NameRow",
    "QueryRow",
    "SettingRow",
]
