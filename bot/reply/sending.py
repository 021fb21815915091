"""A card on its way: as whatever of an interaction's answer can still be sent."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot import cards
from bot.place import is_guest
from bot.reply.forms import form
from bot.reply.waiting import DEFERRED
from bot.ui import Interaction, LayoutView

if TYPE_CHECKING:
    from bot.client import OnTheRecord

_PLAIN = "sent as plain text"
_FOLLOW_UPS = "follow-ups sent"
# How many there may be to one interaction where the bot is not installed.
FOLLOW_UPS = 5


async def send(
    interaction: Interaction, card: LayoutView, *, private: bool, files: Sequence[discord.File] = ()
) -> None:
    """Send a card as whatever can still be sent: the first response, what was deferred, or a further message.

    `files` are the pictures that the card refers to.
    """
    plain = (private or interaction.context.dm_channel) and interaction.user.id in interaction.client.plain_readers
    if DEFERRED in interaction.extras:
        await interaction.edit_original_response(**form(card, plain=plain), attachments=list(files))
        del interaction.extras[DEFERRED]
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
    if interaction.extras.get(DEFERRED) is False:
        await _take_back(interaction)
    await send(interaction, card, private=True)


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
    del interaction.extras[DEFERRED]
    with suppress(discord.HTTPException):
        await interaction.edit_original_response(
            view=cards.notice(interaction.client.words(interaction).say("One moment…"))
        )
    with suppress(discord.HTTPException):
        await interaction.delete_original_response()
