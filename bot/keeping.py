"""What the keepsake buttons do. None of it is a question: nothing is recorded."""

import asyncio
from io import BytesIO

import discord

from bot import reply
from bot.cards.keepsake import PICTURE, alt_text, keepsake_card, picture_card
from bot.fonts import NoFontError
from bot.place import may_share, place_of
from bot.presses import shared_by_presser
from bot.quote_picture import quote_picture
from bot.shown import Shown, UnreadableIdError
from bot.ui import Interaction
from bot.words import Words
from store.desk import Desk
from store.question import EpisodeFacts, Quote, Span


class Keepsakes:
    """Gives quotes to take along."""

    def __init__(self, desk: Desk) -> None:
        """Quotes come from what the desk remembers."""
        self._desk = desk

    async def show(self, interaction: Interaction, shown: Shown) -> None:
        """Show a quote as picture, text and citation to who asks, alone."""
        quote, episode = await self._quote(interaction, shown)
        private = not interaction.context.dm_channel
        words = interaction.client.words(interaction)
        try:
            files = await reply.patiently(interaction, _picture(quote, episode, words), private=private)
        except NoFontError:
            files = []
        card = keepsake_card(quote, episode, words, picture=bool(files), share=private and may_share(interaction))
        await reply.send(interaction, card, private=private, files=files)

    async def share(self, interaction: Interaction, shown: Shown) -> None:
        """Post the picture for all to see, from this person's own private card."""
        showing = shared_by_presser(interaction)
        quote, episode = await self._quote(interaction, shown)
        words = interaction.client.words(interaction)
        files = await reply.patiently(interaction, _picture(quote, episode, words), private=False)
        card = picture_card(quote, episode, showing, words)
        await reply.send(interaction, card, private=False, files=files)

    async def _quote(self, interaction: Interaction, shown: Shown) -> tuple[Quote, EpisodeFacts]:
        if not isinstance(shown.what, Span):
            raise UnreadableIdError(str(shown))
        place = place_of(interaction)
        quote = await self._desk.recall_quote(place, shown.key, shown.what)
        return quote, (await self._desk.by_key(place, shown.key)).facts


async def _picture(quote: Quote, episode: EpisodeFacts, words: Words) -> list[discord.File]:
    """Draw off the event loop. Raises NoFontError."""
    png = await asyncio.to_thread(quote_picture, quote, episode, words)
    return [discord.File(BytesIO(png), PICTURE, description=alt_text(quote, episode, words))]
