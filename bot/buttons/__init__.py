"""What a button carries: its id holds the action and all that the action needs. `presses` does what they ask for."""

from typing import Any

from bot.buttons.asking import FollowUpButton, WhichSelect
from bot.buttons.form import MAX_OPTIONS, VERSION
from bot.buttons.passages import ContextButton, How, MatchButton
from bot.buttons.selects import MoreSelect, OpenSelect
from bot.buttons.sharing import Published, RemoveButton, ShareButton, SharePictureButton
from bot.ui import LastingItem

__all__ = [
    "LASTING",
    "MAX_OPTIONS",
    "VERSION",
    "ContextButton",
    "FollowUpButton",
    "How",
    "MatchButton",
    "MoreSelect",
    "OpenSelect",
    "Published",
    "RemoveButton",
    "ShareButton",
    "SharePictureButton",
    "WhichSelect",
]

LASTING: tuple[type[LastingItem[Any]], ...] = (
    ShareButton,
    SharePictureButton,
    RemoveButton,
    ContextButton,
    MatchButton,
    OpenSelect,
    MoreSelect,
    FollowUpButton,
    WhichSelect,
)
