"""The quote of the day: at its hour, once, over restarts; and what happens where it cannot be posted."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.daily import due, post_due
from store.database import DailyQuotes, open_database
from store.server.guild_settings import Daily

if TYPE_CHECKING:
    import discord

    from tests.bot.conftest import Stage

HOUR = 3600


async def switch_on(stage: Stage, hour: int, zone: str = "UTC") -> None:
    daily = Daily(channel_id=stage.here.channel.id, hour=hour, zone=zone)
    await stage.bot.servers.set(stage.here.guild.id, "daily", daily, by=7, action="settings daily")


def posted(stage: Stage) -> list[discord.Message]:
    return [message for message in stage.here.channel.history() if "Quote of the day" in stage.text(message)]


async def test_quote_comes_at_its_hour_and_once_a_day(stage: Stage) -> None:
    now = stage.env.now().hour
    await switch_on(stage, now + 1)
    await stage.env.advance_time(HOUR - 120)
    assert posted(stage) == []
    await stage.env.advance_time(240)
    assert len(posted(stage)) == 1
    await stage.env.advance_time(600)
    assert len(posted(stage)) == 1
    assert stage.rows() == []


async def test_restart_posts_none_twice(stage: Stage) -> None:
    await switch_on(stage, stage.env.now().hour)
    await stage.env.advance_time(120)
    assert len(posted(stage)) == 1
    await stage.restart()
    await stage.env.advance_time(300)
    assert len(posted(stage)) == 1


async def test_next_day_has_another_quote(stage: Stage) -> None:
    await switch_on(stage, stage.env.now().hour)
    async with open_database(stage.settings.database.url) as database:
        for days in range(3):
            await post_due(stage.bot, DailyQuotes(database), stage.env.now() + timedelta(days=days))
    await stage.env.settle()
    assert len({stage.text(message) for message in posted(stage)}) == len(posted(stage)) == 3


async def test_fault_of_discords_is_tried_again_a_minute_later(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await switch_on(stage, stage.env.now().hour)
    stage.env.inject_error("POST", f"/channels/{stage.here.channel.id}/messages", status=500, times=5)
    with caplog.at_level(logging.WARNING, "bot.daily"):
        await stage.env.advance_time(600)
    assert len(posted(stage)) == 1


async def test_channel_that_is_closed_to_the_bot_is_logged_once(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await switch_on(stage, stage.env.now().hour)
    stage.env.inject_error("POST", f"/channels/{stage.here.channel.id}/messages", status=403, code=50013, times=9)
    with caplog.at_level(logging.WARNING, "bot.daily"):
        await stage.env.advance_time(600)
    assert posted(stage) == []
    assert len([record for record in caplog.records if "no daily quote in server" in record.message]) == 1


@pytest.mark.parametrize(
    ("now", "zone", "wanted"),
    [
        (datetime(2026, 7, 1, 5, 59, tzinfo=UTC), "Europe/Berlin", None),
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), "Europe/Berlin", date(2026, 7, 1)),
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), "UTC", None),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), "Australia/Sydney", date(2026, 7, 2)),
        (datetime(2026, 7, 1, 20, 0, tzinfo=UTC), "UTC", None),
        (datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "Nowhere/Never", None),
    ],
)
def test_hour_is_that_of_the_servers_zone(now: datetime, zone: str, wanted: date | None) -> None:
    assert due(Daily(channel_id=1, hour=8, zone=zone), now) == wanted
