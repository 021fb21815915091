"""Erasing a person: every table, and every byte of every file."""

import asyncio
import random
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, insert

from store.database import Audit, Database, Members, Privacy, QueryLog
from store.database.models import Base, BlockRow, MemberRow, QueryRow
from store.database.personal import NAMES, WRITTEN, crediting, naming
from store.question import Entry, FindQuote, Place, Question
from store.server.privacy import Blocked, Erased, Staying

Seen = Callable[[str], list[tuple[Any, ...]]]
Filled = Callable[..., dict[str, Any]]
Fill = Callable[..., Awaitable[None]]
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MEMBER, OTHER, MODERATOR = (1 << 60) + 123_456_789, (1 << 60) + 987_654_321, (1 << 60) + 555_555_555
HERE, THERE = (1 << 61) + 1, (1 << 61) + 2
SECRET = "what did he say of my grandmother's cat"
# Ids of other things than members.
THINGS = {"guild_id", "channel_id", "thread_id", "message_id", "id"}


def holds(path: Path, member: int) -> bool:
    """Tell whether a file has a member's id, as text or as SQLite writes an integer."""
    data = path.read_bytes()
    return str(member).encode() in data or member.to_bytes(8, "big") in data


def traces(file: Path, member: int = MEMBER, *words: str) -> list[str]:
    """Return the names of the files that hold the member's id or words."""
    return [
        path.name
        for path in file.parent.rglob("*")
        if path.is_file() and (holds(path, member) or any(word.encode() in path.read_bytes() for word in words))
    ]


def tables_naming(seen: Seen, member: int = MEMBER) -> set[str]:
    """Return the tables in which any cell has the member's id, by itself or in a text."""
    names = [name for (name,) in seen("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name for name in names if any(str(member) in str(cell) for row in seen(f"SELECT * FROM {name}") for cell in row)
    }


def kinds() -> list[type[Base]]:
    return [mapper.class_ for mapper in Base.registry.mappers]


@pytest.fixture
def fill(database: Database, filled: Filled) -> Fill:
    """Fill each table with a row in which every column that can names a member."""

    async def fill_tables(member: int, guild_id: int = HERE, *, without: tuple[type[Base], ...] = ()) -> None:
        async with database.transaction() as session:
            for kind in kinds():
                if kind not in without:
                    await session.execute(insert(kind), filled(kind, member, guild_id, text=SECRET, at=NOW))

    return fill_tables


def test_members_ids_stand_in_columns_that_erasing_knows_and_in_no_other() -> None:
    numbers = {
        column.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, BigInteger) or type(column.type).__name__ == "Variant"
    }
    assert numbers - NAMES - THINGS == set()
    special = {"queries.user_id", "blocks.user_id", "members.user_id", "audit.actor_id", "audit.member_id"}
    assert {str(column) for column in naming()} == {str(column) for column in crediting()} | special
    assert all(column.nullable for column in crediting())
    assert all(name in kind.__table__.c for kind, names in WRITTEN for name in names)


async def test_erased_member_is_in_no_table_and_no_byte_of_any_file(
    database: Database, file: Path, seen: Seen, fill: Fill, filled: Filled
) -> None:
    await fill(MEMBER, without=(BlockRow, MemberRow))
    await fill(OTHER, THERE)
    await QueryLog(database).mark_failed(1)
    assert traces(file, MEMBER, SECRET)
    async with database.transaction() as session:
        await session.execute(insert(BlockRow), filled(BlockRow, MEMBER, HERE, until=NOW - DAY))
        await session.execute(insert(MemberRow), filled(MemberRow, MEMBER, HERE, opted_out_at=None))
        await session.execute(insert(BlockRow), filled(BlockRow, OTHER, HERE, set_by=MEMBER))

    assert tables_naming(seen) >= {"queries", "names", "audit", "members", "blocks", "guild_settings"}
    erased = await Privacy(database).erase(MEMBER, NOW)
    assert (erased.questions, erased.overwritten) == (1, True)
    assert erased.staying == Staying(None, (), changes=1)
    assert tables_naming(seen) == {"audit"}, "what one did as a moderator stays for its time"
    assert seen(f"SELECT member_id, before, after FROM audit WHERE actor_id = {MEMBER}") == [(None, None, None)]

    await Privacy(database).erase(OTHER, NOW)
    seen("DELETE FROM audit")
    await database.scrub()
    assert traces(file, MEMBER, SECRET) == []
    assert not any(path.stat().st_size for path in file.parent.glob("*-wal"))


async def test_erasing_takes_the_copies_that_the_database_left_in_its_pages(
    database: Database, file: Path, filled: Filled
) -> None:
    chance = random.Random(0)
    members = [(1 << 60) + chance.getrandbits(59) for _ in range(20)]
    for _ in range(40):
        rows = [
            filled(
                QueryRow,
                member,
                HERE,
                at=NOW - chance.randrange(30) * DAY,
                channel_id=chance.randrange(5),
                text=f"question {member:x}",
                options={},
            )
            for member in chance.choices(members, k=100)
        ]
        async with database.transaction() as session:
            await session.execute(insert(QueryRow), rows)
    *erased, kept = members
    await asyncio.gather(*(Privacy(database).erase(member, NOW) for member in erased))
    assert [traces(file, member, f"question {member:x}") for member in erased] == [[]] * len(erased)
    assert traces(file, kept)


async def test_what_stays_is_the_opt_out_and_the_block_in_force(
    database: Database, seen: Seen, fill: Fill, filled: Filled
) -> None:
    await fill(MEMBER, without=(BlockRow,))
    async with database.transaction() as session:
        await session.execute(insert(BlockRow), filled(BlockRow, MEMBER, HERE, until=None, set_by=MODERATOR))
        await session.execute(insert(BlockRow), filled(BlockRow, MEMBER, THERE, until=NOW + DAY, set_by=MODERATOR))
    erased = await Privacy(database).erase(MEMBER, NOW)
    blocks = (Blocked(HERE, "a reason", None), Blocked(THERE, "a reason", NOW + DAY))
    assert erased.staying == Staying(NOW, blocks, changes=1)
    assert tables_naming(seen) == {"members", "blocks", "audit"}
    assert seen("SELECT plain, opted_out_at IS NOT NULL FROM members") == [(0, 1)]
    assert seen("SELECT set_by FROM blocks") == [(MODERATOR,), (MODERATOR,)]


async def test_question_stays_counted_with_its_lines_but_not_with_its_direct_message(
    database: Database, seen: Seen
) -> None:
    question = Question(FindQuote(SECRET, speaker="Kotkin"), 1, Place(None, 77, MEMBER), "dm", None, NOW)
    log = QueryLog(database)
    for number, place in enumerate([Place(None, 77, MEMBER), Place(HERE, 78, MEMBER)], 1):
        await log.record(
            Entry(
                question=replace(question, id=number, place=place),
                command="quote",
                outcome="answered",
                episode="talk",
                answer_lines=[(12, 14)],
                latency_ms=1,
            )
        )
    await Privacy(database).erase(MEMBER, NOW)
    columns = "user_id, text, options, channel_id, guild_id, episode, outcome, answer_lines"
    assert seen(f"SELECT {columns} FROM queries ORDER BY id") == [
        (None, None, None, None, None, "talk", "answered", "[[12, 14]]"),
        (None, None, None, 78, HERE, "talk", "answered", "[[12, 14]]"),
    ]


async def test_mention_of_the_member_in_what_others_wrote_is_struck_out(
    database: Database, seen: Seen, filled: Filled
) -> None:
    row = filled(QueryRow, OTHER, HERE, text=f"did <@{MEMBER}> say so?", options={"speaker": f"<@{MEMBER}>"})
    async with database.transaction() as session:
        await session.execute(insert(QueryRow), row)
    await Privacy(database).erase(MEMBER, NOW)
    assert seen("SELECT user_id, text FROM queries") == [(OTHER, "did <@…> say so?")]
    assert tables_naming(seen) == set()


async def test_server_forgets_its_own_only_and_says_so_without_the_name(
    database: Database, seen: Seen, fill: Fill
) -> None:
    await fill(MEMBER, HERE, without=(MemberRow, BlockRow))
    await fill(MEMBER, THERE)
    elsewhere = "SELECT * FROM {} WHERE guild_id = " + str(THERE)
    names = sorted(kind.__tablename__ for kind in kinds() if "guild_id" in kind.__table__.c)
    before = [seen(elsewhere.format(name)) for name in names]
    erased = await Privacy(database).erase(MEMBER, NOW, HERE, by=MODERATOR)
    assert (erased.questions, erased.staying) == (1, Staying(None, (), changes=1))
    assert [seen(elsewhere.format(name)) for name in names] == before
    assert seen("SELECT plain FROM members") == [(1,)]
    assert seen(f"SELECT text FROM queries WHERE guild_id = {HERE}") == [(None,)]
    latest = (await Audit(database).recent(HERE))[0].change
    assert (latest.actor_id, latest.action, latest.member_id, latest.subject) == (MODERATOR, "member forget", None, "")
    assert latest.after == {"questions": 1, "others": erased.others}


async def test_who_never_asked_has_nothing_to_erase(database: Database, seen: Seen, fill: Fill) -> None:
    await fill(OTHER)
    before = [seen(f"SELECT * FROM {kind.__tablename__}") for kind in kinds()]
    assert await Privacy(database).erase(MEMBER, NOW) == Erased(0, 0, Staying())
    assert not (await Privacy(database).kept(MEMBER, NOW)).erasable
    assert (await Privacy(database).export(MEMBER)).tables == {}
    assert [seen(f"SELECT * FROM {kind.__tablename__}") for kind in kinds()] == before


async def test_two_at_once_erase_everything_once(database: Database, fill: Fill) -> None:
    await fill(MEMBER)
    both = await asyncio.gather(*(Privacy(database).erase(MEMBER, NOW) for _ in range(2)))
    assert sorted(erased.questions for erased in both) == [0, 1]


async def test_failure_on_the_way_erases_nothing(database: Database, seen: Seen, fill: Fill) -> None:
    await fill(MEMBER)
    seen("CREATE TRIGGER no BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
    before = [seen(f"SELECT * FROM {kind.__tablename__}") for kind in kinds()]
    with pytest.raises(Exception, match="no"):
        await Privacy(database).erase(MEMBER, NOW)
    assert [seen(f"SELECT * FROM {kind.__tablename__}") for kind in kinds()] == before


async def test_another_reader_in_the_way_leaves_the_files_for_later(database: Database, file: Path, fill: Fill) -> None:
    await fill(MEMBER, without=(BlockRow, MemberRow))
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM queries").fetchall()
    erased = await Privacy(database).erase(MEMBER, NOW)
    assert (erased.questions, erased.overwritten) == (1, False)
    assert database.unscrubbed
    reader.close()
    assert await database.scrub()
    assert not database.unscrubbed
    assert traces(file, OTHER, SECRET) == []


async def test_export_has_every_row_that_names_the_member_and_nobody_else(
    database: Database, fill: Fill, filled: Filled
) -> None:
    await fill(MEMBER, without=(BlockRow,))
    await fill(OTHER, THERE)
    async with database.transaction() as session:
        await session.execute(insert(BlockRow), filled(BlockRow, MEMBER, HERE, set_by=MODERATOR))
    exported = await Privacy(database).export(MEMBER)
    expected = {kind.__tablename__ for kind in kinds() if NAMES & set(kind.__table__.c.keys())}
    assert set(exported.tables) == expected
    assert all(len(rows) == 1 for rows in exported.tables.values())
    ids = {cell for rows in exported.tables.values() for row in rows for cell in row.values() if isinstance(cell, int)}
    assert not ids & {OTHER, MODERATOR}
    assert exported.tables["queries"][0]["text"] == SECRET
    assert "transcript" not in exported.tables["guild_episodes"][0]


async def test_kept_tells_what_there_is_here_and_everywhere(database: Database, fill: Fill) -> None:
    await fill(MEMBER, HERE)
    await fill(MEMBER, THERE, without=(MemberRow,))
    everywhere, here = [await Privacy(database).kept(MEMBER, NOW, guild_id) for guild_id in (None, HERE)]
    assert (everywhere.questions, here.questions) == (2, 1)
    assert (everywhere.others, here.others) == (2 * here.others, here.others)
    assert (here.first_asked_at, here.last_asked_at) == (NOW, NOW)
    assert (everywhere.staying.opted_out_at, here.staying.opted_out_at) == (NOW, None)


class TestOptOut:
    @pytest.fixture
    def places(self) -> Iterator[Place]:
        return iter([Place(HERE, 5, MEMBER), Place(None, 6, MEMBER)])

    async def ask(self, database: Database, number: int, place: Place) -> None:
        question = Question(FindQuote(SECRET, speaker="Kotkin"), number, place, "slash", None, NOW)
        await QueryLog(database).record(
            Entry(
                question=question, command="quote", outcome="answered", episode="e", answer_lines=[(1, 2)], latency_ms=1
            )
        )

    async def test_questions_are_only_counted(self, database: Database, file: Path, seen: Seen) -> None:
        assert await Members(database).opt_out(MEMBER)
        await self.ask(database, 1, Place(HERE, 5, MEMBER))
        await self.ask(database, 2, Place(None, 6, MEMBER))
        await self.ask(database, 3, Place(HERE, 5, OTHER))
        assert seen("SELECT id, guild_id, channel_id, user_id, text, options FROM queries ORDER BY id") == [
            (1, HERE, 5, None, None, None),
            (2, None, None, None, None, None),
            (3, HERE, 5, OTHER, SECRET, '{"speaker": "Kotkin"}'),
        ]
        assert seen("SELECT answer_lines, outcome FROM queries WHERE id = 1") == [("[[1, 2]]", "answered")]
        await Privacy(database).erase(OTHER, NOW)
        assert traces(file, OTHER, SECRET) == []

    async def test_it_outlives_erasing_and_ends_by_opting_in(self, database: Database, seen: Seen) -> None:
        members = Members(database)
        await members.opt_out(MEMBER)
        await members.set_plain(MEMBER, plain=True)
        await Privacy(database).erase(MEMBER, NOW)
        await self.ask(database, 1, Place(HERE, 5, MEMBER))
        assert await members.opt_in(MEMBER)
        await self.ask(database, 2, Place(HERE, 5, MEMBER))
        assert seen("SELECT user_id FROM queries ORDER BY id") == [(None,), (MEMBER,)]

    async def test_twice_is_once(self, database: Database, seen: Seen) -> None:
        members = Members(database)
        assert [await members.opt_out(MEMBER), await members.opt_out(MEMBER)] == [True, False]
        assert [await members.opt_in(MEMBER), await members.opt_in(MEMBER)] == [True, False]
        assert seen("SELECT * FROM members") == []
        assert await members.of(MEMBER) == await members.of(OTHER)

    async def test_plain_text_is_remembered_as_long_as_it_is_chosen(self, database: Database, seen: Seen) -> None:
        members = Members(database)
        await members.set_plain(MEMBER, plain=True)
        assert (await members.of(MEMBER)).plain
        await members.set_plain(MEMBER, plain=False)
        assert seen("SELECT * FROM members") == []
