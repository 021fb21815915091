"""Texts cut to the room that there is: where a sentence ends, else between words, never inside a letter."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence

from bot.markdown import escape, visible

Render = Callable[[str], str]

ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"[.!?…؟।۔]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*")  # noqa: RUF001 - other scripts' stops
_WORD_END = re.compile(r"\S(?=\s)")


def fit(text: str, room: int, render: Render) -> str:
    """Return the longest start of a text that is within `room` when rendered; the text itself where all of it is.

    `render` never makes a longer start shorter.
    """
    if len(text) <= room and len(render(text)) <= room:
        return text
    for pattern in (_SENTENCE_END, _WORD_END):
        # What follows an end belongs to its pattern, and may be the first that has no room.
        ends = [found.end() for found in pattern.finditer(text, 0, room + 1) if found.end() <= room]
        if fitting := _longest(text, ends, room, render):
            return fitting
    letters = [end for end in range(1, min(len(text), room)) if not unicodedata.combining(text[end])]
    return _longest(text, letters, room, render)


def short(text: str, room: int, render: Render = escape) -> str:
    """Return a name, a title or a question on one line, rendered, with an ellipsis where it was cut."""
    line = " ".join(visible(text).split())
    if len(line) <= room and len(rendered := render(line)) <= room:
        return rendered
    words = [found.end() for found in _WORD_END.finditer(line, 0, room)]
    kept = _longest(line, words, room - 1, render) or fit(line, room - 1, render)
    return f"{render(kept)}{ELLIPSIS}"


def label(text: str, room: int) -> str:
    """Return text as `short` does for places where Discord reads no Markdown."""
    return short(text, room, str)


def how_many(texts: Sequence[str], room: int, between: int = 0) -> int:
    """Tell how many texts, from the first on and each of them whole, are within `room`, `between` apart."""
    for number, text in enumerate(texts):
        room -= len(text) + (between if number else 0)
        if room < 0:
            return number
    return len(texts)


def roomiest(sizes: Sequence[Sequence[str]], room: int, between: int = 0) -> tuple[Sequence[str], int]:
    """Return the first size at which all its texts fit, else the last size, and how many of its texts fit."""
    fitting = [(texts, how_many(texts, room, between)) for texts in sizes]
    return next(((texts, kept) for texts, kept in fitting if kept == len(texts)), fitting[-1])


def _longest(text: str, ends: Sequence[int], room: int, render: Render) -> str:
    fitting = bisect_right(ends, room, key=lambda end: len(render(text[:end])))
    return text[: ends[fitting - 1]] if fitting else ""
