"""How a card is laid out, from top to bottom."""

from typing import Any

import discord

from bot.cards.limits import MEDIA_DESCRIPTION, TEXT_DISPLAY_CONTENT
from bot.ui import LayoutView

FOUND = discord.Colour(0xD9A441)
PLAIN = discord.Colour(0x80848E)


class Card:
    """A card as it grows, and the room that is left for text in it. Its colour says nothing that words do not."""

    def __init__(self, colour: discord.Colour = FOUND) -> None:
        """Begin with an empty card."""
        self._colour = colour
        self._items: list[discord.ui.Item[Any]] = []
        self.room = TEXT_DISPLAY_CONTENT

    def text(self, *lines: str) -> None:
        """Add a block of the lines that are not empty."""
        if content := "\n".join(line for line in lines if line):
            self.room -= len(content)
            self._items.append(discord.ui.TextDisplay(content))

    def row(self, *items: "discord.ui.Item[Any] | None") -> None:
        """Add a row of the items that there are: up to five buttons, or one select."""
        if present := [item for item in items if item]:
            self._items.append(discord.ui.ActionRow(*present))

    def picture(self, filename: str, description: str) -> None:
        """Add a picture that the message carries as a file, with what it shows for who does not see it."""
        item = discord.MediaGalleryItem(f"attachment://{filename}", description=description[:MEDIA_DESCRIPTION])
        self._items.append(discord.ui.MediaGallery(item))

    def file(self, filename: str) -> None:
        """Add a file that the message carries: a card shows no other."""
        self._items.append(discord.ui.File(f"attachment://{filename}"))

    def rule(self) -> None:
        """Add a line across."""
        self._items.append(discord.ui.Separator())

    def gap(self) -> None:
        """Add a little room between two blocks."""
        self._items.append(discord.ui.Separator(visible=False))

    def closed(self, foot: str) -> LayoutView:
        """Put a last block below a line, and return what discord.py sends."""
        self.rule()
        self.text(foot)
        return self.view()

    def view(self) -> LayoutView:
        """Return what discord.py sends. Its buttons work for good."""
        view = LayoutView(timeout=None)
        view.add_item(discord.ui.Container(*self._items, accent_colour=self._colour))
        return view


def add_row(view: LayoutView, item: discord.ui.Item[Any]) -> None:
    """Add a row to the end of a card that is laid out already."""
    for container in view.children:
        if isinstance(container, discord.ui.Container):
            container.add_item(discord.ui.ActionRow(item))
