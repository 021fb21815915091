"""Quotes of the day on the record."""

from datetime import UTC, date, datetime

from store.database import DailyQuotes, Database, SettingsTable
from store.question import Span
from store.server.guild_settings import Daily

HERE, THERE = 10, 20
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
DAY = date(2026, 1, 1)


async def test_second_claim_of_a_day_is_refused(database: Database) -> None:
    quotes = DailyQuotes(database)
    assert await quotes.claim(HERE, DAY, "key", Span(1, 2), NOON)
    assert not await quotes.claim(HERE, DAY, "key", Span(3, 4), NOON)
    assert await quotes.claim(THERE, DAY, "key", Span(3, 4), NOON)
    assert await quotes.posted(HERE, "key") == (Span(1, 2),)


async def test_claim_that_was_released_can_be_made_again(database: Database) -> None:
    quotes = DailyQuotes(database)
    await quotes.claim(HERE, DAY, "key", Span(1, 2), NOON)
    await quotes.release(HERE, DAY)
    assert not await quotes.has(HERE, DAY)
    assert await quotes.claim(HERE, DAY, "key", Span(3, 4), NOON)


async def test_posted_quotes_are_those_of_the_episode_and_the_server(database: Database) -> None:
    quotes = DailyQuotes(database)
    for day, key in ((1, "key"), (2, "other"), (3, "key")):
        await quotes.claim(HERE, date(2026, 1, day), key, Span(day, day + 1), NOON)
    assert await quotes.posted(HERE, "key") == (Span(1, 2), Span(3, 4))
    assert await quotes.posted(THERE, "key") == ()


async def test_servers_that_switched_it_on_are_wanted(database: Database) -> None:
    daily = Daily(channel_id=3, hour=8, zone="Europe/Berlin")
    await SettingsTable(database).change(HERE, "daily", daily, by=7, action="settings daily")
    await SettingsTable(database).change(THERE, "public", value=True, by=7, action="settings visibility")
    assert await DailyQuotes(database).wanted() == {HERE: daily}
