"""Where and when the daily quote is posted, made of what a moderator gives and what is set already."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import discord

from bot.daily import due
from bot.moderation import CannotPostError, NoTextChannelError
from bot.permissions import POSTING, lacking
from bot.ui import Interaction
from bot.words import Words
from store.moderation.zones import zone_named
from store.server.guild_settings import Daily

HOUR = 9


def wanted_daily(
    interaction: Interaction, channel: discord.TextChannel | None, hour: int | None, zone: str | None
) -> Callable[[Daily | None], Daily]:
    """Return what makes the new setting of the present one: what was not given stays, or is here at nine, UTC.

    Raises CannotPostError, NoTextChannelError and ZoneUnknownError.
    """
    held = interaction.client.servers.known(interaction.guild_id).settings.daily
    posts_in = channel or _held(interaction, held) or interaction.channel
    if not isinstance(posts_in, discord.TextChannel):
        raise NoTextChannelError
    check_posting(posts_in)
    name = zone_named(zone) if zone is not None else None

    def new(was: Daily | None) -> Daily:
        kept = was or Daily(channel_id=posts_in.id, hour=HOUR)
        given = kept.hour if hour is None else hour
        return Daily(channel_id=posts_in.id, hour=given, zone=kept.zone if name is None else name)

    return new


def check_posting(channel: discord.TextChannel) -> None:
    """Raise CannotPostError for a channel that the bot may not post in."""
    missing = lacking(channel.permissions_for(channel.guild.me), POSTING)
    if missing:
        raise CannotPostError(channel.id, missing)


def say_first(daily: Daily, now: datetime, words: Words) -> str:
    """Say when the next quote comes."""
    if due(daily, now):
        return words.say("Where today’s has not come yet, it comes within a minute.")
    there = now.astimezone(ZoneInfo(daily.zone))
    at = there.replace(hour=daily.hour, minute=0, second=0)
    at = at if at > there else at + timedelta(days=1)
    return words.say("The next comes {when}.", when=f"<t:{int(at.timestamp())}:R>")


def _held(interaction: Interaction, held: Daily | None) -> discord.TextChannel | None:
    channel = interaction.guild.get_channel(held.channel_id) if held and interaction.guild else None
    return channel if isinstance(channel, discord.TextChannel) else None
