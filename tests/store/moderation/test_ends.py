"""When a block ends, as moderators write it."""

from datetime import UTC, datetime, timedelta

import pytest

from store.errors import EndPastError, EndUnreadableError
from store.moderation.ends import end_of

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("90m", NOW + timedelta(minutes=90)),
        ("2h", NOW + timedelta(hours=2)),
        (" 3 days ", NOW + timedelta(days=3)),
        ("1W", NOW + timedelta(weeks=1)),
        ("2026-12-24", datetime(2026, 12, 24, tzinfo=UTC)),
        ("2026-12-24 18:00", datetime(2026, 12, 24, 18, tzinfo=UTC)),
        ("2026-12-24T18:00+02:00", datetime(2026, 12, 24, 16, tzinfo=UTC)),
    ],
)
def test_end_is_read(written: str, end: datetime) -> None:
    assert end_of(written, NOW) == end


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2026-13-01",
        "2026-02-30",
        "9999-12-31",
        "99999w",
        "-2h",
        "2y",
        "2 months",
        "1" * 9,
        "0001-01-01T00:00+10:00",
    ],
)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(EndUnreadableError):
        end_of(written, NOW)


@pytest.mark.parametrize("written", ["0m", "2026-11-01", "2020-01-01", "0001-01-01"])
def test_end_that_has_passed_is_refused(written: str) -> None:
    with pytest.raises(EndPastError):
        end_of(written, NOW)
