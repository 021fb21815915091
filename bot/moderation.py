"""Who may moderate: the one place that decides it."""

from collections.abc import Sequence

import discord

from bot.place import is_guest
from bot.ui import Interaction
from store.server.guild import Guild

ADMIN = "admin"


class NotModeratorError(Exception):
    """Somebody uses what is for moderators of this server."""


class NotManagerError(Exception):
    """A moderator by a role uses what is for those only who have Manage Server themselves."""


class CannotPostError(Exception):
    """A channel in which the bot may not post."""

    def __init__(self, channel_id: int, lacking: Sequence[str]) -> None:
        """`lacking` are the permissions, as discord.py calls them."""
        super().__init__(f"cannot post in {channel_id}: {lacking}")
        self.channel_id, self.lacking = channel_id, tuple(lacking)


class NoTextChannelError(Exception):
    """A place that is no text channel, and none was named."""


class EveryoneRoleError(Exception):
    """@everyone where some are to be told from the others."""


class TooManyRolesError(Exception):
    """More roles than one list of Discord's shows."""

    def __init__(self, most: int) -> None:
        """`most` is how many there may be."""
        super().__init__(f"more than {most} roles")
        self.most = most


class NotBlockableError(Exception):
    """A member whom a moderator cannot block: themselves, a bot, another moderator."""


async def may_moderate(interaction: Interaction) -> bool:
    """Tell whether who is behind an interaction may moderate the server that it comes from.

    Those with Manage Server may, and those with a role that one of them has named. Nobody may outside servers, where
    the bot is not a member of the server itself, or while blocked there.
    """
    member = interaction.user
    if interaction.guild_id is None or is_guest(interaction) or not isinstance(member, discord.Member):
        return False
    guild = await interaction.client.servers.load(interaction.guild_id)
    if guild.block(member.id, interaction.created_at):
        return False
    return manages(interaction) or has_moderators_role(member, guild)


def has_moderators_role(member: discord.Member, guild: Guild) -> bool:
    """Tell whether a member has a role whose members moderate."""
    return any(member.get_role(role) for role in guild.settings.moderator_roles)


def manages(interaction: Interaction) -> bool:
    """Tell whether somebody has Manage Server."""
    return interaction.permissions.manage_guild


async def require_moderator(interaction: Interaction) -> None:
    """Raise NotModeratorError for who may not moderate."""
    if not await may_moderate(interaction):
        raise NotModeratorError


def require_manager(interaction: Interaction) -> None:
    """Raise NotManagerError for who has no Manage Server."""
    if not manages(interaction):
        raise NotManagerError
