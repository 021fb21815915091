"""`/books`: what the guest recommends to read."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import episodes
from bot.commands.options import EPISODE, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import ListBooks


class Books(commands.Cog):
    """Lists the books."""

    @everywhere
    @app_commands.command(name="books", description=locale_str("The books that were recommended, and why"))
    @app_commands.describe(episode=EPISODE, public=PUBLIC)
    @app_commands.autocomplete(episode=episodes)
    async def books(
        self,
        interaction: Interaction,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with all books and what was said of them."""
        await reply.answer(interaction, ListBooks(), episode=episode, public=public)
