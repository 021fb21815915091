"""The operator's verbs: they ask before they erase, and work while the bot runs."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from store.database import Members, QueryLog, Servers, SettingsTable, open_database
from store.question import Entry, FindQuote, Place, Question

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run

MEMBER, HERE, THERE = (1 << 60) + 13, (1 << 60) + 11, (1 << 60) + 12
ASKED = datetime(2026, 8, 1, 12, tzinfo=UTC)
LEFT = datetime(2026, 8, 2, tzinfo=UTC)
SECRET = "what of my grandmother"


async def keep(url: str) -> None:
    async with open_database(url) as database:
        log = QueryLog(database)
        for number, server in enumerate((HERE, THERE, None), 1):
            question = Question(FindQuote(SECRET), number, Place(server, 5, MEMBER), "slash", None, ASKED)
            await log.record(
                Entry(
                    question=question,
                    command="quote",
                    outcome="answered",
                    episode="talk",
                    answer_lines=[],
                    latency_ms=1,
                )
            )
        await SettingsTable(database).change(HERE, "retention_days", 7, by=MEMBER, action="settings retention")
        await Members(database).opt_out(MEMBER)
        await Servers(database).left(THERE, LEFT)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "kept.toml"
    path.write_text('[database]\nurl = "sqlite+aiosqlite:///kept.db"\n', "utf-8")
    asyncio.run(keep(f"sqlite+aiosqlite:///{tmp_path / 'kept.db'}"))
    return path


def texts(config: Path) -> list[str | None]:
    with closing(sqlite3.connect(config.with_name("kept.db"))) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM queries ORDER BY id")]


def holding(config: Path, needle: bytes) -> list[str]:
    return [path.name for path in config.parent.iterdir() if needle in path.read_bytes()]


def test_forgotten_member_is_so_everywhere_and_what_stays_is_said(run: Run, config: Path) -> None:
    printed = run("member", "forget", MEMBER, "--yes", "--json", "--config", config)
    assert printed.status == 0
    assert printed.json.pop("staying").pop("opted_out_at") is not None
    assert printed.json["user_id"] == str(MEMBER)
    assert (printed.json["questions"], printed.json["others"], printed.json["overwritten"]) == (3, 1, True)
    assert printed.json["staying"]["changes"] == 1
    assert texts(config) == [None] * 3
    assert holding(config, SECRET.encode()) == []


def test_it_asks_first_and_takes_no_for_an_answer(run: Run, config: Path) -> None:
    before = config.with_name("kept.db").read_bytes()
    for said in ("n\n", "\n", "maybe\n"):
        refused = run("member", "forget", MEMBER, "--config", config, stdin=said)
        assert (refused.status, refused.out) == (2, "")
        assert "3 questions" in refused.err
        assert "nothing was erased" in refused.err
    assert "give --yes" in run("member", "forget", MEMBER, "--config", config, stdin="").err
    assert config.with_name("kept.db").read_bytes() == before

    agreed = run("member", "forget", f"<@{MEMBER}>", "--config", config, stdin="y\n")
    assert agreed.status == 0
    assert "Erased of" in agreed.out
    assert "the opt-out" in agreed.out
    assert texts(config) == [None] * 3


def test_member_of_one_server_is_forgotten_there_only(run: Run, config: Path) -> None:
    assert run("member", "forget", MEMBER, "--server", THERE, "--yes", "--config", config).status == 0
    assert texts(config) == [SECRET, None, SECRET]


def test_who_never_asked_is_status_1_and_nobody_is_asked(run: Run, config: Path) -> None:
    printed = run("member", "forget", "99", "--config", config, stdin="")
    assert printed.status == 1
    assert "Nothing that could be erased was kept of 99" in printed.out


def test_servers_are_listed_with_what_they_have_and_when_they_are_erased(run: Run, config: Path) -> None:
    printed = run("server", "list", "--json", "--config", config)
    assert printed.status == 0
    assert printed.json["servers"] == [
        {
            "id": str(HERE),
            "questions": 1,
            "last_asked_at": "2026-08-01T12:00:00Z",
            "episodes": 0,
            "left_at": None,
            "erased_at": None,
        },
        {
            "id": str(THERE),
            "questions": 1,
            "last_asked_at": "2026-08-01T12:00:00Z",
            "episodes": 0,
            "left_at": "2026-08-02T00:00:00Z",
            "erased_at": "2026-09-01T00:00:00Z",
        },
    ]
    listed = run("server", "list", "--config", config).out
    assert str(HERE) in listed
    assert "left 2026-08-02T00:00:00Z, erased after 2026-09-01T00:00:00Z" in listed


def test_server_is_erased_to_the_last_byte_and_no_other(run: Run, config: Path) -> None:
    asked = run("server", "erase", HERE, "--config", config, stdin="n\n")
    assert asked.status == 2
    assert "1 question and 0 own episodes" in asked.err
    printed = run("server", "erase", HERE, "--yes", "--json", "--config", config)
    assert (printed.status, printed.json) == (0, {"id": str(HERE), "rows": 3})
    assert len(texts(config)) == 2
    assert holding(config, HERE.to_bytes(8, "big")) == []
    assert run("server", "erase", HERE, "--config", config, stdin="").status == 1


@pytest.mark.parametrize("verb", [("member", "forget", MEMBER), ("server", "list"), ("server", "erase", HERE)])
def test_database_that_is_not_there_is_said_and_not_made(run: Run, tmp_path: Path, verb: tuple[object, ...]) -> None:
    assert "there is none yet" in run(*verb).error
    assert list(tmp_path.iterdir()) == []


def test_verbs_work_while_the_bot_runs(run: Run, config: Path) -> None:
    with closing(sqlite3.connect(config.with_name("kept.db"))) as running:
        running.execute("SELECT * FROM queries").fetchall()
        printed = run("member", "forget", MEMBER, "--yes", "--json", "--config", config)
        assert printed.json["overwritten"] is True
    assert holding(config, SECRET.encode()) == []
