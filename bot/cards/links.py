"""Links that say where they lead, made only of addresses that cannot be read as anything else."""

import re
from typing import Any
from urllib.parse import urlsplit

import discord

from bot.cards.limits import BUTTON_URL
from bot.words import Words

# Without the characters that end a masked link, or that Discord might read as a mention.
_SAFE = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9\-._~:/?#!$&,;=%+]*")
_OPENS_AT = re.compile(r"(?:^|&)t=(\d{1,6})s?(?:&|$)")


def linked(escaped: str, url: str | None) -> str:
    """Return text, escaped already, as a masked link where Discord would make one of it; else the text alone.

    Discord refuses masked links whose text has brackets or looks like an address.
    """
    if not is_safe(url) or any(mark in escaped for mark in "[]/"):
        return escaped
    return f"[{escaped}]({url})"


def is_safe(url: str | None) -> bool:
    """Tell whether an address may stand in a link."""
    return url is not None and len(url) <= BUTTON_URL and _SAFE.fullmatch(url) is not None


def watch_button(url: str | None, words: Words) -> "discord.ui.Button[Any] | None":
    """Return the button that opens a recording, at the moment that the address names."""
    if not is_safe(url):
        return None
    return discord.ui.Button(style=discord.ButtonStyle.link, label=watch_label(url or "", words), url=url)


def watch_label(url: str, words: Words) -> str:
    """Return what a link to a recording does."""
    if opens_at := _OPENS_AT.search(urlsplit(url).query):
        return words.say("Watch from {clock}", clock=words.clock(int(opens_at[1])))
    return words.say("Watch the recording")
