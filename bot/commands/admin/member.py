"""`/admin member`: members who may not ask, and what is kept of them."""

from collections.abc import Iterable

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.autocomplete import offering
from bot.commands.admin.forgetting import ask_to_forget, show_kept
from bot.commands.admin.undo import changed
from bot.moderation import NotBlockableError, has_moderators_role
from bot.ui import Interaction
from store.moderation.ends import end_of

MAX_REASON = 300
Reason = app_commands.Range[str, 1, MAX_REASON]


@offering
async def ends(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer spans of time that a block may last."""
    words = interaction.client.words(interaction)
    spans = [
        (words.count("{n} hour", "{n} hours", 1), "1h"),
        (words.count("{n} day", "{n} days", 1), "1d"),
        (words.count("{n} day", "{n} days", 7), "7d"),
        (words.count("{n} day", "{n} days", 30), "30d"),
    ]
    own = [(typed.strip(), typed.strip())] if typed.strip() else []
    return [*own, *spans]


class Member(app_commands.Group):
    """Blocks members and lets them ask again; shows and erases what is kept of them."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="member", description=locale_str("Members: who may not ask, and what is kept of them"))

    @app_commands.command(name="block", description=locale_str("Do not answer somebody in this server"))
    @app_commands.describe(
        member=locale_str("Who; by their id where they have left"),
        reason=locale_str("Why, for the record; they are not shown it"),
        until=locale_str("How long: 2h, 3d, 1w, or a day such as 2026-12-24 (UTC); left out, for good"),
    )
    @app_commands.autocomplete(until=ends)
    async def block(
        self, interaction: Interaction, member: discord.User, reason: Reason | None = None, until: str | None = None
    ) -> None:
        """Block a member; one who is blocked gets the new reason and end."""
        assert interaction.guild_id is not None
        _check_blockable(interaction, member)
        done = await interaction.client.servers.block(
            interaction.guild_id,
            member.id,
            by=interaction.user.id,
            action="member block",
            reason=reason or "",
            until=end_of(until, interaction.created_at) if until else None,
        )
        await changed(interaction, done)

    @app_commands.command(name="unblock", description=locale_str("Answer somebody again"))
    @app_commands.describe(member=locale_str("Who; by their id where they have left"))
    async def unblock(self, interaction: Interaction, member: discord.User) -> None:
        """Lift a block."""
        assert interaction.guild_id is not None
        done = await interaction.client.servers.unblock(
            interaction.guild_id, member.id, by=interaction.user.id, action="member unblock"
        )
        await changed(interaction, done)

    @app_commands.command(name="show", description=locale_str("What is kept of somebody in this server"))
    @app_commands.describe(member=locale_str("Who; by their id where they have left"))
    async def show(self, interaction: Interaction, member: discord.User) -> None:
        """Show what is kept of a member."""
        await show_kept(interaction, member)

    @app_commands.command(name="forget", description=locale_str("Erase what is kept of somebody in this server"))
    @app_commands.describe(member=locale_str("Who; by their id where they have left"))
    async def forget(self, interaction: Interaction, member: discord.User) -> None:
        """Erase it, once that is confirmed."""
        await ask_to_forget(interaction, member)


def _check_blockable(interaction: Interaction, member: discord.User | discord.Member) -> None:
    """Raise NotBlockableError for who is not to be blocked: nobody shall lock moderators out."""
    guild = interaction.client.servers.known(interaction.guild_id)
    if member.bot or member.id == interaction.user.id:
        raise NotBlockableError
    if isinstance(member, discord.Member):
        permissions = member.resolved_permissions or member.guild_permissions
        if permissions.manage_guild or has_moderators_role(member, guild):
            raise NotBlockableError
