"""The pictures that cards refer to, drawn off the event loop."""

import asyncio
from io import BytesIO

import discord

from bot.cards.mentions import PICTURE, picture_text
from bot.timeline import timeline
from bot.words import Words
from store.question import Answer, MentionsAnswer


async def pictures(answer: Answer, words: Words) -> list[discord.File]:
    """Draw what the card of an answer shows; nothing for most."""
    if not isinstance(answer, MentionsAnswer) or not answer.found:
        return []
    png = await asyncio.to_thread(timeline, answer, words)
    return [discord.File(BytesIO(png), PICTURE, description=picture_text(answer, words))]
