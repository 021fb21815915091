"""The buttons that go from one passage to another."""

from typing import Any, Literal, Self, cast

import discord

from bot.buttons.form import VERSION, button, label
from bot.shown import Match, Shown
from bot.ui import Interaction, LastingItem

How = Literal["context", "beside", "less"]


class ContextButton(
    LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:(?P<how>context|beside|less):(?P<carried>.+)"
):
    """Shows a passage with more around it, or less.

    `shown` is what the card shows now. A press widens it by `presses.STEP` sentences on either side, up to the
    configured cap, or takes as much away. On a card that says more of a passage than what it is, such as that it is no
    answer, the wider one goes `beside` it.
    """

    def __init__(self, shown: Shown, text: str, how: How = "context") -> None:
        """`shown` is a passage; `text` may be of any length."""
        super().__init__(button(f"{VERSION}:{how}:{shown}", text))
        self.shown, self.how = shown, how

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        _, how, _ = (cast("discord.ui.Button[Any]", item).custom_id or "").split(":", 2)
        return cls(Shown.read_passage(carried), label(item), cast("How", how))

    async def pressed(self, interaction: Interaction) -> None:
        """Show the wider or narrower passage."""
        await interaction.client.presses.widen(interaction, self.shown, self.how)


class MatchButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:match:(?P<carried>.+)"):
    """Asks a logged question again, for its next passage or the one before."""

    ruled = False

    def __init__(self, key: str, match: Match, text: str) -> None:
        """`key` is the episode's; `match` is what a press shows."""
        super().__init__(button(f"{VERSION}:match:{key}:{match}", text))
        self.key, self.match = key, match

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        key, _, match = carried.rpartition(":")
        return cls(key, Match.read(match), label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Ask."""
        await interaction.client.presses.match(interaction, self.key, self.match)
