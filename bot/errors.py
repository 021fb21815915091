"""The one handler behind every door: commands, buttons, views, modals, autocompletion, events."""

import logging
import secrets
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord import app_commands

from bot import cards, reply
from bot.explain import explain
from bot.ui import Interaction
from store.errors import RuleError

if TYPE_CHECKING:
    from bot.client import OnTheRecord

# Nobody waits for the answer any more: the interaction or its token has expired, it was answered already, or what was
# pressed is gone. https://docs.discord.com/developers/topics/opcodes-and-status-codes
UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN = 10008, 10015, 10062, 50027
TOO_LATE = frozenset({UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN, reply.ALREADY_ACKNOWLEDGED})
_log = logging.getLogger(__name__)


async def handle(bot: "OnTheRecord", asked: Interaction | discord.Message | None, error: BaseException) -> None:
    """Say to who asked what is wrong: what the catalogue has for the error, or else a reference to the log."""
    error = unwrap(error)
    if isinstance(error, discord.HTTPException) and error.code in TOO_LATE:
        _log.warning("an answer came too late: %s", error)
        return
    if isinstance(error, discord.Forbidden) and isinstance(asked, discord.Message):
        # Another message would be refused likewise; and too many refusals block the bot's address.
        _log.warning("may not answer message %s: %s", asked.id, error)
        await bot.quiet.unable(asked)
        return
    if isinstance(error, RuleError) and isinstance(asked, discord.Message):
        await bot.quiet.stopped(asked, error)
        return
    words = bot.words(asked)
    text = explain(error, words)
    if text is None:
        text = words.say(
            "Something went wrong on my side. If it stays so, tell who runs me: {ref}.", ref=_logged(error)
        )
    try:
        await _say(bot, asked, text)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as failure:
        _log.warning("could not say %r: %s", text, failure)


def unwrap(error: BaseException) -> BaseException:
    """Return what went wrong, out of what discord.py wraps around it."""
    wrapped = isinstance(error, (app_commands.CommandInvokeError, app_commands.TransformerError)) and error.__cause__
    return unwrap(wrapped) if wrapped else error


def _logged(error: BaseException) -> str:
    """Put a traceback into the log, and return the reference that finds it."""
    reference = secrets.token_hex(4)
    _log.error("fault %s", reference, exc_info=error)
    return f"`{reference}`"


async def _say(bot: "OnTheRecord", asked: Interaction | discord.Message | None, text: str) -> None:
    if isinstance(asked, discord.Message):
        await reply.to_message(bot, asked, cards.notice(text))
    elif asked is not None and asked.type is not discord.InteractionType.autocomplete:
        await reply.refuse(asked, text)
