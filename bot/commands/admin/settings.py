"""`/admin settings`: how the bot behaves in this server."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot import reply
from bot.autocomplete import offering
from bot.cards.settings import LABELS, say_value, settings_card
from bot.commands.admin.daily import say_first, wanted_daily
from bot.commands.admin.roles import name_roles, visible_hint
from bot.commands.admin.undo import changed
from bot.moderation import require_manager
from bot.ui import Interaction
from store.moderation.zones import zones_like
from store.server.guild_settings import HOURS, MAX_QUESTIONS, MAX_RETENTION, MAX_SECONDS, Cooldown, Daily

Days = app_commands.Range[int, 1, MAX_RETENTION]
Hour = app_commands.Range[int, 0, HOURS - 1]
Questions = app_commands.Range[int, 1, MAX_QUESTIONS]
Seconds = app_commands.Range[int, 1, MAX_SECONDS]
ANSWERS = [
    Choice(name=locale_str("private, until shared"), value="private"),
    Choice(name=locale_str("public"), value="public"),
    Choice(name=locale_str("as configured"), value="default"),
]
WHOSE = [
    Choice(name=locale_str("each member"), value="member"),
    Choice(name=locale_str("all members together"), value="server"),
]
NO_COOLDOWN = Cooldown(questions=30, seconds=60)
ADD, REMOVE = locale_str("A role to add"), locale_str("A role to take away")


@offering
async def time_zones(_: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer time zones, with the time it is there."""
    now = discord.utils.utcnow()
    return [(f"{name} ({_clock(now, name)})", name) for name in zones_like(typed)[:25]]


class Settings(app_commands.Group):
    """Shows and changes the settings."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="settings", description=locale_str("How I behave in this server"))

    @app_commands.command(name="show", description=locale_str("Everything that is set here, by whom and when"))
    async def show(self, interaction: Interaction) -> None:
        """Show the settings."""
        guild = await interaction.client.servers.load(interaction.guild_id)
        public = interaction.client.settings.answers.public
        now, words = interaction.created_at, interaction.client.words(interaction)
        await reply.send(interaction, settings_card(guild, words, public=public, now=now), private=True)

    @app_commands.command(name="visibility", description=locale_str("Who sees answers when the asker doesn’t say"))
    @app_commands.describe(answers=locale_str("Private answers have a Share button"))
    @app_commands.choices(answers=ANSWERS)
    async def visibility(self, interaction: Interaction, answers: Literal["private", "public", "default"]) -> None:
        """Set the default visibility."""
        value = None if answers == "default" else answers == "public"
        await _edit(interaction, "public", lambda _: value, action="settings visibility")

    @app_commands.command(name="retention", description=locale_str("For how many days questions are kept"))
    @app_commands.describe(days=locale_str("After that their words and who asked are erased; counts stay"))
    async def retention(self, interaction: Interaction, days: Days) -> None:
        """Set how long questions are kept."""
        await _edit(interaction, "retention_days", lambda _: days, action="settings retention")

    @app_commands.command(name="daily", description=locale_str("A quote a day, posted in a channel"))
    @app_commands.describe(
        channel=locale_str("Where; this channel if there is none yet"),
        hour=locale_str("At which hour, 0 to 23"),
        zone=locale_str("The time zone of that hour"),
        off=locale_str("No more daily quotes"),
    )
    @app_commands.autocomplete(zone=time_zones)
    async def daily(
        self,
        interaction: Interaction,
        channel: discord.TextChannel | None = None,
        hour: Hour | None = None,
        zone: str | None = None,
        off: bool = False,  # noqa: FBT001, FBT002 - an option
    ) -> None:
        """Switch the daily quote on, change it, or switch it off."""
        new = (lambda _: None) if off else wanted_daily(interaction, channel, hour, zone)
        await _edit(interaction, "daily", new, action="settings daily")

    @app_commands.command(name="cooldown", description=locale_str("How much may be asked in how short a time"))
    @app_commands.describe(
        whose=locale_str("Whose questions are counted"),
        questions=locale_str("How many questions"),
        seconds=locale_str("In how many seconds"),
        off=locale_str("As much as they like"),
    )
    @app_commands.choices(whose=WHOSE)
    async def cooldown(
        self,
        interaction: Interaction,
        whose: Literal["member", "server"],
        questions: Questions | None = None,
        seconds: Seconds | None = None,
        off: bool = False,  # noqa: FBT001, FBT002 - an option
    ) -> None:
        """Set a cooldown. What is left out stays as it is."""

        def new(was: Cooldown | None) -> Cooldown | None:
            held = was or NO_COOLDOWN
            if off:
                return None
            return Cooldown(questions=questions or held.questions, seconds=seconds or held.seconds)

        name = "member_cooldown" if whose == "member" else "guild_cooldown"
        await _edit(interaction, name, new, action="settings cooldown")

    @app_commands.command(name="roles", description=locale_str("Which roles may have public answers"))
    @app_commands.describe(add=ADD, remove=REMOVE)
    async def roles(
        self, interaction: Interaction, add: discord.Role | None = None, remove: discord.Role | None = None
    ) -> None:
        """Name the roles whose members may be answered in public; without any, everybody may."""
        await name_roles(interaction, "public_roles", add, remove)

    @app_commands.command(name="moderators", description=locale_str("Which roles may moderate me"))
    @app_commands.describe(add=ADD, remove=REMOVE)
    async def moderators(
        self, interaction: Interaction, add: discord.Role | None = None, remove: discord.Role | None = None
    ) -> None:
        """Name the roles whose members may use `/admin`. Wants Manage Server."""
        require_manager(interaction)
        hint = () if remove and not add else (visible_hint(interaction),)
        await name_roles(interaction, "moderator_roles", add, remove, *hint)


async def _edit(interaction: Interaction, name: str, new: Callable[[Any], Any], *, action: str) -> None:
    """Change a setting, and say what it was and is; where nothing changes, what it is."""
    assert interaction.guild_id is not None
    servers, words = interaction.client.servers, interaction.client.words(interaction)
    done = await servers.edit(interaction.guild_id, name, new, by=interaction.user.id, action=action)
    value = getattr(servers.known(interaction.guild_id).settings, name)
    more = [] if done else [f"**{LABELS[name](words)}:** {say_value(name, value, words)}"]
    if done and isinstance(value, Daily):
        more.append(say_first(value, interaction.created_at, words))
    await changed(interaction, done, *more)


def _clock(now: datetime, zone: str) -> str:
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
