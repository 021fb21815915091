"""A natural question put in Discord: read in the light of what was asked before, answered, shown."""

import time
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot import cards, reply
from bot.place import is_private, may_share, place_of
from bot.ui import Interaction, LayoutView, Modal
from bot.words import Words
from store.answering.responding import MAX_QUESTION
from store.conversation.conversation import Conversation, Said
from store.database import LoggedQuery
from store.desk import Desk
from store.errors import EpisodeUnclearError
from store.question import Place, Surface

# Characters of a modal's title, and of a field's label and placeholder.
# https://docs.discord.com/developers/components/reference
MAX_TITLE, MAX_PLACEHOLDER = 45, 100


@dataclass(frozen=True, slots=True)
class Put:
    """How a question was put: from where it goes on, of which episode, and whether it is answered in brief."""

    surface: Surface
    base: LoggedQuery | None = None
    episode: str | None = None
    brief: bool = False


class Hearing:
    """Answers questions that people put in their own words."""

    def __init__(self, desk: Desk, conversation: Conversation) -> None:
        """Questions are read by the conversation and answered by the desk."""
        self._desk = desk
        self._conversation = conversation

    async def answer(
        self, interaction: Interaction, text: str, *, episode: str | None = None, public: bool | None = None
    ) -> None:
        """Answer a question that a command takes."""
        private = is_private(interaction, public=public)
        showing = cards.Showing(private=private and may_share(interaction))
        if not private and interaction.guild_id is not None:
            showing = replace(showing, asked=text, owner=interaction.user.id)
        await self._hear(interaction, text, Put("slash", episode=episode), showing, private=private)
        await reply.note_privacy(interaction, public=public, private=private)

    async def ask_on(self, interaction: Interaction, question_id: int) -> None:
        """Ask what somebody wants to know next, where that from which it goes on is still on the record."""
        logged = await self._desk.logged(place_of(interaction), question_id)
        await interaction.response.send_modal(FollowUpModal(self, logged, interaction.client.words(interaction)))

    async def follow(self, interaction: Interaction, text: str, logged: LoggedQuery) -> None:
        """Answer what goes on from a logged question, to who asks it alone."""
        showing = cards.Showing(private=may_share(interaction))
        private = not interaction.context.dm_channel
        await self._hear(interaction, text, Put("button", base=logged), showing, private=private)

    async def decide(self, interaction: Interaction, question_id: int, key: str) -> None:
        """Answer a logged question, which may have been meant for several episodes, from the one of a key.

        That takes the place of what asked back, for who asked the question; others get an answer of their own.
        """
        place = place_of(interaction)
        logged = await self._desk.logged(place, question_id)
        episode = await self._desk.by_key(place, key)
        put = Put("button", episode=episode.id, brief=logged.surface == "mention")
        alone = interaction.context.dm_channel or _is_private(interaction.message)
        showing = cards.Showing(private=may_share(interaction))
        if not alone and logged.user_id == interaction.user.id:
            showing = cards.Showing(private=False, owner=interaction.user.id, published="replied")
        in_place = alone or logged.user_id == interaction.user.id
        await self._hear(interaction, logged.text or "", put, showing, private=None if in_place else True)

    async def _hear(
        self, interaction: Interaction, text: str, put: Put, showing: cards.Showing, *, private: bool | None
    ) -> None:
        received, place = time.monotonic(), place_of(interaction)
        said = Said(
            text,
            place,
            interaction.created_at,
            episode=put.episode,
            limit=1 if put.brief else interaction.client.settings.answers.quotes,
            brief=put.brief,
            base=put.base,
        )
        meant = await reply.patiently(interaction, self._conversation.read(said), private=private)
        question = reply.asked(interaction, meant.request, surface=put.surface, episode=meant.episode)
        question = replace(question, typed=text, received=received)
        try:
            await reply.respond(interaction, question, showing, private=private)
        except EpisodeUnclearError as error:
            card = await self.which(place, question.id, error, interaction.client.words(interaction))
            await reply.withdraw(interaction, card)

    async def which(self, place: Place, question_id: int, error: EpisodeUnclearError, words: Words) -> LayoutView:
        """Return a card that asks which of several episodes a logged question is meant for."""
        among = [facts for facts in await self._desk.episodes(place) if facts.id in error.among]
        return cards.which(question_id, among, words)


class FollowUpModal(Modal):
    """Takes a question that goes on from another."""

    def __init__(self, hearing: Hearing, logged: LoggedQuery, words: Words) -> None:
        """Go on from a `logged` question."""
        super().__init__(title=words.say("Ask about this")[:MAX_TITLE])
        self._hearing, self._logged = hearing, logged
        hint = words.say("more · who said that? · what came before? · and on …?")
        self.question: discord.ui.TextInput[Any] = discord.ui.TextInput(
            max_length=MAX_QUESTION, placeholder=hint[:MAX_PLACEHOLDER]
        )
        self.add_item(discord.ui.Label(text=words.say("Your question")[:MAX_TITLE], component=self.question))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer it."""
        await self._hearing.follow(interaction, self.question.value, self._logged)


def _is_private(message: discord.Message | None) -> bool:
    return message is not None and message.flags.ephemeral
