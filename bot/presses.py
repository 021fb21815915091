"""What the buttons do. What shows again is no question and comes from memory; what searches again is one."""

from contextlib import suppress
from dataclasses import replace

from bot import cards, reply
from bot.buttons import How, RemoveButton
from bot.explain import NotYourAnswerError, NotYoursToRemoveError
from bot.moderation import may_moderate
from bot.pictures import pictures
from bot.place import may_share, place_of
from bot.shown import Claim, Match, Shown, UnreadableIdError
from bot.ui import Interaction, LayoutView
from store.desk import Desk
from store.errors import QuestionGoneError
from store.question import Answer, FindQuote, Quote, Span, Summarise

# Sentences on either side.
STEP = 2
# Characters: a passage that would be longer is not widened, so that what a card shows is never cut off.
LONGEST = 3_000


class Presses:
    """Shows again, widens, asks again, shares and removes what cards have shown."""

    def __init__(self, desk: Desk, context: int) -> None:
        """`context` is by how many sentences on either side a quote is widened at most."""
        self._desk = desk
        self._context = context

    async def share(self, interaction: Interaction, shown: Shown) -> None:
        """Post for all to see what this person's own private card shows."""
        showing = shared_by_presser(interaction)
        if isinstance(shown.what, Span):
            if shown.match:
                logged = await self._desk.logged(place_of(interaction), shown.match.question)
                showing = replace(showing, asked=logged.text or "", question=logged.id)
            await reply.send(interaction, await self._passage(interaction, shown, showing), private=False)
            return
        found = await self._found_again(interaction, shown)
        words = interaction.client.words(interaction)
        card = cards.show(found, words, showing)
        await reply.send(interaction, card, private=False, files=await pictures(found, words))

    async def widen(self, interaction: Interaction, shown: Shown, how: How) -> None:
        """Show a passage with more around it or less: in its place on the person's own card, else on a private one.

        `beside` leaves the person's own card as it is, too.
        """
        context = _narrower(shown.context) if how == "less" else min(shown.context + STEP, self._context)
        other = replace(shown, context=context)
        standing = None if how == "beside" else await self._standing(interaction, shown.match)
        card = await self._passage(interaction, other, standing or _a_copy(interaction, shown.match))
        if standing is None:
            await reply.send(interaction, card, private=_privately(interaction))
        else:
            await reply.replace(interaction, card)

    async def open(self, interaction: Interaction, shown: Shown) -> None:
        """Show a passage on a card of its own, so that what it was chosen from stays."""
        card = await self._passage(interaction, shown, _a_copy(interaction))
        await reply.send(interaction, card, private=_privately(interaction))

    async def match(self, interaction: Interaction, key: str, match: Match) -> None:
        """Ask a logged question again for another of its passages. That is a question."""
        request = FindQuote(limit=1, skip=match.rank - 1)
        question = reply.asked(interaction, request, surface="button", key=key, again=match.question)
        standing = await self._standing(interaction, match)
        private = None if standing else _privately(interaction)
        await reply.respond(interaction, question, standing or _a_copy(interaction), private=private)

    async def further(self, interaction: Interaction, shown: Shown, wanted: str) -> None:
        """Do what was chosen from a card's menu."""
        what, _, of = wanted.partition(":")
        if what == Summarise.verb and of:
            await self._summarise(interaction, shown, of)
            return
        await interaction.client.admit(interaction)
        if what == "keep":
            quote = await self._quote(interaction, shown)
            await interaction.client.keepsakes.show(interaction, Shown(shown.key, quote.span))
        elif what == "name":
            await interaction.client.misheard.ask(interaction, shown.key)
        else:
            raise UnreadableIdError(wanted)

    async def _summarise(self, interaction: Interaction, shown: Shown, of: str) -> None:
        """Sum up the chapter of a passage, or all of it. That is a question."""
        question = reply.asked(interaction, Summarise(of), surface="button", key=shown.key)
        await reply.respond(interaction, question, _a_copy(interaction), private=_privately(interaction))

    async def remove(self, interaction: Interaction, owner: int) -> None:
        """Take back what all can see."""
        if interaction.user.id != owner and not await _may_remove(interaction):
            raise NotYoursToRemoveError
        # The interaction's own way to its message needs no permission in the channel.
        await interaction.response.defer()
        await interaction.delete_original_response()

    async def _standing(self, interaction: Interaction, match: Match | None) -> cards.Showing | None:
        """Return how the card is shown, where this person may change it in its place; None for somebody else's."""
        if _is_own(interaction):
            return replace(_a_copy(interaction, match), private=may_share(interaction))
        if interaction.context.dm_channel:
            return _a_copy(interaction, match)
        remove = RemoveButton.on(interaction.message)
        if remove is None or remove.owner != interaction.user.id:
            return None
        shared = interaction.user.display_name if remove.published == "shared" else None
        showing = replace(_a_copy(interaction, match), private=False, shared_by=shared)
        showing = replace(showing, owner=remove.owner, published=remove.published)
        if match is None or remove.published == "replied":
            return showing
        with suppress(QuestionGoneError):
            logged = await self._desk.logged(place_of(interaction), match.question)
            showing = replace(showing, asked=logged.text or "")
        return showing

    async def _found_again(self, interaction: Interaction, shown: Shown) -> Answer:
        place = place_of(interaction)
        match shown.what:
            case Span():
                raise UnreadableIdError(str(shown))
            case Claim(question):
                return await self._desk.recall(place, shown.key, await self._desk.claim(place, question))
            case request:
                return await self._desk.recall(place, shown.key, request)

    async def _quote(self, interaction: Interaction, shown: Shown) -> Quote:
        """Return what a card shows, as wide as it shows it. Raises EpisodeGoneError."""
        place = place_of(interaction)
        await self._desk.recall_quote(place, shown.key, shown.span)
        episode = await self._desk.by_key(place, shown.key)
        return episode.quote(episode.context(shown.span, shown.context))

    async def _passage(self, interaction: Interaction, shown: Shown, showing: cards.Showing) -> LayoutView:
        quote = await self._quote(interaction, shown)
        episode = await self._desk.by_key(place_of(interaction), shown.key)
        wider = episode.context(shown.span, min(shown.context + STEP, self._context))
        may_widen = len(quote.span) < len(wider) <= LONGEST
        words = interaction.client.words(interaction)
        return cards.passage(quote, episode.facts, words, showing, shown=shown, wider=may_widen)


def shared_by_presser(interaction: Interaction) -> cards.Showing:
    """Return how a card is shown that this person shares from a private one. Raises NotYourAnswerError."""
    if not _is_own(interaction) or not may_share(interaction):
        raise NotYourAnswerError
    user = interaction.user
    return cards.Showing(private=False, shared_by=user.display_name, owner=user.id, published="shared")


def _a_copy(interaction: Interaction, match: Match | None = None) -> cards.Showing:
    """Return how a card is shown that is for this person alone."""
    return cards.Showing(private=may_share(interaction), question=match.question if match else None)


def _privately(interaction: Interaction) -> bool:
    """Tell whether a copy has to be private: there are others who might see it."""
    return not interaction.context.dm_channel


async def _may_remove(interaction: Interaction) -> bool:
    """Tell whether somebody may take back what others have brought before everyone."""
    deletes = interaction.guild_id is not None and interaction.permissions.manage_messages
    return deletes or await may_moderate(interaction)


def _narrower(context: int) -> int:
    return max(0, (context - 1) // STEP * STEP)


def _is_own(interaction: Interaction) -> bool:
    """Tell whether the card is one that only this person sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral
