"""An instant as the database keeps it: in UTC, with its zone known on the way in and on the way out."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """A column of aware datetimes. A naive one is refused; SQLite, which knows no zones, is given UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn to UTC. Raises ValueError where the zone is unknown."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"{value} is naive: nobody knows which instant it means")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back UTC: a value without a zone is one that SQLite was given in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
