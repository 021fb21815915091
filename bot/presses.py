"""What the buttons do. None of it is a question: nothing is recorded, and all of it comes from memory."""

import discord

from bot import cards, reply
from bot.explain import NotYourAnswerError
from bot.pictures import pictures
from bot.place import may_share, place_of
from bot.shown import Shown, UnreadableIdError
from bot.ui import Interaction
from store.desk import Desk
from store.question import Span

# Sentences on either side.
STEP = 2


class Presses:
    """Shows again, widens and shares what cards have shown."""

    def __init__(self, desk: Desk, context: int) -> None:
        """`context` is by how many sentences on either side a quote is widened at most."""
        self._desk = desk
        self._context = context

    async def share(self, interaction: Interaction, shown: Shown) -> None:
        """Post for all to see what this person's own private card shows."""
        if not _is_own(interaction) or not may_share(interaction):
            raise NotYourAnswerError
        name = interaction.user.display_name
        if isinstance(shown.what, Span):
            await reply.send(interaction, await self._passage(interaction, shown, shared_by=name), private=False)
            return
        words = interaction.client.words(interaction)
        found = await self._desk.recall(place_of(interaction), shown.key, shown.what)
        card = cards.show(found, words, shared_by=name, private=False)
        await reply.send(interaction, card, private=False, files=await pictures(found, words))

    async def widen(self, interaction: Interaction, shown: Shown, *, beside: bool) -> None:
        """Show a passage with more around it: in its place on the person's own card, else on a private one.

        `beside` leaves the person's own card as it is, too.
        """
        wider = await self._wider(interaction, shown)
        card = await self._passage(interaction, wider)
        if not beside and (_is_own(interaction) or interaction.context.dm_channel):
            reply.check(card)
            card.stop()
            await interaction.response.edit_message(view=card)
        else:
            await reply.send(interaction, card, private=not interaction.context.dm_channel)

    async def open(self, interaction: Interaction, shown: Shown) -> None:
        """Show a passage on a card of its own, so that what it was chosen from stays."""
        await reply.send(
            interaction, await self._passage(interaction, shown), private=not interaction.context.dm_channel
        )

    async def _wider(self, interaction: Interaction, shown: Shown) -> Shown:
        episode = await self._desk.by_key(place_of(interaction), shown.key)
        if not isinstance(shown.what, Span):
            raise UnreadableIdError(str(shown))
        context = min(shown.context + STEP, self._context)
        return Shown(shown.key, episode.context(shown.what, max(0, context - shown.context)), context)

    async def _passage(
        self, interaction: Interaction, shown: Shown, shared_by: str | None = None
    ) -> discord.ui.LayoutView:
        if not isinstance(shown.what, Span):
            raise UnreadableIdError(str(shown))
        place = place_of(interaction)
        quote = await self._desk.recall_quote(place, shown.key, shown.what)
        episode = await self._desk.by_key(place, shown.key)
        return cards.passage(
            quote,
            episode.facts,
            interaction.client.words(interaction),
            context=shown.context,
            widen=shown.context < self._context and episode.context(quote.span, STEP) != quote.span,
            shared_by=shared_by,
            private=shared_by is None and may_share(interaction),
        )


def _is_own(interaction: Interaction) -> bool:
    """Tell whether the card is one that only this person sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral
