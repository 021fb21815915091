"""What each page of `/admin setup` offers to choose from."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import discord

from bot.cards import setup
from bot.cards.fit import label
from bot.cards.limits import SELECT_OPTION_LABEL
from bot.commands.admin.setup_items import MAX_CHANNELS, ChoiceSelect, DailyButton, WhereSelect
from bot.place import place_of
from bot.ui import Interaction
from bot.words import Words
from store.server.guild import Guild
from store.server.guild_settings import HOURS, MAX_RETENTION

Rows: TypeAlias = Sequence[Sequence[discord.ui.Item[Any]]]
# Stands in a list for what the configuration says.
_CONFIGURED = "-"
VISIBILITY: dict[str, bool | None] = {"private": False, "public": True, _CONFIGURED: None}
DAYS = (7, 14, 30, 60, 90, 180, MAX_RETENTION)
# https://docs.discord.com/developers/components/reference#string-select-select-option-structure
MAX_VALUE = 100


def is_configured(value: str) -> bool:
    """Tell whether a choice stands for what the configuration says."""
    return value == _CONFIGURED


async def controls(interaction: Interaction, page: int, guild: Guild, words: Words) -> Rows:
    match page:
        case setup.EPISODE:
            return [[ChoiceSelect("episode", await _episodes(interaction, guild, words), words.say("Episode"))]]
        case setup.CHANNELS:
            known = [channel for channel in guild.open_channels if _sees(interaction, channel)]
            return [[WhereSelect("allowed", known, words.say("Everywhere"))]]
        case setup.ANSWERS:
            return [[ChoiceSelect("public", _visibilities(guild, words), words.say("Private or public"))]]
        case setup.DAILY:
            return _daily(interaction, guild, words)
        case setup.RETENTION:
            return [[ChoiceSelect("retention_days", _days(guild, words), words.say("Days"))]]
        case _:
            return []


def _daily(interaction: Interaction, guild: Guild, words: Words) -> Rows:
    daily = guild.settings.daily
    known = [daily.channel_id] if daily and _sees(interaction, daily.channel_id) else []
    hours = [
        discord.SelectOption(label=f"{hour:02}:00", value=str(hour), default=daily is not None and daily.hour == hour)
        for hour in range(HOURS)
    ]
    buttons = [DailyButton("zone", words.say("Time zone…")), *([DailyButton("off", words.say("Off"))] if daily else [])]
    return [
        [WhereSelect("daily", known, words.say("Channel"))],
        [ChoiceSelect("hour", hours, words.say("Hour"))],
        buttons,
    ]


async def _episodes(interaction: Interaction, guild: Guild, words: Words) -> list[discord.SelectOption]:
    chosen = guild.settings.episode
    seen = await interaction.client.desk.episodes(place_of(interaction))
    fitting = [facts for facts in seen if len(facts.id) <= MAX_VALUE]
    # The one in use is offered, however many there are.
    fitting.sort(key=lambda facts: facts.id != chosen)
    configured = discord.SelectOption(
        label=words.say("the one that is configured"), value=_CONFIGURED, default=chosen is None
    )
    return [
        configured,
        *(
            discord.SelectOption(
                label=label(facts.title or facts.id, SELECT_OPTION_LABEL), value=facts.id, default=facts.id == chosen
            )
            for facts in fitting[: MAX_CHANNELS - 1]
        ),
    ]


def _visibilities(guild: Guild, words: Words) -> list[discord.SelectOption]:
    labels = {
        "private": words.say("private, until shared"),
        "public": words.say("public"),
        _CONFIGURED: words.say("as configured"),
    }
    return [
        discord.SelectOption(label=labels[name], value=name, default=guild.settings.public is value)
        for name, value in VISIBILITY.items()
    ]


def _days(guild: Guild, words: Words) -> list[discord.SelectOption]:
    held = guild.settings.retention_days
    return [
        discord.SelectOption(label=words.count("{n} day", "{n} days", days), value=str(days), default=days == held)
        for days in sorted({*DAYS, held})
    ]


def _sees(interaction: Interaction, channel_id: int) -> bool:
    return interaction.guild is not None and interaction.guild.get_channel(channel_id) is not None
