"""`/episode`: what the episode is."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import episodes
from bot.commands.options import EPISODE, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import ShowEpisode


class EpisodeInfo(commands.Cog):
    """Shows the episode."""

    @everywhere
    @app_commands.command(name="episode", description=locale_str("Who speaks, when it came out, and its chapters"))
    @app_commands.describe(episode=EPISODE, public=PUBLIC)
    @app_commands.autocomplete(episode=episodes)
    async def episode(
        self,
        interaction: Interaction,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with what is known of the episode."""
        await reply.answer(interaction, ShowEpisode(), episode=episode, public=public)
