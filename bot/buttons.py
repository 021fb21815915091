"""What a button carries: its id holds the action and all that the action needs. `presses` does what they ask for.

Every id begins with the version of its form, so that a later form can tell and still read this one.
"""

from collections.abc import Sequence
from typing import Any, Self, TypeAlias, cast

import discord

from bot.shown import Shown, UnreadableIdError, read_span, write_span
from bot.ui import Interaction, LastingItem
from store.question import Span

VERSION = "1"
MAX_OPTIONS = 25
MAX_LABEL = 80
MAX_OPTION_TEXT = 100
MAX_PLACEHOLDER = 150
# A passage of the episode that a card is about, or one of another, with that one's key.
Place: TypeAlias = Span | tuple[str, Span]


class ShareButton(LastingItem[discord.ui.Button[Any]], template=rf"(?s){VERSION}:share:(?P<carried>.+)"):
    """Posts what a private card shows for all to see."""

    counted = True

    def __init__(self, shown: Shown, label: str) -> None:
        """`label` may be of any length."""
        super().__init__(_button(f"{VERSION}:share:{shown}", label))
        self.shown = shown

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(Shown.read(carried), _label(item))

    async def pressed(self, interaction: Interaction) -> None:
        """Post the card in the channel."""
        await interaction.client.presses.share(interaction, self.shown)


class ContextButton(
    LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:(?P<where>context|beside):(?P<carried>.+)"
):
    """Shows a passage with more around it.

    `span` is what the card shows now, and `context` by how many sentences on either side it is wider than the
    quote that it began as: 0 on a fresh card. A press widens it by `presses.STEP`, up to the configured cap. On a card
    that says more of a passage than what it is, such as that it is no answer, the wider one goes `beside` it.
    """

    def __init__(self, key: str, span: Span, context: int, label: str, *, beside: bool = False) -> None:
        """`key` is the episode's."""
        self.shown, self.beside = Shown(key, span, context), beside
        super().__init__(_button(f"{VERSION}:{'beside' if beside else 'context'}:{self.shown}", label))

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        shown = Shown.read(carried)
        if not isinstance(shown.what, Span):
            raise UnreadableIdError(carried)
        beside = (
            (item.custom_id or "").startswith(f"{VERSION}:beside:") if isinstance(item, discord.ui.Button) else False
        )
        return cls(shown.key, shown.what, shown.context, _label(item), beside=beside)

    async def pressed(self, interaction: Interaction) -> None:
        """Show the wider passage."""
        await interaction.client.presses.widen(interaction, self.shown, beside=self.beside)


class OpenSelect(LastingItem[discord.ui.Select[Any]], template=rf"{VERSION}:open:(?P<carried>.+)"):
    """Opens one of up to 25 passages; what is over is left out. `part` tells two selects of one card apart."""

    def __init__(
        self, key: str, places: Sequence[tuple[Place, str, str | None]], placeholder: str, part: int = 0
    ) -> None:
        """`places` come with a label and a description each, of any length; no place twice.

        One that is a span is of the episode of `key`; one of another episode comes with that one's key.
        """
        self.key, self.part = key, part
        options = [
            discord.SelectOption(
                label=_cut(label, MAX_OPTION_TEXT),
                description=_cut(description, MAX_OPTION_TEXT) if description else None,
                value=_write_place(place),
            )
            for place, label, description in places[:MAX_OPTIONS]
        ]
        custom_id = f"{VERSION}:open:{key}:{part}"
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id, placeholder=_cut(placeholder, MAX_PLACEHOLDER), options=options
        )
        super().__init__(select)

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the select from its id and the options that the message has."""
        select = cast("discord.ui.Select[Any]", item)
        key, _, part = carried.rpartition(":")
        if not key or not part.isdecimal():
            raise UnreadableIdError(carried)
        places = [(_read_place(option.value), option.label, option.description) for option in select.options]
        return cls(key, places, select.placeholder or "", int(part))

    async def pressed(self, interaction: Interaction) -> None:
        """Open the passage that was chosen."""
        place = _read_place(self.item.values[0])
        key, span = (self.key, place) if isinstance(place, Span) else place
        await interaction.client.presses.open(interaction, Shown(key, span))


LASTING: tuple[type[LastingItem[Any]], ...] = (ShareButton, ContextButton, OpenSelect)


def _write_place(place: Place) -> str:
    return write_span(place) if isinstance(place, Span) else f"{place[0]}:{write_span(place[1])}"


def _read_place(text: str) -> Place:
    key, _, span = text.rpartition(":")
    return (key, read_span(span)) if key else read_span(span)


def _button(custom_id: str, label: str) -> "discord.ui.Button[Any]":
    return discord.ui.Button(style=discord.ButtonStyle.secondary, label=_cut(label, MAX_LABEL), custom_id=custom_id)


def _label(item: discord.ui.Item[Any]) -> str:
    return cast("discord.ui.Button[Any]", item).label or ""


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
