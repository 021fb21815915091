"""The form of what is sent: a card, or its text and its buttons for who has that read aloud."""

from typing import Any

from bot.cards.limits import TEXT_DISPLAY_CONTENT
from bot.cards.plainly import plainly
from bot.ui import LayoutView


class CardTooLongError(Exception):
    """A card with more text than Discord takes: a fault of ours."""


def form(card: LayoutView, *, plain: bool) -> dict[str, Any]:
    """Return what of a message makes up a card: the card itself, or its text and its buttons.

    A message keeps the form in which it was sent: Discord takes no text into one that is laid out.
    Raises CardTooLongError.
    """
    check(card)
    # Nothing on a card lives in memory: without this, discord.py would keep each for its token's quarter of an hour.
    card.stop()
    if not plain:
        return {"view": card}
    content, view = plainly(card)
    if view is None:
        return {"content": content}
    view.stop()
    return {"content": content, "view": view}


def check(card: LayoutView) -> None:
    """Raise CardTooLongError for what Discord would reject: discord.py does not check it."""
    if card.content_length() > TEXT_DISPLAY_CONTENT:
        raise CardTooLongError(card.content_length())
