"""Who may moderate: the one place that decides it."""

import discord

from bot.place import is_guest
from bot.ui import Interaction

ADMIN = "admin"


class NotModeratorError(Exception):
    """Somebody uses what is for moderators of this server."""


class NotManagerError(Exception):
    """A moderator by a role uses what is for those only who have Manage Server themselves."""


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
    return manages(interaction) or any(member.get_role(role) for role in guild.settings.moderator_roles)


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
