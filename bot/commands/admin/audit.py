"""`/admin log audit`: the record of changes, paged by its own numbers, so that what is new shifts nothing."""

from dataclasses import dataclass
from typing import Self

from bot import reply
from bot.cards.audit import audit_card
from bot.guarded import GuardedButton
from bot.ui import Interaction, LayoutView

GROUPS = ("channels", "episode", "member", "names", "settings")
PAGE = 25
NONE = "-"
CARRIED = rf"(?:-|[0-9]{{1,18}}):(?:-|{'|'.join(GROUPS)}):(?:-|[0-9]{{1,19}})"


@dataclass(frozen=True, slots=True)
class Page:
    """Which changes: those before one of them, of a group of commands, by or about a member."""

    before: int | None = None
    group: str | None = None
    member_id: int | None = None

    def __str__(self) -> str:
        """Write it as a button carries it."""
        return ":".join(str(part) if part else NONE for part in (self.before, self.group, self.member_id))

    @classmethod
    def read(cls, carried: str) -> Self:
        """Read what a button carries."""
        before, group, member_id = (None if part == NONE else part for part in carried.split(":"))
        return cls(int(before) if before else None, group, int(member_id) if member_id else None)


class PageButton(GuardedButton[Page], does="audit", carries=CARRIED):
    """Turns to another page."""

    @classmethod
    def parse(cls, carried: str) -> Page:
        """Read which page."""
        return Page.read(carried)

    async def pressed(self, interaction: Interaction) -> None:
        """Show the page in the place of this one."""
        await reply.replace(interaction, await page_card(interaction, self.carried))


async def page_card(interaction: Interaction, page: Page) -> LayoutView:
    """Show a page of this server's record, with the ways to older and to the newest changes."""
    assert interaction.guild_id is not None
    words = interaction.client.words(interaction)
    found = await interaction.client.servers.audit.recent(
        interaction.guild_id, PAGE + 1, before=page.before, group=page.group, member_id=page.member_id
    )
    card, shown = audit_card(found[:PAGE], words)
    newest = PageButton(Page(None, page.group, page.member_id), words.say("Newest")) if page.before else None
    further = Page(found[shown - 1].id, page.group, page.member_id) if shown < len(found) else None
    card.row(newest, PageButton(further, words.say("Older")) if further else None)
    return card.view()
