"""The tree of commands: who may use which is checked here, and what they raise goes to the one handler."""

import discord
from discord import app_commands

from bot.moderation import ADMIN, NotModeratorError, require_moderator
from bot.ui import Interaction

# What is no question: the desk, which holds the rules for questions, does not hear of it.
NO_QUESTIONS = frozenset({"help", "settings"})
# Of these, what a member has of the bot's for themselves, in whatever channel.
ANYWHERE = frozenset({"settings"})


class Commands(app_commands.CommandTree["OnTheRecord"]):  # type: ignore[name-defined]  # of `client`, which makes it
    """The slash commands and message menus."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let pass who may use a command here; to others say why not, or offer nothing while they type."""
        try:
            await self.client.servers.load(interaction.guild_id)
            await _admit(interaction)
        except Exception as error:  # noqa: BLE001 - a door
            await self._refuse(interaction, error)
            return False
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Say what is wrong."""
        await self.client.failed(interaction, error)

    async def _refuse(self, interaction: Interaction, error: Exception) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        if interaction.type is not discord.InteractionType.autocomplete or not isinstance(error, NotModeratorError):
            await self.client.failed(interaction, error)


async def _admit(interaction: Interaction) -> None:
    """Raise what stands against a command that is no question. `/privacy` works for everybody everywhere."""
    name = interaction.data.get("name") if interaction.data else None
    if name == ADMIN:
        await require_moderator(interaction)
    elif name in NO_QUESTIONS and interaction.type is discord.InteractionType.application_command:
        await interaction.client.admit(interaction, anywhere=name in ANYWHERE)
