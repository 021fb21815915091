"""The query log at the terminal."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from store.database import QueryLog, open_database
from store.question import Entry, FindQuote, ListBooks, Outcome, Place, Question

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run, Shell

COLUMNS = [
    "id",
    "asked_at",
    "user_id",
    "guild_id",
    "channel_id",
    "surface",
    "command",
    "text",
    "episode",
    "outcome",
    "answer_lines",
    "latency_ms",
]
ASKED = datetime(2026, 8, 1, 12, 0, 0, tzinfo=UTC)
QUESTIONS = [
    Question(FindQuote("=HYPERLINK(A1)\nsecond line"), 2**62, Place(2**61, 12, 13), "slash", None, ASKED),
    Question(FindQuote('\x1b[2Jwhat, "he" said'), 2, Place(None, 12, 14), "dm", None, ASKED + timedelta(seconds=1)),
    Question(
        ListBooks(),
        3,
        Place(11, 12, 15),
        "slash",
        None,
        (ASKED + timedelta(hours=1)).astimezone(timezone(timedelta(hours=2))),
    ),
]


async def record(url: str, questions: list[Question], outcome: Outcome = "answered") -> None:
    async with open_database(url) as database:
        log = QueryLog(database)
        for question in questions:
            verb = question.request.verb
            lines = [(12, 14), (16, 16)]
            await log.record(
                Entry(
                    question=question, command=verb, outcome=outcome, episode="talk", answer_lines=lines, latency_ms=1.5
                )
            )


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Configure a database that isn't there."""
    path = tmp_path / "logged.toml"
    path.write_text('[database]\nurl = "sqlite+aiosqlite:///logged.db"\n', "utf-8")
    return path


@pytest.fixture
def logged(config: Path, tmp_path: Path) -> Path:
    """Configure a database with three questions in it."""
    asyncio.run(record(f"sqlite+aiosqlite:///{tmp_path / 'logged.db'}", QUESTIONS))
    return config


def test_recent_prints_the_contracts_object_newest_first(run: Run, logged: Path) -> None:
    printed = run("log", "recent", "--json", "--config", logged)
    assert printed.status == 0
    assert list(printed.json) == ["queries"]
    assert [query["id"] for query in printed.json["queries"]] == ["3", "2", str(2**62)]
    assert printed.json["queries"][2] == {
        "id": str(2**62),
        "asked_at": "2026-08-01T12:00:00Z",
        "user_id": "13",
        "guild_id": str(2**61),
        "channel_id": "12",
        "surface": "slash",
        "command": "quote",
        "text": "=HYPERLINK(A1)\nsecond line",
        "episode": "talk",
        "outcome": "answered",
        "answer_lines": [[12, 14], [16, 16]],
        "latency_ms": 1.5,
    }
    assert printed.json["queries"][1]["guild_id"] is None
    assert printed.json["queries"][0]["asked_at"] == "2026-08-01T13:00:00Z"
    assert printed.json["queries"][0]["text"] == ""


def test_recent_keeps_to_its_limit(run: Run, logged: Path) -> None:
    assert len(run("log", "recent", "--json", "--limit", "2", "--config", logged).json["queries"]) == 2


def test_recent_in_readable_text_obeys_nothing_that_was_asked(run: Run, logged: Path) -> None:
    printed = run("log", "recent", "--config", logged)
    assert printed.status == 0
    assert all(line.isprintable() for line in printed.out.splitlines())
    assert '[2Jwhat, "he" said' in printed.out
    assert "=HYPERLINK(A1) second line" in printed.out
    assert "2026-08-01T12:00:00Z" in printed.out
    assert "direct message" in printed.out


def test_csv_has_all_columns_oldest_first_and_no_formula(run: Run, logged: Path) -> None:
    printed = run("log", "export", "--config", logged)
    assert printed.status == 0
    header, first, second, third = csv.reader(io.StringIO(printed.out))
    assert header == COLUMNS
    assert dict(zip(header, first, strict=True)) == {
        "id": str(2**62),
        "asked_at": "2026-08-01T12:00:00Z",
        "user_id": "13",
        "guild_id": str(2**61),
        "channel_id": "12",
        "surface": "slash",
        "command": "quote",
        "text": "'=HYPERLINK(A1)\nsecond line",
        "episode": "talk",
        "outcome": "answered",
        "answer_lines": "[[12, 14], [16, 16]]",
        "latency_ms": "1.5",
    }
    assert second[3] == ""
    assert third[7] == ""


def test_jsonl_has_an_object_a_line_with_what_was_typed(run: Run, logged: Path) -> None:
    printed = run("log", "export", "--format", "jsonl", "--config", logged)
    forms = [json.loads(line) for line in printed.out.splitlines()]
    assert [list(form) for form in forms] == [COLUMNS] * 3
    assert forms[0]["text"] == "=HYPERLINK(A1)\nsecond line"


def test_empty_log_has_status_1(run: Run, config: Path) -> None:
    assert run("database", "upgrade", "--config", config).status == 0
    printed = run("log", "recent", "--json", "--config", config)
    assert (printed.status, printed.json) == (1, {"queries": []})
    assert "Nothing has been asked" in run("log", "recent", "--config", config).out
    exported = run("log", "export", "--config", config)
    assert (exported.status, exported.out.strip().split(",")) == (1, COLUMNS)


@pytest.mark.parametrize("verb", ["recent", "unanswered", "export"])
def test_database_that_is_not_there_is_said_and_not_made(run: Run, config: Path, verb: str) -> None:
    assert "logged.db: there is none yet" in run("log", verb, "--config", config).error
    assert sorted(path.name for path in config.parent.iterdir()) == [config.name]


@pytest.mark.parametrize("verb", [("log", "recent"), ("log", "export"), ("database", "upgrade")])
def test_file_that_is_no_database_is_one_line(run: Run, config: Path, verb: tuple[str, ...]) -> None:
    (config.parent / "logged.db").write_text("no database at all, but a long enough text to be told from one", "utf-8")
    assert "logged.db" in run(*verb, "--config", config).error


def test_upgrade_makes_the_database_and_says_what_it_did(run: Run, config: Path) -> None:
    assert "made at revision" in run("database", "upgrade", "--config", config).out
    assert (config.parent / "logged.db").is_file()
    assert "already" in run("database", "upgrade", "--config", config).out


def test_upgrade_where_there_is_no_folder_is_one_line(shell: Shell, config: Path) -> None:
    config.write_text('[database]\nurl = "sqlite+aiosqlite:///gone/logged.db"\n', "utf-8")
    refused = shell("database", "upgrade", "--config", config)
    assert refused.returncode == 2
    assert refused.stderr.count(b"\n") == 1
    assert b"gone" in refused.stderr


def test_recent_keeps_to_its_filters(run: Run, logged: Path) -> None:
    def ids(*options: object) -> list[str]:
        printed = run("log", "recent", "--json", "--config", logged, *options)
        return [query["id"] for query in printed.json["queries"]]

    assert ids("--member", "14") == ["2"]
    assert ids("--member", "<@15>") == ["3"]
    assert ids("--server", 2**61) == [str(2**62)]
    assert ids("--command", "books") == ["3"]
    assert ids("--outcome", "nothing_found") == []
    assert ids("--days", "1") == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--member", "Ann"), "'Ann' is no id of Discord's"),
        (("--server", 2**63), "is no id of Discord's"),
        (("--days", "0"), "--days"),
        (("--days", "99999999"), "--days"),
        (("--outcome", "lost"), "--outcome"),
    ],
)
def test_what_no_filter_can_mean_is_one_line(run: Run, logged: Path, options: tuple[object, ...], said: str) -> None:
    assert said in run("log", "recent", "--config", logged, *options).error


def test_unanswered_groups_by_likeness(run: Run, config: Path, tmp_path: Path) -> None:
    texts = {"Taylor Swift": 11, "what of Tailor Swift?": None, "Elon Musk": 11}
    asked = [
        Question(FindQuote(text), number, Place(server, 12, 13), "slash", None, ASKED + timedelta(hours=number))
        for number, (text, server) in enumerate(texts.items(), 1)
    ]
    asyncio.run(record(f"sqlite+aiosqlite:///{tmp_path / 'logged.db'}", asked, "nothing_found"))
    printed = run("log", "unanswered", "--json", "--config", config)
    assert (printed.status, printed.json) == (
        0,
        {
            "unanswered": [
                {"text": "what of Tailor Swift?", "count": 2, "last_asked_at": "2026-08-01T14:00:00Z"},
                {"text": "Elon Musk", "count": 1, "last_asked_at": "2026-08-01T15:00:00Z"},
            ]
        },
    )
    here = run("log", "unanswered", "--json", "--server", "11", "--config", config)
    assert [group["count"] for group in here.json["unanswered"]] == [1, 1]
    assert "Elon Musk" in run("log", "unanswered", "--config", config).out


def test_nothing_unanswered_has_status_1(run: Run, logged: Path) -> None:
    printed = run("log", "unanswered", "--json", "--config", logged)
    assert (printed.status, printed.json) == (1, {"unanswered": []})
