"""`/quote`: what was said, word for word."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import asked, episodes_or_all, speakers
from bot.commands.options import EPISODE_OR_ALL, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import FindQuote


class Quotes(commands.Cog):
    """Finds quotes."""

    @everywhere
    @app_commands.command(name="quote", description=locale_str("Find what was said, word for word"))
    @app_commands.describe(
        about=locale_str("A few words of it, what it is about, or a time: 27:10; leave it out for one at random"),
        speaker=locale_str("Only what this person says"),
        episode=EPISODE_OR_ALL,
        public=PUBLIC,
    )
    @app_commands.autocomplete(about=asked, speaker=speakers, episode=episodes_or_all)
    async def quote(
        self,
        interaction: Interaction,
        about: str | None = None,
        speaker: str | None = None,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with the best passages."""
        request = FindQuote(about, speaker, limit=interaction.client.settings.answers.quotes)
        await reply.answer(interaction, request, episode=episode, public=public)
