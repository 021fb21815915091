"""`/admin log`: what was asked in this server, what was not found, all of it as files; and what was changed."""

from io import BytesIO
from typing import Literal, TypeAlias

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot import reply
from bot.cards.limits import REQUEST
from bot.cards.log import export_card
from bot.commands.admin.audit import Page, page_card
from bot.commands.admin.log_pages import server_of, show_page
from bot.log_files import Exported, log_files
from bot.log_form import Rows
from bot.log_page import VERBS, LogPage
from bot.ui import Interaction
from store.database import QueryFilter, QueryLog
from store.question import Outcome
from store.server.guild_settings import MAX_RETENTION

Days: TypeAlias = app_commands.Range[int, 1, MAX_RETENTION]
WITHIN = locale_str("Only the last so many days")
COMMANDS = [Choice(name=f"/{verb}", value=verb) for verb in VERBS]
OUTCOMES = [
    Choice(name=locale_str("answered"), value="answered"),
    Choice(name=locale_str("nothing found"), value="nothing_found"),
    Choice(name=locale_str("refused"), value="refused"),
    Choice(name=locale_str("failed"), value="failed"),
]
FORMATS = [
    Choice(name=locale_str("CSV, for spreadsheets"), value="csv"),
    Choice(name=locale_str("JSON Lines, for programs"), value="jsonl"),
]

ABOUT = [
    Choice(name=locale_str("channels"), value="channels"),
    Choice(name=locale_str("episodes"), value="episode"),
    Choice(name=locale_str("members"), value="member"),
    Choice(name=locale_str("names"), value="names"),
    Choice(name=locale_str("settings"), value="settings"),
]


class Log(app_commands.Group):
    """Shows the log of this server, and no other's."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="log", description=locale_str("What was asked here, and what was changed"))

    @app_commands.command(name="recent", description=locale_str("The latest questions in this server"))
    @app_commands.describe(
        member=locale_str("Only what this member asked"),
        command=locale_str("Only what was answered so"),
        outcome=locale_str("Only what ended so"),
        days=WITHIN,
    )
    @app_commands.choices(command=COMMANDS, outcome=OUTCOMES)
    async def recent(
        self,
        interaction: Interaction,
        member: discord.User | None = None,
        command: str | None = None,
        outcome: Outcome | None = None,
        days: Days | None = None,
    ) -> None:
        """Show the first page."""
        who = member.id if member else None
        at = interaction.created_at
        page = LogPage.first("recent", at, member=who, command=command, outcome=outcome, days=days)
        await reply.send(interaction, await show_page(interaction, page), private=True)

    @app_commands.command(
        name="unanswered", description=locale_str("What was asked and not found: what could be added to the index")
    )
    @app_commands.describe(days=WITHIN)
    async def unanswered(self, interaction: Interaction, days: Days | None = None) -> None:
        """Show the first page."""
        page = LogPage.first("unanswered", interaction.created_at, days=days)
        card = await reply.patiently(interaction, show_page(interaction, page), private=True)
        await reply.send(interaction, card, private=True)

    @app_commands.command(name="export", description=locale_str("The log of this server as files"))
    @app_commands.describe(format=locale_str("How it is written; CSV if left out"), days=WITHIN)
    @app_commands.choices(format=FORMATS)
    async def export(
        self,
        interaction: Interaction,
        format: Literal["csv", "jsonl"] = "csv",  # noqa: A002 - an option's name
        days: Days | None = None,
    ) -> None:
        """Give files."""
        which = LogPage.first("recent", interaction.created_at, days=days).which(server_of(interaction))
        exported = await reply.patiently(interaction, _exported(interaction, which, Rows(format)), private=True)
        card = export_card(exported, interaction.client.words(interaction))
        files = [discord.File(BytesIO(content), name) for name, content in exported.files]
        await reply.send(interaction, card, private=True, files=files)

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


async def _exported(interaction: Interaction, which: QueryFilter, rows: Rows) -> Exported:
    limit = min(interaction.filesize_limit, REQUEST)
    return await log_files(QueryLog(interaction.client.database), which, rows, limit=limit, total=REQUEST)
