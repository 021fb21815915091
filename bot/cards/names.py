"""Misheard names: those that are corrected here, and those that members have proposed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from discord.ui import Item

from bot.cards.fit import how_many, short
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.ui import LayoutView
from bot.words import Words
from store.database import KeptName

NAME, TITLE, QUOTED = 80, 100, 160
# A proposal takes four components and some 400 characters.
MOST = 7


@dataclass(frozen=True, slots=True)
class Proposed:
    """A name that waits to be decided: how often it is heard, and one such place; None where that can't be told."""

    name: KeptName
    episode: str
    count: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Names that wait to be decided, each with its `buttons`, and how many `more` do.

    `done` says what was decided just now; `further` are the buttons under all names.
    """

    names: Sequence[Proposed]
    more: int
    buttons: Callable[[KeptName], Sequence[Item[Any]]]
    further: Sequence[Item[Any]] = ()
    done: str = ""


def names_card(names: Sequence[KeptName], titles: Mapping[str, str], words: Words) -> LayoutView:
    """List what is corrected in a server, an episode after the other; `titles` are by ID."""
    card = Card(PLAIN)
    card.text(f"## {words.say('Corrected names')}")
    if not names:
        card.text(words.say("None yet beside those in the show notes. `/admin names add` corrects one."))
        return card.view()
    by_episode: dict[str, list[KeptName]] = {}
    for name in names:
        by_episode.setdefault(name.episode, []).append(name)
    lines = []
    for episode, its in by_episode.items():
        lines += [f"**{short(titles.get(episode, episode), TITLE)}**", *(_listed(name, words) for name in its)]
    shown = lines[: how_many(lines, card.room - NAME, between=1)]
    more = len(lines) - len(shown)
    card.text(
        *shown, small(words.count("{n} more line did not fit", "{n} more lines did not fit", more)) if more else ""
    )
    return card.view()


def proposals_card(page: Page, words: Words) -> LayoutView:
    """Show names that wait to be decided."""
    card = Card(PLAIN)
    card.text(page.done)
    card.text(f"## {words.say('Proposed names')}")
    if not page.names:
        card.text(words.say("None waits to be decided."))
    for one in page.names:
        card.text(_proposed(one, words), small(_where(one, words)))
        card.row(*page.buttons(one.name))
    card.row(*page.further)
    if page.more:
        card.text(small(words.count("{n} more waits", "{n} more wait", page.more)))
    return card.view()


def _listed(name: KeptName, words: Words) -> str:
    who = f" · <@{name.proposed_by}>" if name.proposed_by else ""
    pair = words.say("“{heard}” → “{meant}”", heard=short(name.heard, NAME), meant=short(name.meant, NAME))
    return f"- {pair}{who}"


def _proposed(one: Proposed, words: Words) -> str:
    heard, meant = short(one.name.heard, NAME), short(one.name.meant, NAME)
    return words.say("Heard **{heard}**, meant **{meant}**", heard=heard, meant=meant)


def _where(one: Proposed, words: Words) -> str:
    parts = [
        short(one.episode, TITLE),
        "" if one.count is None else words.count("at {n} place", "at {n} places", one.count),
        words.say("proposed by {who}", who=f"<@{one.name.proposed_by}>") if one.name.proposed_by else "",
        words.say("“{words}”", words=short(one.place, QUOTED)) if one.place else "",
    ]
    return " · ".join(part for part in parts if part)
