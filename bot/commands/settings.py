"""`/settings`: how somebody reads answers, wherever they meet the bot."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import cards, reply
from bot.commands.options import everywhere
from bot.ui import Interaction


class Reading(commands.Cog):
    """Keeps how somebody wants to read."""

    settings = everywhere(app_commands.Group(name="settings", description=locale_str("How you read my answers")))
    text = app_commands.Group(
        name="text", description=locale_str("Plain text or cards, in your private answers"), parent=settings
    )

    @text.command(name="plain", description=locale_str("Answers as plain text, good for reading aloud and copying"))
    async def plain(self, interaction: Interaction) -> None:
        """Answer in plain text from now on."""
        await interaction.client.plain_readers.choose(interaction.user.id, plain=True)
        said = interaction.client.words(interaction).say("From now on you get my answers as plain text.")
        await reply.send(interaction, cards.notice(said), private=True)

    @text.command(name="cards", description=locale_str("Answers as cards, with their parts set apart"))
    async def cards(self, interaction: Interaction) -> None:
        """Answer in cards from now on."""
        await interaction.client.plain_readers.choose(interaction.user.id, plain=False)
        said = interaction.client.words(interaction).say("From now on you get my answers as cards.")
        await reply.send(interaction, cards.notice(said), private=True)
