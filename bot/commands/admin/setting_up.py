"""`/admin setup`: one view that walks through what a server decides, one decision a page."""

from collections.abc import Callable, Sequence
from typing import Any

import discord

from bot import reply
from bot.cards.changes import say_change
from bot.cards.layout import Card
from bot.cards.quotation import small
from bot.cards.setup import (
    ANSWERS,
    CHANNELS,
    DAILY,
    END,
    EPISODE,
    RETENTION,
    START,
    say_lacking,
    setup_text,
)
from bot.commands.admin.daily import wanted_daily
from bot.commands.admin.setup_controls import VISIBILITY, controls, is_configured
from bot.commands.admin.setup_items import PageButton, UndoChoiceButton
from bot.commands.admin.undo import put_back
from bot.shown import UnreadableIdError
from bot.ui import Interaction, LayoutView
from bot.words import Words
from store.database import Audited
from store.server.guild import Guild
from store.server.guild_settings import HOURS, MAX_RETENTION


class SettingUp:
    """Shows the pages, and does what is chosen on them."""

    async def page(self, interaction: Interaction, page: int = START, *done: Audited) -> LayoutView:
        """Make a page; `done` is what was just changed."""
        guild = await interaction.client.servers.load(interaction.guild_id)
        words, public = interaction.client.words(interaction), interaction.client.settings.answers.public
        card = setup_text(page, guild, words, public=public)
        if page in (START, END):
            card.text(say_lacking(_channels(interaction, guild), words))
        for change in done:
            card.text(small(say_change(change.change, words)))
        for row in await controls(interaction, page, guild, words):
            card.row(*row)
        _navigate(card, page, words, done)
        return card.view()

    async def show(self, interaction: Interaction, page: int, *done: Audited) -> None:
        """Show a page in the place of the one that was pressed."""
        await reply.replace(interaction, await self.page(interaction, page, *done))

    async def choose(self, interaction: Interaction, name: str, value: str) -> None:
        """Set what was chosen from a list."""
        match name:
            case "hour":
                new = wanted_daily(interaction, None, _number(value, HOURS - 1), None)
                await self._edit(interaction, DAILY, "daily", new, "settings daily")
            case "retention_days":
                days = _number(value, MAX_RETENTION)
                await self._edit(interaction, RETENTION, name, lambda _: days, "settings retention")
            case "public":
                if value not in VISIBILITY:
                    raise UnreadableIdError(value)
                await self._edit(interaction, ANSWERS, name, lambda _: VISIBILITY[value], "settings visibility")
            case _:
                wanted = None if is_configured(value) else await _episode_id(interaction, value)
                await self._edit(interaction, EPISODE, "episode", lambda _: wanted, "episode use")

    async def answer_in(self, interaction: Interaction, added: Sequence[int], gone: Sequence[int]) -> None:
        """Change which channels are answered in."""
        assert interaction.guild_id is not None
        done = await interaction.client.servers.allow_only(
            interaction.guild_id, added, gone, by=interaction.user.id, action="channels allow"
        )
        await self.show(interaction, CHANNELS, *done)

    async def post_in(self, interaction: Interaction, channel_id: int) -> None:
        """Set where the daily quote is posted."""
        channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
        if not isinstance(channel, discord.TextChannel):
            raise UnreadableIdError(str(channel_id))
        await self._edit(interaction, DAILY, "daily", wanted_daily(interaction, channel, None, None), "settings daily")

    async def zone(self, interaction: Interaction, zone: str) -> None:
        """Set the time zone of the daily quote."""
        await self._edit(interaction, DAILY, "daily", wanted_daily(interaction, None, None, zone), "settings daily")

    async def no_daily(self, interaction: Interaction) -> None:
        """Switch the daily quote off."""
        await self._edit(interaction, DAILY, "daily", lambda _: None, "settings daily")

    async def undo(self, interaction: Interaction, page: int, audit_id: int) -> None:
        """Put back what was chosen."""
        await self.show(interaction, page, await put_back(interaction, audit_id))

    async def _edit(
        self, interaction: Interaction, page: int, name: str, new: Callable[[Any], Any], action: str
    ) -> None:
        assert interaction.guild_id is not None
        done = await interaction.client.servers.edit(
            interaction.guild_id, name, new, by=interaction.user.id, action=action
        )
        await self.show(interaction, page, *([done] if done else []))


def _navigate(card: Card, page: int, words: Words, done: Sequence[Audited]) -> None:
    """Add the ways back and on, and Undo where one thing was changed."""
    undo = UndoChoiceButton.of(page, done[0].id, words.say("Undo")) if len(done) == 1 else None
    onward = {START: words.say("Begin"), RETENTION: words.say("Done")}.get(page, words.say("Next"))
    back = PageButton(page - 1, words.say("Back")) if page != START else None
    forth = PageButton(page + 1, onward, discord.ButtonStyle.primary) if page != END else None
    card.row(back, forth, undo)


def _channels(interaction: Interaction, guild: Guild) -> Sequence[tuple[int, discord.Permissions]]:
    """Return what the bot may do here, and in the channels that are named in the settings."""
    found = {interaction.channel_id or 0: interaction.app_permissions}
    daily = [guild.settings.daily.channel_id] if guild.settings.daily else []
    for channel_id in (*daily, *guild.open_channels):
        channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
        if channel is not None and not isinstance(channel, discord.CategoryChannel):
            found.setdefault(channel_id, channel.permissions_for(channel.guild.me))
    return list(found.items())


async def _episode_id(interaction: Interaction, value: str) -> str:
    """Return an episode's ID as it is called here. Raises EpisodeUnknownError."""
    seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
    return seen.named(value).id


def _number(value: str, most: int) -> int:
    if not value.isdecimal() or int(value) > most:
        raise UnreadableIdError(value)
    return int(value)
