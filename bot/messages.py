"""Direct messages, and messages that mention the bot by name: each is a question."""

import re
import time
from typing import TYPE_CHECKING, Literal

import discord
from discord.ext import commands

from bot import cards, reply
from bot.commands.help import card_for
from bot.place import place_of
from store.question import FindQuote, Question

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
        """Find the quote that a message asks for; help where it asks for nothing."""
        surface = self._surface(message)
        if surface is None:
            return
        text = self._mention.sub("", message.content).strip()
        if not text:
            await self._help(message)
            return
        # Whoever asks in a channel asks in front of everyone: one passage is enough there.
        limit = self._bot.settings.answers.quotes if surface == "dm" else 1
        question = Question(
            FindQuote(text, limit=limit),
            id=message.id,
            place=place_of(message),
            surface=surface,
            asked_at=message.created_at,
            received=time.monotonic(),
        )
        found = await self._bot.desk.answer(question)
        async with reply.delivering(self._bot.desk, question.id):
            await self._reply(message, cards.show(found, self._bot.words(message), _showing(question, message)))

    async def _help(self, message: discord.Message) -> None:
        await self._bot.desk.admit(place_of(message), message.created_at, in_public=message.guild is not None)
        episode = await self._bot.desk.episode(place_of(message))
        await self._reply(message, card_for(episode, self._bot.words(message)))

    async def _reply(self, message: discord.Message, card: discord.ui.LayoutView) -> None:
        reply.check(card)
        card.stop()
        await message.reply(view=card, mention_author=False)

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
    return cards.Showing(private=False, question=question.id, owner=owner, published="replied")
