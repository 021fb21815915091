"""What is kept: the one place with sessions and SQL. What leaves it are frozen values."""

from store.database.engine import Database, open_database, upgrade
from store.database.query_log import LoggedQuery, QueryLog

__all__ = ["Database", "LoggedQuery", "QueryLog", "open_database", "upgrade"]
