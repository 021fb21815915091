"""Any card as the plain text of a message, to be read aloud: nothing in it is said by layout, colour or sign alone."""

import re
from collections.abc import Iterator
from typing import Any

import discord

from bot.cards.fit import ELLIPSIS, fit
from bot.cards.limits import MESSAGE_CONTENT
from bot.ui import LayoutView

# Rows of buttons and menus in a message without layout. https://docs.discord.com/developers/components/reference
ROWS = 5
_MARKS = re.compile(r"^(?:#{1,3} |-# )|\*\*", re.MULTILINE)
_LINK = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\((?P<url>https?://[^\s()]+)\)")
_BLOCK = re.compile(r"(?:^> .*(?:\n|\Z))+", re.MULTILINE)


def plainly(card: LayoutView) -> tuple[str, discord.ui.View | None]:
    """Return what a card says, within one message, and its buttons and menus; None where it has none."""
    said = _MARKS.sub("", card.spoken()) if card.spoken else _said(card)
    kept = fit(said, MESSAGE_CONTENT - len(ELLIPSIS) - 1, str)
    return (said if kept == said else f"{kept} {ELLIPSIS}"), _pressed(card)


def _said(card: LayoutView) -> str:
    blocks = (item.content for item in card.walk_children() if isinstance(item, discord.ui.TextDisplay))
    return "\n".join(_spoken(block) for block in blocks)


def _spoken(block: str) -> str:
    """Return a block without what only layout says; a quote stands between quotation marks."""
    unmarked = _MARKS.sub("", _BLOCK.sub(_quoted, block))
    return _LINK.sub(lambda found: f"{found['text']} (<{found['url']}>)", unmarked)


def _quoted(found: re.Match[str]) -> str:
    lines = [line.removeprefix("> ") for line in found[0].rstrip("\n").split("\n")]
    after = "\n" if found[0].endswith("\n") else ""
    return f"“{' '.join(lines)}”{after}"


def _pressed(card: LayoutView) -> discord.ui.View | None:
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(_rows(card)):
        for item in row.children if number < ROWS else ():
            item.row = number
            view.add_item(item)
    return view if view.children else None


def _rows(card: LayoutView) -> Iterator["discord.ui.ActionRow[Any]"]:
    return (item for item in card.walk_children() if isinstance(item, discord.ui.ActionRow))
