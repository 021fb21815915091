"""The menus of a card: one that opens passages, and one that does what is seldom wanted."""

from collections.abc import Sequence
from typing import Any, Self, TypeAlias, cast

import discord

from bot.buttons.form import MAX_OPTION_TEXT, MAX_OPTIONS, MAX_PLACEHOLDER, VERSION, cut
from bot.shown import Shown, UnreadableIdError, read_span, write_span
from bot.ui import Interaction, LastingItem
from store.question import Span

# A passage of the episode that a card is about, or one of another, with that one's key.
Place: TypeAlias = Span | tuple[str, Span]


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
                label=cut(label, MAX_OPTION_TEXT),
                description=cut(description, MAX_OPTION_TEXT) if description else None,
                value=_write_place(place),
            )
            for place, label, description in places[:MAX_OPTIONS]
        ]
        custom_id = f"{VERSION}:open:{key}:{part}"
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id, placeholder=cut(placeholder, MAX_PLACEHOLDER), options=options
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


class MoreSelect(LastingItem[discord.ui.Select[Any]], template=rf"{VERSION}:more:(?P<carried>.+)"):
    """Does what is seldom wanted with the quote that a card shows: what, stands in the option that is chosen."""

    ruled = False

    def __init__(self, shown: Shown, further: Sequence[tuple[str, str]], placeholder: str) -> None:
        """`further` are pairs of what `presses.further` takes, and a label of any length; 25 at most."""
        options = [discord.SelectOption(label=cut(label, MAX_OPTION_TEXT), value=value) for value, label in further]
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"{VERSION}:more:{shown}", placeholder=cut(placeholder, MAX_PLACEHOLDER), options=options
        )
        super().__init__(select)
        self.shown = shown

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the select from its id and the options that the message has."""
        select = cast("discord.ui.Select[Any]", item)
        further = [(option.value, option.label) for option in select.options]
        return cls(Shown.read_passage(carried), further, select.placeholder or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Do what was chosen."""
        await interaction.client.presses.further(interaction, self.shown, self.item.values[0])


def _write_place(place: Place) -> str:
    return write_span(place) if isinstance(place, Span) else f"{place[0]}:{write_span(place[1])}"


def _read_place(text: str) -> Place:
    key, _, span = text.rpartition(":")
    return (key, read_span(span)) if key else read_span(span)
