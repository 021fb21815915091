import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from store.database import Database, LoggedQuery, QueryFilter, QueryLog
from store.database.models import QueryRow
from store.database.query_log import BATCH
from store.question import Entry, FindQuote, ListBooks, Outcome, Place, Question, Surface

Seen = Callable[[str], list[tuple[Any, ...]]]
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
# The largest that Discord can ever give: 63 bits.
SNOWFLAKE = 2**63 - 1
QUESTION = Question(
    FindQuote("what did he say of “Siberia”?"),
    id=SNOWFLAKE,
    place=Place(guild_id=SNOWFLAKE - 1, channel_id=SNOWFLAKE - 2, user_id=SNOWFLAKE - 3),
    surface="slash",
    asked_at=NOON,
)


async def record(  # noqa: PLR0913 - as many as the log takes
    log: QueryLog,
    question: Question = QUESTION,
    *,
    command: str = "quote",
    outcome: Outcome = "answered",
    episode: str | None = "talk",
    answer_lines: Sequence[tuple[int, int]] = ((12, 14), (90, 90)),
    latency_ms: float = 3.25,
) -> bool:
    return await log.record(
        Entry(
            question=question,
            command=command,
            outcome=outcome,
            episode=episode,
            answer_lines=answer_lines,
            latency_ms=latency_ms,
        )
    )


async def asked(log: QueryLog, *moments: tuple[int, datetime]) -> None:
    for number, moment in moments:
        await record(log, replace(QUESTION, id=number, asked_at=moment))


async def insert_many(database: Database, moments: dict[int, datetime]) -> None:
    row = {"surface": "dm", "command": "books", "text": "", "outcome": "answered", "answer_lines": [], "latency_ms": 1}
    rows = [{**row, "id": number, "asked_at": moment} for number, moment in moments.items()]
    async with database.transaction() as session:
        await session.execute(insert(QueryRow), rows)


async def test_row_is_durable_before_the_return(log: QueryLog, seen: Seen) -> None:
    assert await record(log)
    assert seen("SELECT * FROM queries") == [
        (
            SNOWFLAKE,
            "2026-01-01 12:00:00.000000",
            SNOWFLAKE - 3,
            SNOWFLAKE - 1,
            SNOWFLAKE - 2,
            "slash",
            "quote",
            "what did he say of “Siberia”?",
            "talk",
            "answered",
            "[[12, 14], [90, 90]]",
            3.25,
            "{}",
        )
    ]


async def test_row_is_read_back_as_it_was_written(log: QueryLog) -> None:
    await record(log)
    assert await log.recent() == (
        LoggedQuery(
            id=SNOWFLAKE,
            asked_at=NOON,
            user_id=SNOWFLAKE - 3,
            guild_id=SNOWFLAKE - 1,
            channel_id=SNOWFLAKE - 2,
            surface="slash",
            command="quote",
            text="what did he say of “Siberia”?",
            episode="talk",
            outcome="answered",
            answer_lines=((12, 14), (90, 90)),
            latency_ms=3.25,
            options={},
        ),
    )


async def test_question_without_words_place_or_answer_is_kept(log: QueryLog) -> None:
    question = Question(ListBooks(), id=7, surface="dm", asked_at=NOON)
    await record(log, question, episode=None, answer_lines=(), outcome="refused")
    (query,) = await log.recent()
    assert (query.text, query.episode, query.answer_lines) == ("", None, ())
    assert (query.user_id, query.guild_id, query.channel_id) == (None, None, None)


async def test_repeated_delivery_changes_nothing(log: QueryLog, seen: Seen) -> None:
    await record(log)
    before = seen("SELECT * FROM queries")
    again = replace(QUESTION, request=FindQuote("another"), asked_at=NOON + timedelta(days=1))
    assert not await record(log, again, command="books", outcome="failed", answer_lines=())
    assert seen("SELECT * FROM queries") == before


async def test_one_of_many_deliveries_at_once_is_kept(log: QueryLog, seen: Seen) -> None:
    kept = await asyncio.gather(*(record(log, latency_ms=number) for number in range(20)))
    assert sorted(kept) == [False] * 19 + [True]
    assert seen("SELECT latency_ms FROM queries") == [(float(kept.index(True)),)]


async def test_two_hundred_questions_at_once_all_land(log: QueryLog, seen: Seen) -> None:
    questions = [replace(QUESTION, id=number) for number in range(1, 201)]
    assert all(await asyncio.gather(*(record(log, question) for question in questions)))
    assert seen("SELECT id FROM queries ORDER BY id") == [(number,) for number in range(1, 201)]


@pytest.mark.parametrize("surface", [surface for surface in get_args(Surface) if surface != "terminal"])
async def test_every_surface_of_discord_is_kept(log: QueryLog, surface: Surface) -> None:
    assert await record(log, replace(QUESTION, surface=surface))


@pytest.mark.parametrize("outcome", get_args(Outcome))
async def test_every_outcome_is_kept(log: QueryLog, outcome: Outcome) -> None:
    assert await record(log, outcome=outcome)


async def test_question_from_the_terminal_is_refused_and_not_taken_for_a_repeated_one(log: QueryLog) -> None:
    with pytest.raises(IntegrityError, match="ck_queries_surface"):
        await record(log, Question(ListBooks()))
    assert await log.recent() == ()


async def test_naive_instant_is_refused(log: QueryLog) -> None:
    with pytest.raises(StatementError, match="naive"):
        await record(log, replace(QUESTION, asked_at=NOON.replace(tzinfo=None)))
    assert await log.recent() == ()


async def test_what_the_database_cannot_do_is_raised_without_the_askers_words(log: QueryLog, seen: Seen) -> None:
    seen("DROP TABLE queries")
    with pytest.raises(OperationalError, match="no such table") as caught:
        await record(log)
    assert "Siberia" not in str(caught.value), "nobody's words go to the program's log"


async def test_mark_failed_changes_the_outcome_of_that_row_only(log: QueryLog, seen: Seen) -> None:
    await asked(log, (1, NOON), (2, NOON))
    before = seen("SELECT * FROM queries WHERE id = 2")
    await log.mark_failed(1)
    assert seen("SELECT outcome FROM queries WHERE id = 1") == [("failed",)]
    assert seen("SELECT * FROM queries WHERE id = 2") == before


async def test_mark_failed_of_an_unknown_question_does_nothing(log: QueryLog) -> None:
    await log.mark_failed(404)
    assert await log.recent() == ()


async def test_recent_gives_the_newest_first_and_no_more_than_asked(log: QueryLog) -> None:
    hour = timedelta(hours=1)
    await asked(log, (5, NOON), (4, NOON + hour), (3, NOON - hour), (6, NOON), (1, NOON + 2 * hour))
    assert [query.id for query in await log.recent()] == [1, 4, 6, 5, 3]
    assert [query.id for query in await log.recent(2)] == [1, 4]


async def test_recent_gives_twenty_five_unless_told(log: QueryLog, database: Database) -> None:
    await insert_many(database, dict.fromkeys(range(1, 31), NOON))
    assert [query.id for query in await log.recent()] == list(range(30, 5, -1))


@pytest.mark.parametrize("count", [0, 1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH, 3 * BATCH + 7])
@pytest.mark.parametrize("instants", [1, 3, 1000])
async def test_export_gives_every_row_once_and_the_oldest_first(
    log: QueryLog, database: Database, count: int, instants: int
) -> None:
    chance = random.Random(count)
    moments = {
        number: NOON + timedelta(microseconds=chance.randrange(instants))
        for number in chance.sample(range(1, 10**6), count)
    }
    if count:
        await insert_many(database, moments)
    async with asyncio.timeout(10):
        exported = [(query.asked_at, query.id) async for query in log.export()]
    assert exported == sorted((moment, number) for number, moment in moments.items())


async def test_export_holds_no_transaction_while_a_row_is_in_hand(log: QueryLog, database: Database) -> None:
    await insert_many(database, dict.fromkeys(range(1, BATCH + 2), NOON))
    async with asyncio.timeout(10):
        async for query in log.export():
            if query.id in (1, BATCH):
                await log.mark_failed(query.id)
    assert sum([query.outcome == "failed" async for query in log.export()]) == 2


async def test_export_gives_what_is_left_when_rows_are_erased_meanwhile(
    log: QueryLog, database: Database, seen: Seen
) -> None:
    await insert_many(database, dict.fromkeys(range(1, 2 * BATCH + 1), NOON))
    exported = []
    async for query in log.export():
        if query.id == BATCH:
            seen(f"DELETE FROM queries WHERE id <= {BATCH}")
        exported.append(query.id)
    assert exported == list(range(1, 2 * BATCH + 1))


async def test_what_else_was_asked_for_is_kept(log: QueryLog) -> None:
    await record(log, replace(QUESTION, request=FindQuote("siberia", speaker="Kotkin")))
    (query,) = await log.recent()
    assert query.options == {"speaker": "Kotkin"}


async def test_filters_keep_to_a_server_and_leave_direct_messages_out(log: QueryLog) -> None:
    places = {1: Place(10, 1, 5), 2: Place(10, 1, 6), 3: Place(20, 1, 5), 4: Place(None, 1, 5)}
    for number, place in places.items():
        question = replace(QUESTION, id=number, place=place, asked_at=NOON + number * timedelta(hours=1))
        await record(log, question, command="books" if number == 2 else "quote", outcome="refused")
    whole = {
        QueryFilter(): [4, 3, 2, 1],
        QueryFilter(guild_id=10): [2, 1],
        QueryFilter(guild_id=10, user_id=5): [1],
        QueryFilter(user_id=5): [4, 3, 1],
        QueryFilter(command="books"): [2],
        QueryFilter(outcome="answered"): [],
        QueryFilter(since=NOON + timedelta(hours=2), before=NOON + timedelta(hours=4)): [3, 2],
    }
    for which, expected in whole.items():
        assert [query.id for query in await log.recent(which=which)] == expected
        assert [query.id async for query in log.export(which, newest_first=True)] == expected
        assert [query.id async for query in log.export(which)] == expected[::-1]
        assert await log.count(which) == len(expected)
    assert [query.id for query in await log.recent(2, 1)] == [3, 2]


async def test_newest_first_export_gives_every_row_once_over_several_batches(log: QueryLog, database: Database) -> None:
    await insert_many(database, dict.fromkeys(range(1, 2 * BATCH + 2), NOON))
    assert [query.id async for query in log.export(newest_first=True)] == list(range(2 * BATCH + 1, 0, -1))
