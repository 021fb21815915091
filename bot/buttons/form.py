"""The form of a button: its id, whose first part is the version of that form, and its label."""

from typing import Any, cast

import discord

# So that a later form can tell this one, and still read it.
VERSION = "1"
MAX_OPTIONS = 25
MAX_LABEL = 80
MAX_OPTION_TEXT = 100
MAX_PLACEHOLDER = 150


def button(custom_id: str, text: str) -> "discord.ui.Button[Any]":
    """Return a button; its text may be of any length."""
    return discord.ui.Button(style=discord.ButtonStyle.secondary, label=cut(text, MAX_LABEL), custom_id=custom_id)


def label(item: discord.ui.Item[Any]) -> str:
    """Return what a button says."""
    return cast("discord.ui.Button[Any]", item).label or ""


def cut(text: str, limit: int) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
