"""`/admin stats`: what is asked in this server, in numbers and a picture."""

import asyncio
from io import BytesIO

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import reply
from bot.cards.statistics import PICTURE, statistics_card
from bot.statistics_picture import picture_text, statistics_picture
from bot.ui import Interaction
from bot.words import Words
from store.database import QueryFilter, QueryStatistics
from store.server.guild_settings import MAX_RETENTION
from store.server.statistics import Statistics

DAYS = 30


@app_commands.command(name="stats", description=locale_str("What is asked here, in numbers and a picture"))
@app_commands.describe(days=locale_str("Over how many days; 30 if left out"))
async def stats(interaction: Interaction, days: app_commands.Range[int, 1, MAX_RETENTION] = DAYS) -> None:
    """Show the numbers."""
    words = interaction.client.words(interaction)
    numbers, files = await reply.patiently(interaction, _drawn(interaction, days, words), private=True)
    card = statistics_card(numbers, picture_text(numbers, words), words)
    await reply.send(interaction, card, private=True, files=files)


async def _drawn(interaction: Interaction, days: int, words: Words) -> tuple[Statistics, list[discord.File]]:
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    which, today = QueryFilter(guild_id=interaction.guild_id), interaction.created_at.date()
    numbers = await QueryStatistics(interaction.client.database).of(which, today, days)
    if not numbers.total:
        return numbers, []
    png = await asyncio.to_thread(statistics_picture, numbers, words)
    return numbers, [discord.File(BytesIO(png), PICTURE, description=picture_text(numbers, words))]
