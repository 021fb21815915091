"""What is erased while the bot runs: in its time, and after it has left a server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.client import create_bot
from bot.housekeeping import Housekeeping
from store.database import Servers, SettingsTable

if TYPE_CHECKING:
    from tests.bot.conftest import Stage

MINUTE, PAUSE, DAY = 60, 6 * 3600, timedelta(days=1)
DEPARTED, RETENTION = 30, 90
# A server on the first of two shards.
GONE = 2 << 22


def departures(stage: Stage) -> list[Any]:
    with closing(sqlite3.connect(stage.database)) as connection:
        return [guild_id for (guild_id,) in connection.execute("SELECT guild_id FROM departures ORDER BY guild_id")]


def date_back(stage: Stage, days: int) -> None:
    """Have everything be older than it is: the simulated clock takes too long over months."""
    with closing(sqlite3.connect(stage.database)) as connection, connection:
        connection.execute("UPDATE queries SET asked_at = datetime(asked_at, ?)", (f"-{days} days",))
        connection.execute("UPDATE departures SET left_at = datetime(left_at, ?)", (f"-{days} days",))


async def leave(stage: Stage) -> None:
    guild = stage.bot.get_guild(stage.here.guild.id)
    assert guild is not None
    await guild.leave()
    await stage.env.settle()


async def test_questions_lose_their_words_in_time_and_no_file_holds_them(stage: Stage) -> None:
    await stage.here.slash("quote", about="what of my grandmother")
    date_back(stage, RETENTION - 1)
    await stage.env.advance_time(2 * MINUTE)
    assert [row["text"] for row in stage.rows()] == ["what of my grandmother"]
    date_back(stage, 2)
    await stage.env.advance_time(PAUSE)
    assert [(row["text"], row["user_id"], row["command"]) for row in stage.rows()] == [(None, None, "quote")]
    files = [path for path in stage.database.parent.iterdir() if path.is_file()]
    assert [path.name for path in files if b"grandmother" in path.read_bytes()] == []


async def test_server_sets_for_how_long(stage: Stage) -> None:
    for server in (stage.here, stage.there):
        await server.slash("books")
    table = SettingsTable(stage.bot.database)
    await table.change(stage.here.guild.id, "retention_days", 7, by=1, action="settings retention")
    date_back(stage, 8)
    await stage.env.advance_time(2 * MINUTE)
    assert [row["user_id"] is None for row in stage.rows()] == [True, False]


async def test_server_is_erased_some_time_after_the_bot_has_left_it(stage: Stage) -> None:
    await stage.here.slash("books")
    await stage.there.slash("books")
    await leave(stage)
    assert departures(stage) == [stage.here.guild.id]
    date_back(stage, DEPARTED - 1)
    await stage.env.advance_time(2 * MINUTE)
    assert len(stage.rows()) == 2
    date_back(stage, 2)
    await stage.env.advance_time(PAUSE)
    assert [row["guild_id"] for row in stage.rows()] == [stage.there.guild.id]
    assert departures(stage) == []


async def test_server_that_was_left_while_the_bot_was_away_is_noticed_at_the_next_start(stage: Stage) -> None:
    await stage.here.slash("books")
    await stage.there.slash("books")
    await stage.bot.close()
    stage.env.backend.remove_guild(stage.here.guild.id)
    await stage.env.restart_bot(create_bot(stage.settings))
    await stage.env.settle()
    assert departures(stage) == [stage.here.guild.id]


async def test_coming_back_keeps_what_there_is(stage: Stage) -> None:
    await stage.here.slash("books")
    away = Servers(stage.bot.database)
    await away.left(stage.here.guild.id, stage.env.now() - (DEPARTED + 1) * DAY)
    await stage.env.advance_time(2 * MINUTE)
    assert len(stage.rows()) == 1, "nobody erases a server that the bot is in"
    await stage.restart()
    await stage.env.settle()
    assert departures(stage) == []


@pytest.mark.parametrize(("shards", "noticed"), [([0], [GONE]), ([1], [])])
async def test_one_process_of_several_notices_its_own_servers_only(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, shards: list[int], noticed: list[int]
) -> None:
    await SettingsTable(stage.bot.database).change(GONE, "retention_days", 7, by=1, action="settings retention")
    monkeypatch.setattr(stage.bot, "shard_count", 2)
    monkeypatch.setattr(stage.bot, "shard_ids", shards)
    housekeeping = stage.bot.get_cog("Housekeeping")
    assert isinstance(housekeeping, Housekeeping)
    await housekeeping.on_ready()
    assert departures(stage) == noticed
