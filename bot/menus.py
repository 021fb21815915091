"""The message menus: whether what somebody's message says was said, and where."""

from collections.abc import Iterable

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import cards, reply
from bot.commands.options import everywhere
from bot.place import may_share
from bot.ui import Interaction
from store.question import CheckMessage, FindInMessage


def menus() -> Iterable["app_commands.ContextMenu"]:
    """Return both, for a tree of commands."""
    for name, callback in (
        (locale_str("Was this said?"), was_this_said),
        (locale_str("Find the quote"), find_the_quote),
    ):
        yield everywhere(app_commands.ContextMenu(name=name, callback=callback))


async def was_this_said(interaction: Interaction, message: discord.Message) -> None:
    """Judge each quote of a message, for who asks alone."""
    await _answer(interaction, CheckMessage(text_of(message)))


async def find_the_quote(interaction: Interaction, message: discord.Message) -> None:
    """Find what a message quotes or speaks of, for who asks alone."""
    request = FindInMessage(text_of(message), limit=interaction.client.settings.answers.quotes)
    await _answer(interaction, request)


def text_of(message: discord.Message) -> str:
    """Return what a message says: what was written or forwarded, else what its card or its embeds say."""
    written = [message.content, *(forwarded.content for forwarded in message.message_snapshots)]
    shown = [*_texts(message.components), *(embed.description or embed.title or "" for embed in message.embeds)]
    return "\n".join(filter(None, written)) or "\n".join(filter(None, shown))


async def _answer(interaction: Interaction, request: CheckMessage | FindInMessage) -> None:
    private = not interaction.context.dm_channel
    question = reply.asked(interaction, request, surface="menu")
    showing = cards.Showing(private=private and may_share(interaction))
    await reply.respond(interaction, question, showing, private=private)


def _texts(components: Iterable[discord.Component]) -> Iterable[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(getattr(component, "children", ()))
