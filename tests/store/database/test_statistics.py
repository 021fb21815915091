"""The query log in numbers, by server."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from store.database import Database, QueryFilter, QueryStatistics
from store.database.models import QueryRow
from store.server.likeness import AskedAlike
from store.server.statistics import Latency, Statistics

Filled = Callable[..., dict[str, Any]]
TODAY = date(2026, 5, 3)
NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
LAST = datetime(2026, 5, 2, 23, 59, 59, 999_000, tzinfo=UTC)
FIRST = datetime(2026, 5, 1, tzinfo=UTC)
HERE, THERE, MEMBER, OTHER = 10, 20, 7, 8


async def put(database: Database, *rows: dict[str, Any]) -> None:
    async with database.transaction() as session:
        await session.execute(insert(QueryRow), list(rows))


async def test_server_with_no_questions_has_empty_days(database: Database) -> None:
    numbers = await QueryStatistics(database).of(QueryFilter(guild_id=HERE), TODAY, 3)
    assert numbers == Statistics(TODAY, 3, {}, {}, {}, {}, (), 0, None)
    assert numbers.series == ((date(2026, 5, 1), 0), (date(2026, 5, 2), 0), (TODAY, 0))


async def test_questions_are_counted_by_day_kind_and_outcome_in_one_server(database: Database, filled: Filled) -> None:
    await put(
        database,
        filled(QueryRow, MEMBER, HERE, at=NOON, command="quote", text="Putin", latency_ms=10.0),
        filled(QueryRow, OTHER, HERE, at=LAST, command="quote", text="about Putin?", latency_ms=30.0),
        filled(QueryRow, MEMBER, HERE, at=FIRST, command="books", text="", outcome="refused", latency_ms=20.0),
        filled(QueryRow, MEMBER, HERE, at=FIRST - timedelta(microseconds=1)),
        filled(QueryRow, MEMBER, HERE, at=NOON + timedelta(days=1)),
        filled(QueryRow, MEMBER, THERE, at=NOON),
        {**filled(QueryRow, MEMBER, HERE, at=NOON), "guild_id": None},
    )
    numbers = await QueryStatistics(database).of(QueryFilter(guild_id=HERE), TODAY, 3)
    assert [count for _, count in numbers.series] == [1, 1, 1]
    assert numbers.answered_by_day == {TODAY: 1, date(2026, 5, 2): 1}
    assert (numbers.total, numbers.askers) == (3, 2)
    assert numbers.by_command == {"quote": 2, "books": 1}
    assert numbers.by_outcome == {"answered": 2, "refused": 1}
    assert numbers.asked == (AskedAlike("Putin", 2, NOON),)
    assert numbers.latency == Latency(median=20.0, ninth=30.0, slowest=30.0)


async def test_erased_questions_stay_in_the_counts(database: Database, filled: Filled) -> None:
    erased = {"user_id": None, "text": None, "options": None}
    await put(database, {**filled(QueryRow, MEMBER, HERE, at=NOON), **erased})
    numbers = await QueryStatistics(database).of(QueryFilter(guild_id=HERE), TODAY, 1)
    assert (numbers.total, numbers.askers, numbers.asked) == (1, 0, ())


async def test_unanswered_are_those_not_found_grouped_with_the_last_time(database: Database, filled: Filled) -> None:
    texts = {"Taylor Swift": NOON, "what of Tailor Swift?": LAST, "taylor swift": FIRST, "Elon Musk": NOON, "": NOON}
    rows = [
        filled(QueryRow, MEMBER, HERE, at=at, text=text, outcome="nothing_found", command="quote")
        for text, at in texts.items()
    ]
    found = filled(QueryRow, MEMBER, HERE, at=NOON, text="Elon Musk")
    theirs = filled(QueryRow, MEMBER, THERE, at=NOON, text="Elon Musk", outcome="nothing_found")
    await put(database, *rows, found, theirs)
    unanswered = await QueryStatistics(database).unanswered(QueryFilter(guild_id=HERE))
    assert unanswered == (AskedAlike("Taylor Swift", 3, NOON), AskedAlike("Elon Musk", 1, NOON))
    recent = await QueryStatistics(database).unanswered(QueryFilter(guild_id=HERE, since=NOON))
    assert [group.count for group in recent] == [1, 1]
