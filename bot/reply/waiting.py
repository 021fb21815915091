"""Time: how long an interaction may wait for its answer before Discord is told that it will be a while."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import TypeVar

import discord

from bot.ui import Interaction

# Seconds. Discord gives three to the first response, the way there and back included.
PATIENCE = 2.0
# Among an interaction's extras: whether what was put off will be for the asker alone.
DEFERRED = "deferred privately"
_log = logging.getLogger(__name__)
T = TypeVar("T")


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
        interaction.extras[DEFERRED] = private
