"""`/ask`: a question in one's own words."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.autocomplete import asked, episodes_or_all
from bot.commands.options import EPISODE_OR_ALL, PUBLIC, everywhere
from bot.ui import Interaction


class Ask(commands.Cog):
    """Answers natural questions."""

    @everywhere
    @app_commands.command(name="ask", description=locale_str("Ask in your own words, and go on from the answer"))
    @app_commands.describe(
        question=locale_str("Anything about the episode; also “more”, “who said that?”, “and on …?”"),
        episode=EPISODE_OR_ALL,
        public=PUBLIC,
    )
    @app_commands.autocomplete(question=asked, episode=episodes_or_all)
    async def ask(
        self,
        interaction: Interaction,
        question: str,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer as what the question means."""
        await interaction.client.hearing.answer(interaction, question, episode=episode, public=public)
