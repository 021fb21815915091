"""A server's log for its moderators: what was asked, and what was not found."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.cards.fit import how_many, short
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.log_files import Exported
from bot.log_page import LogPage
from bot.ui import LayoutView
from bot.words import Words
from store.database import LoggedQuery
from store.server.likeness import AskedAlike

# Questions on a page, and characters of each.
MOST, TEXT = 8, 150
Buttons = Sequence[discord.ui.Item[Any]]


def recent_card(page: Sequence[LoggedQuery], title: str, buttons: Buttons, words: Words) -> LayoutView:
    """Show a page of questions, the newest first. `title` says which of how many, and is escaped."""
    blocks = [f"{_head(query, words)}\n> {_text(query, words)}" for query in page]
    return _listed(words.say("What was asked"), title, blocks, buttons, words.say("Nothing was asked."))


def unanswered_card(page: Sequence[AskedAlike], title: str, buttons: Buttons, words: Words) -> LayoutView:
    """Show a page of what was not found, by likeness."""
    blocks = [_alike(group, words) for group in page]
    return _listed(
        words.say("What I could not answer"),
        title,
        blocks,
        buttons,
        words.say("Nothing was asked that I did not find."),
    )


def filtered(page: LogPage, count: int, words: Words) -> str:
    """Say which questions are shown, and how many there are."""
    what = (
        words.count("{n} question", "{n} questions", count)
        if page.what == "recent"
        else words.count("{n} matter", "{n} matters", count)
    )
    last = (page.page + 1) * MOST
    parts = [
        what,
        f"{page.page * MOST + 1}–{min(last, count)}" if count > MOST else "",
        words.count("last {n} day", "last {n} days", page.days) if page.days else "",
        f"<@{page.member}>" if page.member else "",
        f"/{page.command}" if page.command else "",
        outcome_label(page.outcome, words) if page.outcome else "",
    ]
    return " · ".join(part for part in parts if part)


def export_card(exported: Exported, words: Words) -> LayoutView:
    """Give the files, and say what is not in them."""
    card = Card(PLAIN)
    card.text(
        words.count("{n} question, the newest first.", "{n} questions, the newest first.", exported.questions),
        words.count(
            "{n} older one had no room. Who runs me has all of them, by `log export`.",
            "{n} older ones had no room. Who runs me has all of them, by `log export`.",
            exported.left_out,
        )
        if exported.left_out
        else "",
    )
    for name, _ in exported.files:
        card.file(name)
    return card.view()


def outcome_label(outcome: str, words: Words) -> str:
    """Say what became of a question."""
    return {
        "answered": words.say("answered"),
        "nothing_found": words.say("nothing found"),
        "refused": words.say("refused"),
        "failed": words.say("failed"),
    }[outcome]


def _listed(heading: str, title: str, blocks: Sequence[str], buttons: Buttons, nothing: str) -> LayoutView:
    card = Card(PLAIN)
    card.text(f"### {heading}", small(title))
    kept = how_many(blocks, card.room, between=1)
    card.text("\n".join(blocks[:kept]) or nothing)
    card.row(*buttons)
    return card.view()


def _head(query: LoggedQuery, words: Words) -> str:
    when = f"<t:{int(query.asked_at.timestamp())}:f>"
    who = f"<@{query.user_id}>" if query.user_id else words.say("somebody")
    where = f"<#{query.channel_id}>" if query.channel_id else ""
    parts = [when, f"`/{query.command}`", outcome_label(query.outcome, words), who, where]
    return " · ".join(part for part in parts if part)


def _text(query: LoggedQuery, words: Words) -> str:
    if query.text is None:
        return words.say("(its words are erased, or were not kept)")
    options = ", ".join(f"{name}: {value}" for name, value in (query.options or {}).items())
    asked = " · ".join(part for part in (query.text, options) if part)
    return short(asked, TEXT) or words.say("(without words)")


def _alike(group: AskedAlike, words: Words) -> str:
    last = words.say("last {when}", when=f"<t:{int(group.last_asked_at.timestamp())}:R>")
    times = words.count("{n} time", "{n} times", group.count)
    return f"**{short(group.text, TEXT)}**\n{small(f'{times} · {last}')}"
