"""When something is to end, as a moderator writes it: in so long, or on a day."""

import re
from datetime import UTC, datetime, timedelta

from store.errors import EndPastError, EndUnreadableError

_SPAN = re.compile(
    r"(?P<n>[0-9]{1,5})\s*(?:(?P<m>m|min|mins|minutes?)|(?P<h>h|hours?)|(?P<d>d|days?)|(?P<w>w|weeks?))", re.IGNORECASE
)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
# Nobody means later: it would be for good.
LATEST = timedelta(days=3_650)


def end_of(written: str, now: datetime) -> datetime:
    """Return the instant that is meant: "2h", "3 days", "1w", "2026-12-24" or "2026-12-24 18:00", in UTC.

    Raises EndUnreadableError, also for what is years away, and EndPastError.
    """
    end = _read(written.strip(), now)
    if end is None or end - now > LATEST:
        raise EndUnreadableError(written)
    if end <= now:
        raise EndPastError(end)
    return end


def _read(written: str, now: datetime) -> datetime | None:
    if span := _SPAN.fullmatch(written):
        unit = next(unit for name, unit in _UNITS.items() if span[name])
        return now + int(span["n"]) * unit
    try:
        end = datetime.fromisoformat(written)
        return end.replace(tzinfo=UTC) if end.tzinfo is None else end.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
