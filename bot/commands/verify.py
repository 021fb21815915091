"""`/verify`: was this said?"""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import episodes, speakers
from bot.commands.options import EPISODE, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import VerifyQuote


class Verify(commands.Cog):
    """Verifies quotes."""

    @everywhere
    @app_commands.command(name="verify", description=locale_str("Was this said? Word for word, nearly, or not at all"))
    @app_commands.describe(
        text=locale_str("The words that are claimed"),
        speaker=locale_str("Who is claimed to have said them"),
        episode=EPISODE,
        public=PUBLIC,
    )
    @app_commands.autocomplete(speaker=speakers, episode=episodes)
    async def verify(
        self,
        interaction: Interaction,
        text: str,
        speaker: str | None = None,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with a verdict and what was really said."""
        await reply.answer(interaction, VerifyQuote(text, speaker), episode=episode, public=public)
