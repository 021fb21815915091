"""The record of what moderators have changed, a page at a time."""

from collections.abc import Sequence

from bot.cards.changes import say_change
from bot.cards.fit import how_many
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.words import Words
from store.database import Audited


def audit_card(changes: Sequence[Audited], words: Words) -> tuple[Card, int]:
    """Begin a card with as many changes as it holds; return it and how many those are."""
    card = Card(PLAIN)
    card.text(f"## {words.say('Record of changes')}")
    if not changes:
        card.text(words.say("Nothing that fits is on this server’s record."))
    entries = [_entry(change, words) for change in changes]
    shown = how_many(entries, card.room, between=1)
    card.text(*entries[:shown])
    return card, shown


def _entry(audited: Audited, words: Words) -> str:
    change, when = audited.change, f"<t:{int(audited.at.timestamp())}:f>"
    who = f"<@{change.actor_id}>" if change.actor_id is not None else words.say("somebody who has been erased")
    return f"{say_change(change, words)}\n{small(f'{who} · {when} · {change.action}')}"
