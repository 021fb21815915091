"""`/admin channels`: where the bot answers in this server. A rule holds for a channel's threads and posts, too."""

from typing import Any, Self, TypeAlias, cast

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import reply
from bot.buttons import VERSION
from bot.cards.channels import MOST_RULES, channels_text, ruled, say_channels
from bot.cards.fit import label
from bot.cards.limits import SELECT_OPTION_LABEL
from bot.commands.admin.undo import changed, changed_card
from bot.guarded import GuardedItem
from bot.shown import UnreadableIdError
from bot.ui import Interaction, LayoutView
from bot.words import Words

Channel: TypeAlias = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.ForumChannel
    | discord.CategoryChannel
    | discord.Thread
)
WHICH = locale_str("A channel, a category, a thread or a post; this one if left out")


class RuleSelect(GuardedItem[discord.ui.Select[Any]], template=rf"{VERSION}:(?P<carried>unrule)"):
    """Takes away the rule of a channel, also of one that is there no more."""

    def __init__(self, options: list[discord.SelectOption], placeholder: str) -> None:
        """`options` have the channels' ids as values."""
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"{VERSION}:unrule", options=options, placeholder=placeholder
        )
        super().__init__(select)

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:  # noqa: ARG003 - the base's signature
        """Make the select from what the message has."""
        select = cast("discord.ui.Select[Any]", item)
        return cls(select.options, select.placeholder or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Take the rule away, and say so in the place of the list."""
        (value,) = self.item.values
        if not value.isdecimal():
            raise UnreadableIdError(value)
        assert interaction.guild_id is not None
        servers, words = interaction.client.servers, interaction.client.words(interaction)
        done = await servers.rule(
            interaction.guild_id, int(value), "allowed", None, by=interaction.user.id, action="channels rule"
        )
        now = say_channels(servers.known(interaction.guild_id), words)
        await reply.replace(interaction, changed_card(done, words, now))


class Channels(app_commands.Group):
    """Allows and denies channels."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="channels", description=locale_str("Where I answer in this server"))

    @app_commands.command(name="allow", description=locale_str("Answer here, and in no channel that has no rule"))
    @app_commands.describe(channel=WHICH)
    async def allow(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """Allow a channel: from the first that is allowed on, all others are closed."""
        await _rule(interaction, channel, allowed=True)

    @app_commands.command(name="deny", description=locale_str("Do not answer here"))
    @app_commands.describe(channel=WHICH)
    async def deny(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """Deny a channel."""
        await _rule(interaction, channel, allowed=False)

    @app_commands.command(name="show", description=locale_str("Where I answer, and by whose rule"))
    async def show(self, interaction: Interaction) -> None:
        """Show the rules, and offer to take one away."""
        await reply.send(interaction, _card(interaction), private=True)


async def _rule(interaction: Interaction, channel: Channel | None, *, allowed: bool) -> None:
    channel_id = channel.id if channel else interaction.channel_id
    assert interaction.guild_id is not None
    assert channel_id is not None
    servers, words = interaction.client.servers, interaction.client.words(interaction)
    action = "channels allow" if allowed else "channels deny"
    done = await servers.rule(
        interaction.guild_id, channel_id, "allowed", allowed, by=interaction.user.id, action=action
    )
    await changed(interaction, done, say_channels(servers.known(interaction.guild_id), words))


def _card(interaction: Interaction) -> LayoutView:
    guild, words = interaction.client.servers.known(interaction.guild_id), interaction.client.words(interaction)
    card = channels_text(guild, words)
    options = [
        discord.SelectOption(label=_name(interaction, channel_id, words), value=str(channel_id))
        for channel_id in list(ruled(guild))[:MOST_RULES]
    ]
    if options:
        card.row(RuleSelect(options, words.say("Take away a rule")))
    return card.view()


def _name(interaction: Interaction, channel_id: int, words: Words) -> str:
    channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
    if channel is None:
        return words.say("a channel that I don’t see ({id})", id=channel_id)
    return label(f"#{channel.name}", SELECT_OPTION_LABEL)
