"""`/mentions`: how often something is said, by whom and when."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import episodes, names, speakers
from bot.commands.options import EPISODE, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import FindMentions


class Mentions(commands.Cog):
    """Counts mentions."""

    @everywhere
    @app_commands.command(
        name="mentions", description=locale_str("How often a name or a word is said, by whom and when")
    )
    @app_commands.describe(
        of=locale_str("A name, a word or a phrase"),
        speaker=locale_str("Only what this person says"),
        episode=EPISODE,
        public=PUBLIC,
    )
    @app_commands.autocomplete(of=names, speaker=speakers, episode=episodes)
    async def mentions(
        self,
        interaction: Interaction,
        of: str,
        speaker: str | None = None,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with every place."""
        await reply.answer(interaction, FindMentions(of, speaker), episode=episode, public=public)
