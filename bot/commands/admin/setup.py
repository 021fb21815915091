"""`/admin setup`: walks a moderator through what a server decides."""

from discord import app_commands
from discord.app_commands import locale_str

from bot import reply
from bot.ui import Interaction


@app_commands.command(name="setup", description=locale_str("Set me up: walks you through what there is to decide"))
async def setup(interaction: Interaction) -> None:
    """Show the first page."""
    await reply.send(interaction, await interaction.client.setting_up.page(interaction), private=True)
