"""The pages of a server's log, and the buttons that turn them."""

from discord import app_commands

from bot import reply
from bot.cards.log import MOST, filtered, recent_card, unanswered_card
from bot.guarded import GuardedButton
from bot.log_page import LogPage
from bot.ui import Interaction, LayoutView
from store.database import QueryLog, QueryStatistics


class LogPageButton(GuardedButton[LogPage], does="log", carries=".+"):
    """Turns to another page of the log of the server in which it is pressed."""

    @classmethod
    def parse(cls, carried: str) -> LogPage:
        """Read which page."""
        return LogPage.read(carried)

    async def pressed(self, interaction: Interaction) -> None:
        """Show that page in the place of this."""
        await reply.replace(interaction, await show_page(interaction, self.carried))


async def show_page(interaction: Interaction, page: LogPage) -> LayoutView:
    """Show a page of the log of the server that an interaction comes from."""
    which, words = page.which(server_of(interaction)), interaction.client.words(interaction)
    if page.what == "unanswered":
        groups = await QueryStatistics(interaction.client.database).unanswered(which)
        title, buttons = _around(interaction, page, len(groups))
        return unanswered_card(groups[page.page * MOST :][:MOST], title, buttons, words)
    log = QueryLog(interaction.client.database)
    title, buttons = _around(interaction, page, await log.count(which))
    return recent_card(await log.recent(MOST, page.page * MOST, which), title, buttons, words)


def _around(interaction: Interaction, page: LogPage, count: int) -> tuple[str, list[LogPageButton]]:
    """Return what a page is a page of, and the buttons that turn it."""
    words = interaction.client.words(interaction)
    more = (page.page + 1) * MOST < count
    buttons = [
        LogPageButton(page.turned(-1), words.say("Newer") if page.what == "recent" else words.say("Back")),
        LogPageButton(page.turned(1), words.say("Older") if page.what == "recent" else words.say("Further")),
    ]
    shown = [button for button, there in zip(buttons, (page.page > 0, more), strict=True) if there]
    return filtered(page, count, words), shown


def server_of(interaction: Interaction) -> int:
    """Return the server: without one, the log would be that of all."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id
