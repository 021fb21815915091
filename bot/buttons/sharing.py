"""The buttons that show a card to all, and take it back."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Self, get_args

import discord

from bot.buttons.form import VERSION, button, label
from bot.shown import Shown, UnreadableIdError, base36, number
from bot.ui import Interaction, LastingItem
from store.question import Span

# How a card came before everyone: as an answer that says what was asked, as a reply to a message that all see, or by
# being shared.
Published = Literal["asked", "replied", "shared"]
_LETTERS: dict[Published, str] = {published: published[0] for published in get_args(Published)}


class ShareButton(LastingItem[discord.ui.Button[Any]], template=rf"(?s){VERSION}:share:(?P<carried>.+)"):
    """Posts what a private card shows for all to see."""

    counted = True

    def __init__(self, shown: Shown, text: str) -> None:
        """`text` may be of any length."""
        super().__init__(button(f"{VERSION}:share:{shown}", text))
        self.shown = shown

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(Shown.read(carried), label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Post the card in the channel."""
        await interaction.client.presses.share(interaction, self.shown)


class SharePictureButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:picture:(?P<carried>.+)"):
    """Posts a quote's picture for all to see."""

    counted = True

    def __init__(self, key: str, span: Span, text: str) -> None:
        """`key` is the episode's; `text` may be of any length."""
        self.shown = Shown(key, span)
        super().__init__(button(f"{VERSION}:picture:{self.shown}", text))

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        shown = Shown.read_passage(carried)
        return cls(shown.key, shown.span, label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Post the picture in the channel."""
        await interaction.client.keepsakes.share(interaction, self.shown)


class RemoveButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:remove:(?P<carried>.+)"):
    """Takes back what all can see. Who may do that, and what the card says of them, stands in its id."""

    ruled = False

    def __init__(self, owner: int, published: Published, text: str) -> None:
        """`owner` is the id of who asked for the card or shared it."""
        super().__init__(button(f"{VERSION}:remove:{_LETTERS[published]}:{base36(owner)}", text))
        self.owner, self.published = owner, published

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        letter, _, owner = carried.partition(":")
        return cls(number(owner), _published(letter), label(item))

    @classmethod
    def on(cls, message: discord.Message | None) -> Self | None:
        """Return the button that a message has; None where it has none."""
        for custom_id in _ids(message.components if message else ()):
            if custom_id.startswith(f"{VERSION}:remove:"):
                return cls.read(discord.ui.Button(), custom_id.split(":", 2)[2])
        return None

    async def pressed(self, interaction: Interaction) -> None:
        """Delete the message."""
        await interaction.client.presses.remove(interaction, self.owner)


def _ids(components: Iterable[discord.Component]) -> Iterator[str]:
    for component in components:
        if isinstance(custom_id := getattr(component, "custom_id", None), str):
            yield custom_id
        yield from _ids(getattr(component, "children", ()))


def _published(letter: str) -> Published:
    for published, its in _LETTERS.items():
        if its == letter:
            return published
    raise UnreadableIdError(letter)
