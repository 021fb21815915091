"""What is kept: the one place with sessions and SQL. What leaves it are frozen values."""

from store.database.audit import Audit, Audited, Change
from store.database.daily_quotes import DailyQuotes
from store.database.discussions import Discussion, Discussions
from store.database.engine import Database, open_database, upgrade
from store.database.episodes import EpisodeTable, Removed
from store.database.guild_settings import SettingsTable
from store.database.members import Member, Members
from store.database.names import KeptName, NameTable
from store.database.privacy import Privacy
from store.database.query_filter import QueryFilter
from store.database.query_log import LoggedQuery, QueryLog
from store.database.recollection import Recollection
from store.database.retention import Retention
from store.database.servers import Server, Servers
from store.database.statistics import QueryStatistics
from store.server.guild import SetBy

__all__ = [
    "Audit",
    "Audited",
    "Change",
    "DailyQuotes",
    "Database",
    "Discussion",
    "Discussions",
    "EpisodeTable",
    "KeptName",
    "LoggedQuery",
    "Member",
    "Members",
    "NameTable",
    "Privacy",
    "QueryFilter",
    "QueryLog",
    "QueryStatistics",
    "Recollection",
    "Removed",
    "Retention",
    "Server",
    "Servers",
    "SetBy",
    "SettingsTable",
    "open_database",
    "upgrade",
]
