"""A file on its way to become an episode of this server: fetched, read, shown, and kept or not."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
import discord

from bot import cards, reply
from bot.cards.own import found_card
from bot.commands.admin.undo import changed_card
from bot.guarded import TextButton
from bot.ui import Interaction
from bot.words import Words
from store.errors import UploadError
from store.manuscripts.manuscript import Manuscript
from store.moderation.uploads import Found

# Seconds to fetch a file from Discord.
PATIENCE = 60.0
# What a file is held by until it is kept.
HELD_BY = "[0-9a-f]{16}"
Told: TypeAlias = Callable[[str], Awaitable[None]]


async def take_in(interaction: Interaction, file: discord.Attachment, notes: discord.Attachment | None) -> None:
    """Read a file and show what was found, with how far it is meanwhile. Raises StoreError."""
    assert interaction.guild_id is not None
    uploads, words = interaction.client.uploads, interaction.client.words(interaction)
    await uploads.admit(interaction.guild_id, file.filename, file.size, notes.size if notes else 0)
    await reply.send(interaction, cards.notice(words.say("One moment…")), private=True)
    try:
        async with uploads.line.turn(interaction.guild_id, _waiting(interaction, words)):
            found = await _read(interaction, file, notes, words)
    except BaseException:
        with suppress(discord.HTTPException):
            await interaction.delete_original_response()
        raise
    await _show(interaction, found, words)


async def fetch(attachment: discord.Attachment) -> bytes:
    """Return what an attachment holds. Raises UploadError where it does not come, or not all of it."""
    again = "attach it again"
    try:
        async with asyncio.timeout(PATIENCE):
            content = await attachment.read()
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError, OSError) as error:
        raise UploadError(attachment.filename, "Discord did not give it to me", again) from error
    if len(content) != attachment.size:
        what = f"only {len(content)} of its {attachment.size} bytes have come"
        raise UploadError(attachment.filename, what, again)
    return content


class KeepButton(TextButton, does="upload:keep", carries=HELD_BY):
    """Keeps what was found."""

    style = discord.ButtonStyle.primary

    async def pressed(self, interaction: Interaction) -> None:
        """Keep it, and say how it is asked."""
        assert interaction.guild_id is not None
        words = interaction.client.words(interaction)
        own, done = await interaction.client.uploads.keep(interaction.guild_id, self.carried, by=interaction.user.id)
        ask = words.say(
            "Ask it with `episode: {stem}`; `/admin episode use` makes it the one that is meant when none is named.",
            stem=own.stem.replace("`", "'"),
        )
        await reply.replace(interaction, changed_card(done, words, ask))


class DropButton(TextButton, does="upload:drop", carries=HELD_BY):
    """Lets go of what was found."""

    async def pressed(self, interaction: Interaction) -> None:
        """Let go of it, and say so."""
        assert interaction.guild_id is not None
        interaction.client.uploads.drop(interaction.guild_id, self.carried)
        words = interaction.client.words(interaction)
        await reply.replace(interaction, cards.notice(words.say("Nothing was kept of that file.")))


async def _read(
    interaction: Interaction, file: discord.Attachment, notes: discord.Attachment | None, words: Words
) -> Found:
    assert interaction.guild_id is not None
    steps = {
        "fetching": words.say("Fetching the file…"),
        "reading": words.say("Reading and checking it…"),
        "indexing": words.say("Indexing it…"),
    }

    async def step(name: str) -> None:
        await _tell(interaction, steps[name])

    await step("fetching")
    manuscript = Manuscript(Path(file.filename), await fetch(file), await fetch(notes) if notes else None)
    return await interaction.client.uploads.read(interaction.guild_id, manuscript, step)


async def _show(interaction: Interaction, found: Found, words: Words) -> None:
    assert interaction.guild_id is not None
    buttons: list[discord.ui.Item[Any]] = []
    if found.facts is not None:
        token = interaction.client.uploads.hold(interaction.guild_id, found)
        buttons = [KeepButton(token, words.say("Keep it")), DropButton(token, words.say("Don’t keep it"))]
    await reply.update(interaction, found_card(found, words, buttons))


def _waiting(interaction: Interaction, words: Words) -> Callable[[int], Awaitable[None]]:
    async def told(before: int) -> None:
        text = words.count("Waiting: {n} file is before yours.", "Waiting: {n} files are before yours.", before)
        await _tell(interaction, text)

    return told


async def _tell(interaction: Interaction, text: str) -> None:
    """Say how far it is. That this fails is no reason to stop."""
    with suppress(discord.HTTPException):
        await reply.update(interaction, cards.notice(text))
