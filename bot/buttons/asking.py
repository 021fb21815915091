"""What asks on: the button that goes on from an answer, and the menu that asks back which episode is meant."""

from collections.abc import Sequence
from typing import Any, Self, TypeAlias, cast

import discord

from bot.buttons.form import MAX_OPTION_TEXT, MAX_OPTIONS, MAX_PLACEHOLDER, VERSION, button, cut, label
from bot.shown import base36, number
from bot.ui import Interaction, LastingItem

# An episode's key, its title, and what else tells it from others.
Choice: TypeAlias = tuple[str, str, str]


class FollowUpButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:ask:(?P<carried>.+)"):
    """Asks what somebody wants to know next. Its id carries the logged question that the card answers."""

    def __init__(self, question: int, text: str) -> None:
        """`question` is an id in the log; `text` may be of any length."""
        super().__init__(button(f"{VERSION}:ask:{base36(question)}", text))
        self.question = question

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(number(carried), label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Open a modal for the question."""
        await interaction.client.hearing.ask_on(interaction, self.question)


class WhichSelect(LastingItem[discord.ui.Select[Any]], template=rf"{VERSION}:which:(?P<carried>.+)"):
    """Asks a logged question of the episode that is chosen. Its id carries the question, its values the episodes."""

    ruled = False

    def __init__(self, question: int, choices: Sequence[Choice], placeholder: str) -> None:
        """`question` is an id in the log. Texts may be of any length; what is over 25 choices is left out."""
        options = [
            discord.SelectOption(
                label=cut(title, MAX_OPTION_TEXT), value=key, description=cut(about, MAX_OPTION_TEXT) or None
            )
            for key, title, about in choices[:MAX_OPTIONS]
        ]
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"{VERSION}:which:{base36(question)}",
            placeholder=cut(placeholder, MAX_PLACEHOLDER),
            options=options,
        )
        super().__init__(select)
        self.question = question

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the menu from its id and the options that the message has."""
        select = cast("discord.ui.Select[Any]", item)
        choices = [(option.value, option.label, option.description or "") for option in select.options]
        return cls(number(carried), choices, select.placeholder or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Ask."""
        await interaction.client.hearing.decide(interaction, self.question, self.item.values[0])
