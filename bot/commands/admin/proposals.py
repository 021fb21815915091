"""The list of names that members have proposed, with the buttons that decide on each."""

from collections.abc import Sequence
from typing import Any

import discord

from bot import reply
from bot.cards.changes import say_change
from bot.cards.names import MOST, Page, Proposed, proposals_card
from bot.commands.admin.undo import UndoButton
from bot.guarded import NumberButton
from bot.place import place_of
from bot.ui import Interaction, LayoutView
from store.database import Audited, KeptName
from store.database.names import State
from store.errors import StoreError
from store.names import occurrences
from store.question import Span

# Characters of the transcript that are shown around a name.
AROUND = 60


async def proposals(interaction: Interaction, after: int = 0, done: Audited | None = None) -> LayoutView:
    """Return a page of what waits to be decided: what was proposed after the name of this number."""
    words, client = interaction.client.words(interaction), interaction.client
    waiting = await client.names.listed(interaction.guild_id or 0, "proposed")
    # The last page may have been decided away.
    following = [name for name in waiting if name.id > after] or list(waiting)
    page, more = following[:MOST], len(following) - MOST

    def buttons(name: KeptName) -> Sequence[discord.ui.Item[Any]]:
        return AcceptButton(name.id, words.say("Accept")), DeclineButton(name.id, words.say("Decline"))

    further: list[discord.ui.Item[Any]] = [UndoButton(done.id, words.say("Undo"))] if done else []
    if more > 0:
        further.append(FurtherButton(page[-1].id, words.say("Further")))
    shown = [await _proposed(interaction, name) for name in page]
    said = say_change(done.change, words) if done else ""
    return proposals_card(Page(shown, max(0, more), buttons, further, said), words)


class AcceptButton(NumberButton, does="name:accept", carries=".+"):
    """Accepts what was proposed."""

    style = discord.ButtonStyle.primary

    async def pressed(self, interaction: Interaction) -> None:
        """Correct the name from now on."""
        await _decide(interaction, self.carried, "accepted")


class DeclineButton(NumberButton, does="name:decline", carries=".+"):
    """Declines what was proposed."""

    async def pressed(self, interaction: Interaction) -> None:
        """Leave the name as it was heard."""
        await _decide(interaction, self.carried, "declined")


class FurtherButton(NumberButton, does="name:after", carries=".+"):
    """Shows what was proposed after the last one of a page."""

    async def pressed(self, interaction: Interaction) -> None:
        """Turn the page."""
        await reply.replace(interaction, await proposals(interaction, self.carried))


async def _decide(interaction: Interaction, name_id: int, state: State) -> None:
    assert interaction.guild_id is not None
    client = interaction.client
    done = await client.names.decide(interaction.guild_id, name_id, state, by=interaction.user.id)
    client.desk.shelves.forget(interaction.guild_id)
    await reply.replace(interaction, await proposals(interaction, name_id, done))


async def _proposed(interaction: Interaction, name: KeptName) -> Proposed:
    """Return a name with how often it is heard, and where first; without that where its episode is gone."""
    try:
        episode = await interaction.client.desk.episode(place_of(interaction), name.episode)
    except StoreError:
        return Proposed(name, name.episode)
    places = list(occurrences(name.heard, episode.spoken))
    title = episode.facts.title or episode.id
    return Proposed(name, title, len(places), _around(episode.text, places[0]) if places else "")


def _around(text: str, place: Span) -> str:
    start, end = max(0, place.start - AROUND), place.end + AROUND
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
