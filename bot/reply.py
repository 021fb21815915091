"""The one way to answer an interaction: it knows whether it was answered already, deferred, or has expired."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

import discord

from bot import cards
from bot.cards.limits import TEXT_DISPLAY_CONTENT
from bot.pictures import pictures
from bot.place import is_guest, is_private, may_share, place_of
from bot.ui import Interaction
from bot.words import Words
from store.desk import Desk
from store.question import Answer, Question, Request

# Seconds. Discord gives three to the first response, the way there and back included.
PATIENCE = 2.0
_DEFERRED = "deferred privately"
_log = logging.getLogger(__name__)
T = TypeVar("T")


class CardTooLongError(Exception):
    """A card with more text than Discord takes: a fault of ours."""


async def answer(
    interaction: Interaction, request: Request, *, episode: str | None = None, public: bool | None = None
) -> None:
    """Ask the desk and show what it answers: the way of every command that is a question."""
    client = interaction.client
    private = is_private(interaction, public=public)
    words = client.words(interaction)
    found, files = await ask(interaction, request, episode=episode, private=private)
    async with delivering(client.desk, interaction.id):
        shareable = private and may_share(interaction)
        card = cards.show(found, words, private=shareable, asked=not private and interaction.guild_id is not None)
        await send(interaction, card, private=private, files=files)
    if public and private and interaction.guild_id is not None and not is_guest(interaction):
        note = words.say("In this server only some roles may have public answers, so only you see this one.")
        await send(interaction, cards.notice(note), private=True)


async def ask(
    interaction: Interaction, request: Request, *, private: bool, episode: str | None = None
) -> tuple[Answer, list[discord.File]]:
    """Ask the desk, and draw what the answer's card shows; it is for the caller to show it."""
    client = interaction.client
    question = Question(
        request,
        id=interaction.id,
        place=place_of(interaction),
        surface="slash",
        episode=episode,
        asked_at=interaction.created_at,
        received=time.monotonic(),
    )
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
    except Exception:
        await desk.delivery_failed(question_id)
        raise


async def send(
    interaction: Interaction, card: discord.ui.LayoutView, *, private: bool, files: Sequence[discord.File] = ()
) -> None:
    """Send a card as whatever can still be sent: the first response, what was deferred, or a further message.

    `files` are the pictures that the card refers to.
    """
    check(card)
    # Nothing on a card lives in memory: without this, discord.py would keep each for its token's quarter of an hour.
    card.stop()
    if _DEFERRED in interaction.extras:
        await interaction.edit_original_response(view=card, attachments=list(files))
        del interaction.extras[_DEFERRED]
    elif interaction.response.is_done():
        await interaction.followup.send(view=card, ephemeral=private, files=list(files))
    else:
        await interaction.response.send_message(view=card, ephemeral=private, files=list(files))


async def replace(interaction: Interaction, card: discord.ui.LayoutView) -> None:
    """Show a card in the place of the one that was pressed."""
    check(card)
    card.stop()
    await interaction.response.edit_message(view=card)


async def refuse(interaction: Interaction, text: str) -> None:
    """Say something to the asker alone, whatever visibility the answer was going to have."""
    await withdraw(interaction, cards.notice(text))


async def withdraw(interaction: Interaction, card: discord.ui.LayoutView) -> None:
    """Send a card to the asker alone, in the place of an answer that was going to be for all to see."""
    if interaction.extras.get(_DEFERRED) is False:
        await _take_back(interaction)
    await send(interaction, card, private=True)


def check(card: discord.ui.LayoutView) -> None:
    """Raise CardTooLongError for what Discord would reject: discord.py does not check it."""
    if card.content_length() > TEXT_DISPLAY_CONTENT:
        raise CardTooLongError(card.content_length())


async def _take_back(interaction: Interaction) -> None:
    """Delete what was deferred in public.

    It is filled first: what is sent next goes into a deferral that is still open, and takes its visibility.
    """
    del interaction.extras[_DEFERRED]
    with suppress(discord.HTTPException):
        await interaction.edit_original_response(
            view=cards.notice(interaction.client.words(interaction).say("One moment…"))
        )
    with suppress(discord.NotFound):
        await interaction.delete_original_response()


async def patiently(interaction: Interaction, work: Awaitable[T], *, private: bool) -> T:
    """Wait for the work, and tell Discord that it will be a while when it takes longer than a moment."""
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if not done:
            await _defer(interaction, private=private)
        return await task
    finally:
        task.cancel()


async def _defer(interaction: Interaction, *, private: bool) -> None:
    try:
        await interaction.response.defer(ephemeral=private, thinking=True)
    except discord.HTTPException as error:
        # Sending the answer will fail likewise, and there the log learns of it.
        _log.warning("could not defer interaction %s: %s", interaction.id, error)
    else:
        interaction.extras[_DEFERRED] = private
