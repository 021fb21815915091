"""`/summary`: an episode, a chapter or a topic in its own words."""

from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot import reply
from bot.autocomplete import episodes, parts
from bot.commands.options import EPISODE, PUBLIC, everywhere
from bot.ui import Interaction
from store.question import WHOLE, Length, Summarise

DEFAULT: Length = "medium"
LENGTHS: list[Choice[str]] = [
    Choice(name=locale_str("short"), value="short"),
    Choice(name=locale_str("medium"), value="medium"),
    Choice(name=locale_str("long"), value="long"),
]


class Summaries(commands.Cog):
    """Summarises."""

    @everywhere
    @app_commands.command(name="summary", description=locale_str("The main points, in the words of who made them"))
    @app_commands.describe(
        of=locale_str("A chapter’s number or a topic; leave it out for the whole episode"),
        length=locale_str("How many points"),
        episode=EPISODE,
        public=PUBLIC,
    )
    @app_commands.choices(length=LENGTHS)
    @app_commands.autocomplete(of=parts, episode=episodes)
    async def summary(
        self,
        interaction: Interaction,
        of: str = WHOLE,
        length: Length = DEFAULT,
        episode: str | None = None,
        public: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        """Answer with the points that carry it."""
        await reply.answer(interaction, Summarise(of, length), episode=episode, public=public)
