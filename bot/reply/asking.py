"""From an interaction to the desk, and from its answer to what is shown."""

import dataclasses
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord

from bot import cards
from bot.pictures import pictures
from bot.place import is_guest, is_private, may_share, place_of
from bot.reply.sending import replace, send
from bot.reply.waiting import patiently
from bot.ui import Interaction
from bot.words import Words
from store.desk import Desk
from store.question import Answer, FindQuote, Question, Request, Surface

# https://docs.discord.com/developers/topics/opcodes-and-status-codes
ALREADY_ACKNOWLEDGED = 40060
_log = logging.getLogger(__name__)


def asked(  # noqa: PLR0913 - each is one thing that tells questions apart
    interaction: Interaction,
    request: Request,
    *,
    surface: Surface = "slash",
    episode: str | None = None,
    key: str | None = None,
    again: int | None = None,
) -> Question:
    """Make a question of a request; `key` and `again` are what a button knows of where it came from."""
    return Question(
        request,
        id=interaction.id,
        place=place_of(interaction),
        surface=surface,
        episode=episode,
        key=key,
        again=again,
        asked_at=interaction.created_at,
        received=time.monotonic(),
    )


async def answer(
    interaction: Interaction, request: Request, *, episode: str | None = None, public: bool | None = None
) -> None:
    """Ask the desk and show what it answers: the way of every command that is a question."""
    question, private = asked(interaction, request, episode=episode), is_private(interaction, public=public)
    showing = cards.Showing(private=private and may_share(interaction), question=question.id)
    if not private and interaction.guild_id is not None:
        said = request.typed if isinstance(request, FindQuote) else ""
        showing = dataclasses.replace(showing, asked=said, owner=interaction.user.id)
    await respond(interaction, question, showing, private=private)
    await note_privacy(interaction, public=public, private=private)


async def note_privacy(interaction: Interaction, *, public: bool | None, private: bool) -> None:
    """Say why an answer is private that was to be for all to see."""
    if public and private and interaction.guild_id is not None and not is_guest(interaction):
        words = interaction.client.words(interaction)
        note = words.say("In this server only some roles may have public answers, so only you see this one.")
        await send(interaction, cards.notice(note), private=True)


async def respond(
    interaction: Interaction, question: Question, showing: cards.Showing, *, private: bool | None
) -> None:
    """Ask the desk and show what it answers: privately or not or, with None, in the place of what was pressed."""
    words = interaction.client.words(interaction)
    found, files = await _found(interaction, question, private=private)
    async with delivering(interaction.client.desk, question.id):
        follows = not interaction.context.dm_channel  # there one just goes on writing
        card = cards.show(found, words, dataclasses.replace(showing, question=question.id, follows=follows))
        if private is None:
            await replace(interaction, card, files)
        else:
            await send(interaction, card, private=private, files=files)


async def ask(
    interaction: Interaction, request: Request, *, private: bool, episode: str | None = None
) -> tuple[Answer, list[discord.File]]:
    """Ask the desk, and draw what the answer's card shows; it is for the caller to show it."""
    return await _found(interaction, asked(interaction, request, episode=episode), private=private)


async def _found(
    interaction: Interaction, question: Question, *, private: bool | None
) -> tuple[Answer, list[discord.File]]:
    client = interaction.client
    return await patiently(interaction, _answered(client.desk, question, client.words(interaction)), private=private)


async def _answered(desk: Desk, question: Question, words: Words) -> tuple[Answer, list[discord.File]]:
    """Ask the desk, and draw what its answer's card shows."""
    found = await desk.answer(question)
    async with delivering(desk, question.id):
        return found, await pictures(found, words)


@asynccontextmanager
async def delivering(desk: Desk, question_id: int) -> AsyncIterator[None]:
    """Note in the log when an answer that is on the record does not arrive."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code == ALREADY_ACKNOWLEDGED:  # what was sent again because Discord faltered had arrived
            _log.warning("an answer had arrived already: %s", error)
            return
        await desk.delivery_failed(question_id)
        raise
    except Exception:
        await desk.delivery_failed(question_id)
        raise
