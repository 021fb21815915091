"""`/admin log`: what is on this server's record."""

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot import reply
from bot.commands.admin.audit import Page, page_card
from bot.ui import Interaction

ABOUT = [
    Choice(name=locale_str("channels"), value="channels"),
    Choice(name=locale_str("episodes"), value="episode"),
    Choice(name=locale_str("members"), value="member"),
    Choice(name=locale_str("names"), value="names"),
    Choice(name=locale_str("settings"), value="settings"),
]


class Log(app_commands.Group):
    """Shows what is on record."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="log", description=locale_str("What is on this server’s record"))

    @app_commands.command(name="audit", description=locale_str("What moderators have changed: who, when, what"))
    @app_commands.describe(
        member=locale_str("Only changes by or about somebody"), about=locale_str("Only changes of one kind")
    )
    @app_commands.choices(about=ABOUT)
    async def audit(
        self, interaction: Interaction, member: discord.User | None = None, about: Choice[str] | None = None
    ) -> None:
        """Show the latest changes."""
        page = Page(None, about.value if about else None, member.id if member else None)
        await reply.send(interaction, await page_card(interaction, page), private=True)
