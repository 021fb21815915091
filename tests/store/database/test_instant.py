from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from store.database import Database
from store.database.instant import Instant
from store.database.models import QueryRow

DIALECT = sqlite.dialect()
ROW = {
    "id": 1, "surface": "slash", "command": "quote", "text": "", "outcome": "answered", "answer_lines": [],
    "latency_ms": 1.0,
}  # fmt: skip


async def test_naive_datetime_is_refused(database: Database, seen: Callable[[str], list[Any]]) -> None:
    naive = datetime(2026, 1, 1, 12)  # noqa: DTZ001 - the case
    with pytest.raises(StatementError, match="2026-01-01 12:00:00 is naive"):
        async with database.transaction() as session:
            await session.execute(insert(QueryRow).values(**ROW, asked_at=naive))
    assert seen("SELECT * FROM queries") == []


async def test_instant_of_another_zone_is_kept_and_given_back_in_utc(
    database: Database, seen: Callable[[str], list[Any]]
) -> None:
    there = datetime(2026, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    async with database.transaction() as session:
        await session.execute(insert(QueryRow).values(**ROW, asked_at=there))
    assert seen("SELECT asked_at FROM queries") == [("2025-12-31 20:00:00.000000",)]
    async with database.reading() as session:
        back = await session.scalar(select(QueryRow.asked_at))
    assert back == there
    assert back is not None
    assert back.tzinfo is UTC


@given(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.timezones()))  # noqa: DTZ001
def test_any_instant_is_the_same_after_the_way_there_and_back(moment: datetime) -> None:
    kept = Instant().process_bind_param(moment, DIALECT)
    # Not compared with `moment` itself: Python holds a time that a clock shows twice, or never, unequal to any other.
    assert kept == moment.astimezone(UTC)
    # A database that knows zones gives one of its own; SQLite gives none.
    assert Instant().process_result_value(kept.astimezone(timezone(timedelta(hours=-3))), DIALECT) == kept
    assert Instant().process_result_value(kept.replace(tzinfo=None), DIALECT) == kept


def test_null_stays_null() -> None:
    assert Instant().process_bind_param(None, DIALECT) is None
    assert Instant().process_result_value(None, DIALECT) is None
