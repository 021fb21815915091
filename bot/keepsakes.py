"""The buttons that give a quote to take along. `keeping` does what they ask for."""

from typing import Any, Self, cast

import discord

from bot.buttons import VERSION
from bot.shown import Shown, UnreadableIdError
from bot.ui import Interaction, LastingItem
from store.question import Span


class KeepsakeButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:keep:(?P<carried>.+)"):
    """Gives a quote as picture, as text to copy, and cited."""

    def __init__(self, key: str, span: Span, label: str) -> None:
        """`key` is the episode's; the label has 80 characters at most."""
        self.shown = Shown(key, span)
        super().__init__(_button(f"{VERSION}:keep:{self.shown}", label))

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(*_quote(carried), _label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Show the quote in all these forms, to who pressed alone."""
        await interaction.client.keepsakes.show(interaction, self.shown)


class SharePictureButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:picture:(?P<carried>.+)"):
    """Posts a quote's picture for all to see."""

    def __init__(self, key: str, span: Span, label: str) -> None:
        """`key` is the episode's; the label has 80 characters at most."""
        self.shown = Shown(key, span)
        super().__init__(_button(f"{VERSION}:picture:{self.shown}", label))

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(*_quote(carried), _label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Post the picture in the channel."""
        await interaction.client.keepsakes.share(interaction, self.shown)


KEEPSAKES: tuple[type[LastingItem[Any]], ...] = (KeepsakeButton, SharePictureButton)


def _quote(carried: str) -> tuple[str, Span]:
    shown = Shown.read(carried)
    if not isinstance(shown.what, Span):
        raise UnreadableIdError(carried)
    return shown.key, shown.what


def _button(custom_id: str, label: str) -> "discord.ui.Button[Any]":
    return discord.ui.Button(style=discord.ButtonStyle.secondary, label=label, custom_id=custom_id)


def _label(item: discord.ui.Item[Any]) -> str:
    return cast("discord.ui.Button[Any]", item).label or ""
