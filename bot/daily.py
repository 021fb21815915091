"""The quote of the day, where a moderator has switched it on: the one time that the bot speaks unasked."""

import asyncio
import logging
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp
import discord

from bot import cards, reply
from store.answering.daily import daily_quote
from store.database import DailyQuotes
from store.episode import Episode
from store.errors import StoreError
from store.question import Place, Quote
from store.server.guild_settings import Daily

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.client import OnTheRecord

# Hours after the one that was set in which a quote that is due may still come: after that the day goes without.
LATEST = 6
# After which what somebody may have set past the bot is read again.
REREAD = timedelta(hours=6)
_log = logging.getLogger(__name__)


class DailyPosts:
    """Posts what is due, and looks into the database only where that may be so."""

    def __init__(self, bot: "OnTheRecord", quotes: DailyQuotes) -> None:
        """Know nothing of any server yet."""
        self._bot, self._quotes = bot, quotes
        self._wanted: Mapping[int, Daily] = {}
        self._had: dict[int, date] = {}
        self._changes, self._read_at = -1, discord.utils.utcnow()

    async def look(self) -> None:
        """Look once."""
        now = discord.utils.utcnow()
        if self._changes != self._bot.servers.changes or now - self._read_at >= REREAD:
            self._changes, self._read_at = self._bot.servers.changes, now
            self._wanted = await self._quotes.wanted()
        days = {guild_id: due(daily, now) for guild_id, daily in self._wanted.items()}
        if any(day is not None and self._had.get(guild_id) != day for guild_id, day in days.items()):
            await post_due(self._bot, self._quotes, now)
            self._had = {
                guild_id: day
                for guild_id, day in days.items()
                if day is not None and await self._quotes.has(guild_id, day)
            }


async def post_due(bot: "OnTheRecord", quotes: DailyQuotes, now: datetime | None = None) -> None:
    """Post a quote in each server of this process where one is due and today's has not been posted.

    What goes wrong in one server is logged, and stops no other.
    """
    now = now or discord.utils.utcnow()
    for guild_id, daily in (await quotes.wanted()).items():
        day = due(daily, now)
        if day is None or bot.get_guild(guild_id) is None or await quotes.has(guild_id, day):
            continue
        try:
            await _post(bot, quotes, guild_id, daily, day)
        except (StoreError, discord.DiscordException, aiohttp.ClientError, OSError) as error:
            _log.warning("no daily quote in server %s: %s", guild_id, error)


def due(daily: Daily, now: datetime) -> date | None:
    """Return the day for which a quote is due at this instant, as it is there; None where none is."""
    try:
        there = now.astimezone(ZoneInfo(daily.zone))
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return there.date() if daily.hour <= there.hour < daily.hour + LATEST else None


async def _post(bot: "OnTheRecord", quotes: DailyQuotes, guild_id: int, daily: Daily, day: date) -> None:
    """Post one quote, written down before: a restart in between costs a day's quote, and posts none twice."""
    episode = await bot.desk.episode(Place(guild_id, daily.channel_id))
    span = await asyncio.to_thread(daily_quote, episode, await quotes.posted(guild_id, episode.key))
    if span is None or not await quotes.claim(guild_id, day, episode.key, span, discord.utils.utcnow()):
        return
    try:
        await _send(bot, guild_id, daily, episode, episode.quote(span))
    except (discord.Forbidden, discord.NotFound):
        raise  # so it would be in a minute again: this day goes without
    except (discord.HTTPException, aiohttp.ClientError):
        await quotes.release(guild_id, day)
        raise


async def _send(bot: "OnTheRecord", guild_id: int, daily: Daily, episode: Episode, quote: Quote) -> None:
    card = cards.daily(quote, episode.facts, bot.words(bot.get_guild(guild_id)))
    await bot.get_partial_messageable(daily.channel_id, guild_id=guild_id).send(**reply.form(card, plain=False))
