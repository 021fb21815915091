"""The one way to answer an interaction: it knows whether it was answered already, deferred, or has expired."""

import asyncio
import dataclasses
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot import cards
from bot.cards.limits import TEXT_DISPLAY_CONTENT
from bot.cards.plainly import plainly
from bot.pictures import pictures
from bot.place import is_guest, is_private, may_share, place_of
from bot.ui import Interaction, LayoutView
from bot.words import Words
from store.desk import Desk
from store.question import Answer, FindQuote, Question, Request, Surface

if TYPE_CHECKING:
    from bot.client import OnTheRecord

# Seconds. Discord gives three to the first response, the way there and back included.
PATIENCE = 2.0
_DEFERRED = "deferred privately"
_PLAIN = "sent as plain text"
_FOLLOW_UPS = "follow-ups sent"
# How many there may be to one interaction where the bot is not installed.
FOLLOW_UPS = 5
# https://docs.discord.com/developers/topics/opcodes-and-status-codes
ALREADY_ACKNOWLEDGED = 40060
_log = logging.getLogger(__name__)
T = TypeVar("T")


class CardTooLongError(Exception):
    """A card with more text than Discord takes: a fault of ours."""


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


async def send(
    interaction: Interaction, card: LayoutView, *, private: bool, files: Sequence[discord.File] = ()
) -> None:
    """Send a card as whatever can still be sent: the first response, what was deferred, or a further message.

    `files` are the pictures that the card refers to.
    """
    plain = (private or interaction.context.dm_channel) and interaction.user.id in interaction.client.plain_readers
    if _DEFERRED in interaction.extras:
        await interaction.edit_original_response(**form(card, plain=plain), attachments=list(files))
        del interaction.extras[_DEFERRED]
    elif interaction.response.is_done():
        await _follow_up(interaction, card, private=private, plain=plain, files=files)
        return
    else:
        await interaction.response.send_message(**form(card, plain=plain), ephemeral=private, files=list(files))
    interaction.extras[_PLAIN] = plain


async def to_message(
    client: "OnTheRecord", message: discord.Message, card: LayoutView, files: Sequence[discord.File] = ()
) -> None:
    """Send a card as a reply to a message, which pings nobody."""
    plain = message.guild is None and message.author.id in client.plain_readers
    await message.reply(**form(card, plain=plain), mention_author=False, files=list(files))


async def update(interaction: Interaction, card: LayoutView) -> None:
    """Show another card in the place of the response that was sent."""
    await interaction.edit_original_response(**form(card, plain=interaction.extras.get(_PLAIN, False)))


async def replace(interaction: Interaction, card: LayoutView, files: Sequence[discord.File] = ()) -> None:
    """Show a card in the place of the one that was pressed."""
    laid_out = interaction.message is None or interaction.message.flags.components_v2
    if interaction.response.is_done():
        await interaction.edit_original_response(**form(card, plain=not laid_out), attachments=list(files))
    else:
        await interaction.response.edit_message(**form(card, plain=not laid_out), attachments=list(files))


async def refuse(interaction: Interaction, text: str) -> None:
    """Say something to the asker alone, whatever visibility the answer was going to have."""
    await withdraw(interaction, cards.notice(text))


async def withdraw(interaction: Interaction, card: LayoutView) -> None:
    """Send a card to the asker alone, in the place of an answer that was going to be for all to see."""
    if interaction.extras.get(_DEFERRED) is False:
        await _take_back(interaction)
    await send(interaction, card, private=True)


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


async def _follow_up(
    interaction: Interaction, card: LayoutView, *, private: bool, plain: bool, files: Sequence[discord.File]
) -> None:
    """Send a further message. Where only a user has brought the bot, Discord takes a few and no more."""
    sent = interaction.extras[_FOLLOW_UPS] = interaction.extras.get(_FOLLOW_UPS, 0) + 1
    if is_guest(interaction) and sent >= FOLLOW_UPS:
        if sent > FOLLOW_UPS:
            return
        words = interaction.client.words(interaction)
        card, files = cards.notice(words.say("That is all that I may say here at once. Ask anew.")), ()
    await interaction.followup.send(**form(card, plain=plain), ephemeral=private, files=list(files))


async def _take_back(interaction: Interaction) -> None:
    """Delete what was deferred in public.

    It is filled first: what is sent next goes into a deferral that is still open, and takes its visibility.
    """
    del interaction.extras[_DEFERRED]
    with suppress(discord.HTTPException):
        await interaction.edit_original_response(
            view=cards.notice(interaction.client.words(interaction).say("One moment…"))
        )
    with suppress(discord.HTTPException):
        await interaction.delete_original_response()


async def patiently(interaction: Interaction, work: Awaitable[T], *, private: bool | None) -> T:
    """Wait for the work, and tell Discord that it will be a while when it takes longer than a moment.

    `private` is None where the card that was pressed will change in its place.
    """
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if not done:
            await _defer(interaction, private=private)
        return await task
    finally:
        task.cancel()


async def _defer(interaction: Interaction, *, private: bool | None) -> None:
    if interaction.response.is_done():
        return
    try:
        if private is None:
            await interaction.response.defer()
            return
        await interaction.response.defer(ephemeral=private, thinking=True)
    except discord.HTTPException as error:
        # Sending the answer will fail likewise, and there the log learns of it.
        _log.warning("could not defer interaction %s: %s", interaction.id, error)
    else:
        interaction.extras[_DEFERRED] = private
