"""What is erased in time, and what stays counted."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from store.database import Database, Retention, SettingsTable
from store.database.models import AuditRow, BlockRow, DiscussionRow, NameRow, QueryRow
from store.database.retention import BATCH

Seen = Callable[[str], list[tuple[Any, ...]]]
Filled = Callable[..., dict[str, Any]]
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
HERE, THERE, MEMBER, MODERATOR = 10, 20, 7, 8
AUDIT = 365


@pytest.fixture
def retention(database: Database) -> Retention:
    return Retention(database, AUDIT)


async def put(database: Database, kind: Any, *rows: dict[str, Any]) -> None:
    async with database.transaction() as session:
        await session.execute(insert(kind), list(rows))


def left(seen: Seen) -> list[Any]:
    """Return the ids of the questions that still have a text and an asker; the others have neither."""
    mixed = "SELECT id FROM queries WHERE (text IS NULL) <> (user_id IS NULL) OR (text IS NULL AND options IS NOT NULL)"
    assert seen(mixed) == []
    return [number for (number,) in seen("SELECT id FROM queries WHERE text IS NOT NULL ORDER BY id")]


async def test_question_loses_its_text_and_asker_after_ninety_days_and_stays_counted(
    database: Database, retention: Retention, seen: Seen, filled: Filled
) -> None:
    await put(
        database,
        QueryRow,
        filled(QueryRow, MEMBER, HERE, id=1, at=NOW - 90 * DAY - SECOND),
        filled(QueryRow, MEMBER, HERE, id=2, at=NOW - 90 * DAY + SECOND),
        {**filled(QueryRow, MEMBER, HERE, id=3, at=NOW - 91 * DAY), "guild_id": None},
        {**filled(QueryRow, MEMBER, HERE, id=4, at=NOW), "guild_id": None},
    )
    assert await retention.enforce(NOW) == 2
    assert left(seen) == [2, 4]
    kept = "guild_id, channel_id IS NULL, surface, outcome, answer_lines"
    assert seen(f"SELECT {kept} FROM queries WHERE id IN (1, 3) ORDER BY id") == [
        (HERE, 0, "slash", "answered", "[[1, 2]]"),
        (None, 1, "slash", "answered", "[[1, 2]]"),
    ]
    assert await retention.enforce(NOW) == 0


async def test_each_server_has_its_own_days(
    database: Database, retention: Retention, seen: Seen, filled: Filled
) -> None:
    for server, days in ((HERE, 7), (THERE, 365)):
        await SettingsTable(database).change(server, "retention_days", days, by=MODERATOR, action="settings retention")
    ages = {1: (HERE, 6), 2: (HERE, 8), 3: (THERE, 91), 4: (THERE, 366), 5: (30, 8), 6: (30, 91)}
    rows = [filled(QueryRow, MEMBER, server, id=number, at=NOW - age * DAY) for number, (server, age) in ages.items()]
    await put(database, QueryRow, *rows)
    await put(database, QueryRow, {**filled(QueryRow, MEMBER, HERE, id=7, at=NOW - 8 * DAY), "guild_id": None})
    assert await retention.enforce(NOW) == 3
    assert left(seen) == [1, 3, 5, 7]


async def test_many_are_erased_in_batches_between_which_others_get_their_turn(
    database: Database, retention: Retention, seen: Seen, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions = 0
    open_one = database.transaction

    def counted() -> Any:
        nonlocal transactions
        transactions += 1
        return open_one()

    monkeypatch.setattr(database, "transaction", counted)
    old = [filled(QueryRow, MEMBER, HERE, at=NOW - 91 * DAY) for _ in range(2 * BATCH + 1)]
    await put(database, QueryRow, *old)
    assert await retention.enforce(NOW) == 2 * BATCH + 1
    assert left(seen) == []
    assert transactions >= 3


@pytest.mark.usefixtures("database")
def test_what_was_erased_before_is_not_read_again(seen: Seen) -> None:
    sql = "SELECT id FROM queries WHERE asked_at < '2026' AND (user_id IS NOT NULL OR text IS NOT NULL)"
    ((*_, plan),) = seen(f"EXPLAIN QUERY PLAN {sql} AND (guild_id IS NULL OR guild_id NOT IN (1, 2)) LIMIT 500")
    assert "ix_queries_asked " in plan


async def test_who_opened_a_thread_or_proposed_a_name_is_forgotten_in_time_too(
    database: Database, retention: Retention, seen: Seen, filled: Filled
) -> None:
    for age in (1, 100, 400):
        await put(database, DiscussionRow, filled(DiscussionRow, MEMBER, HERE, at=NOW - age * DAY))
        await put(database, NameRow, filled(NameRow, MEMBER, HERE, at=NOW - age * DAY))
    await retention.enforce(NOW)
    assert seen("SELECT opened_by FROM discussions ORDER BY thread_id") == [(MEMBER,), (None,), (None,)]
    assert seen("SELECT proposed_by, decided_by FROM names ORDER BY id") == [(MEMBER, MEMBER)] * 2 + [(None, None)]


async def test_audit_ends_after_its_days_and_a_block_when_it_is_over(
    database: Database, retention: Retention, seen: Seen, filled: Filled
) -> None:
    for age in (AUDIT - 1, AUDIT + 1):
        await put(database, AuditRow, filled(AuditRow, MODERATOR, HERE, at=NOW - age * DAY))
    for member, until in ((1, None), (2, NOW + SECOND), (3, NOW)):
        await put(database, BlockRow, filled(BlockRow, member, HERE, until=until))
    await retention.enforce(NOW)
    assert len(seen("SELECT * FROM audit")) == 1
    assert seen("SELECT user_id FROM blocks ORDER BY user_id") == [(1,), (2,)]
