"""Direct messages, and messages that mention the bot by name: each is a question."""

import re
import time
from typing import TYPE_CHECKING, Literal

import discord
from discord.ext import commands

from bot import cards, reply
from bot.pictures import pictures
from bot.place import place_of
from bot.ui import LayoutView
from store.conversation.conversation import Meant, Said
from store.conversation.exchange import Exchange
from store.errors import EpisodeGoneError, EpisodeUnclearError
from store.question import AskHelp, HelpAnswer, Question

if TYPE_CHECKING:
    from bot.client import OnTheRecord

_PEOPLES = frozenset({discord.MessageType.default, discord.MessageType.reply})


class Messages(commands.Cog):
    """Answers messages."""

    def __init__(self, bot: "OnTheRecord") -> None:
        """Answer what is meant for this bot."""
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer as what a message means."""
        received, surface = time.monotonic(), self._surface(message)
        if surface is None:
            return
        place, text = place_of(message), self._mention.sub("", message.content).strip()
        first = surface == "dm" and await self._is_first(message)
        meant = await self._meant(message, text)
        question = Question(
            meant.request,
            id=message.id,
            place=place,
            surface=surface,
            episode=meant.episode,
            asked_at=message.created_at,
            received=received,
            typed=text,
        )
        words = self._bot.words(message)
        try:
            found = await self._bot.desk.answer(question)
        except EpisodeUnclearError as error:
            await self._reply(message, await self._bot.hearing.which(place, question.id, error, words))
            return
        async with reply.delivering(self._bot.desk, question.id):
            card = cards.show(found, words, _showing(question, message))
            files = await pictures(found, words)
            if first and not isinstance(found, HelpAnswer):
                card = cards.greeted(card, found, words)
            await self._reply(message, card, files)

    async def _meant(self, message: discord.Message, text: str) -> Meant:
        """Read a message; what has no text is a mere mention, or a picture or a sticker."""
        if not text:
            pictured = bool(message.attachments or message.stickers) or message.guild is None
            return Meant(AskHelp("wordless" if pictured else "use"))
        # Whoever asks in a channel asks in front of everyone: one passage is enough there.
        in_public = message.guild is not None
        about, near = await self._discussed(message)
        said = Said(
            text,
            place_of(message),
            message.created_at,
            limit=1 if in_public else self._bot.settings.answers.quotes,
            brief=in_public,
            about=about,
            near=near,
        )
        return await self._bot.conversation.read(said)

    async def _discussed(self, message: discord.Message) -> tuple[Exchange | None, tuple[int, int] | None]:
        """Return the passage that a thread was opened about, and the lines of its chapter; nothing anywhere else."""
        thread = isinstance(message.channel, discord.Thread)
        opened = await self._bot.discussions.of(message.channel.id) if thread else None
        if opened is None:
            return None, None
        place = place_of(message)
        try:
            episode = await self._bot.desk.by_key(place, opened.key)
            quote = await self._bot.desk.recall_quote(place, opened.key, opened.span)
        except EpisodeGoneError:
            return None, None
        chapter = episode.chapter_span_at(opened.span.start)
        return Exchange(shown=(quote.lines,), episode=episode.id), episode.spoken.lines_of(chapter)

    async def _is_first(self, message: discord.Message) -> bool:
        """Tell whether somebody writes to the bot for the first time, as far as anything is kept of them."""
        place, recollection = place_of(message), self._bot.recollection
        return not await recollection.has_met(place) and await recollection.keeps(message.author.id)

    async def _reply(self, message: discord.Message, card: LayoutView, files: list[discord.File] | None = None) -> None:
        await reply.to_message(self._bot, message, card, files or ())

    def _surface(self, message: discord.Message) -> Literal["dm", "mention"] | None:
        """Tell how a message asks; None where it is not for the bot, or not a person's."""
        if message.author.bot or message.webhook_id is not None or message.type not in _PEOPLES:
            return None
        if message.guild is None:
            return "dm"
        return "mention" if self._mention.search(message.content) else None

    @property
    def _mention(self) -> re.Pattern[str]:
        """The bot by name, as Discord writes it; a reply that pings does not hold it."""
        return re.compile(rf"<@!?{self._bot.user.id if self._bot.user else 0}>")


def _showing(question: Question, message: discord.Message) -> cards.Showing:
    """Tell how an answer to a message is shown: in a server before everyone, and who asked may take it back."""
    owner = message.author.id if message.guild else None
    return cards.Showing(private=False, question=question.id, owner=owner, published="replied", brief=owner is not None)
