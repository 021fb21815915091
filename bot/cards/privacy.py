"""What is kept of people: the policy, what was erased and what stays."""

from dataclasses import dataclass
from datetime import datetime

import discord

from bot.cards.fit import short
from bot.cards.layout import PLAIN, Card
from bot.cards.links import is_safe
from bot.cards.quotation import small
from bot.ui import LayoutView
from bot.words import Words
from store.server.privacy import Erased, Kept, Staying

# Blocks that are told one by one, and characters of a reason.
MOST_BLOCKS, REASON = 10, 200


@dataclass(frozen=True, slots=True)
class Terms:
    """For how many days what is kept: questions here, and in direct messages; changes; a server that was left.

    `here` is None outside servers; `policy` is where the whole policy stands.
    """

    here: int | None
    direct: int
    audit: int
    departed: int
    policy: str | None = None


def policy_card(terms: Terms, words: Words) -> LayoutView:
    """Show what is kept, why, for how long, and who sees it."""
    card = Card(PLAIN)
    card.text(f"## {words.say('What I keep of you')}")
    for title, lines in _sections(terms, words):
        card.text(f"**{title}**", *lines)
    if is_safe(terms.policy):
        label = words.say("The whole policy")
        card.row(discord.ui.Button(style=discord.ButtonStyle.link, label=label, url=terms.policy))
    return card.view()


def _sections(terms: Terms, words: Words) -> list[tuple[str, list[str]]]:
    return [
        (words.say("What"), [_what(words)]),
        (words.say("Why"), [_why(words)]),
        (words.say("How long"), _how_long(terms, words)),
        (words.say("Who sees it"), [_who(words)]),
        (words.say("What you can do"), [_can_do(words)]),
    ]


def _what(words: Words) -> str:
    return words.say(
        "Each question: its words, that you asked it, where and when, and which lines answered it. "
        "What you choose (plain text, opting out), and the names that you propose. "
        "If you moderate, what you change. If you are blocked, that you are, and why."
    )


def _why(words: Words) -> str:
    return words.say(
        "To go on from your last question, to show a server’s moderators what is asked and what I could not answer, "
        "to stop misuse and to find faults. Nothing is sold or passed on."
    )


def _how_long(terms: Terms, words: Words) -> list[str]:
    asked_here = words.count(
        "What is asked in this server loses its words and who asked after {n} day; only counts stay.",
        "What is asked in this server loses its words and who asked after {n} days; only counts stay.",
        terms.here or 0,
    )
    asked_elsewhere = words.say(
        "What is asked in direct messages does after {direct} days, in a server after those that its moderators set.",
        direct=words.number(terms.direct),
    )
    rest = words.say(
        "What moderators change is kept for {audit} days; a server’s data for {departed} days after I have left it.",
        audit=words.number(terms.audit),
        departed=words.number(terms.departed),
    )
    return [asked_here if terms.here else "", asked_elsewhere, rest]


def _who(words: Words) -> str:
    return words.say(
        "A server’s moderators see what is asked in their server; never what is asked in direct messages or in other "
        "servers. Who runs me sees all of it."
    )


def _can_do(words: Words) -> str:
    return words.say(
        "`/privacy export` gives you all of it, `/privacy delete` erases it, and after `/privacy optout` your "
        "questions are counted without their words and without you."
    )


def erased_card(erased: Erased, terms: Terms, words: Words) -> LayoutView:
    """Tell a person what was erased, and what stays and why."""
    card = Card(PLAIN)
    title = words.say("Erased") if erased.anything else words.say("There was nothing to erase")
    later = words.say(
        "Another program reads the database’s file, which still holds copies: they are overwritten once it is done."
    )
    card.text(f"### {title}", *_erased(erased, words), "" if erased.overwritten else later)
    if staying := _staying(erased.staying, terms, words):
        card.text(f"**{words.say('What stays, and why')}**", *staying)
    return card.view()


def forgotten_card(who: str, erased: Erased, words: Words) -> LayoutView:
    """Tell a moderator that a member, given as a mention, is forgotten here."""
    card = Card(PLAIN)
    if not erased.anything:
        card.text(words.say("Nothing was kept of {who} that could be erased here.", who=who))
        return card.view()
    questions = words.count("{n} question", "{n} questions", erased.questions)
    others = words.count("{n} other trace", "{n} other traces", erased.others)
    card.text(words.say("{who} is forgotten here: {what}.", who=who, what=words.join([questions, others])))
    if erased.staying.blocks:
        card.text(small(words.say("The block stays: `/admin member unblock` lifts it.")))
    return card.view()


def _erased(erased: Erased, words: Words) -> list[str]:
    return [
        words.count(
            "{n} question: its words and that you asked it. It stays counted, and leads to nobody.",
            "{n} questions: their words and that you asked them. They stay counted, and lead to nobody.",
            erased.questions,
        )
        if erased.questions
        else "",
        words.count("{n} other trace of you.", "{n} other traces of you.", erased.others) if erased.others else "",
    ]


def _staying(staying: Staying, terms: Terms, words: Words) -> list[str]:
    opted_out = words.say("That you have opted out: it goes on holding.") if staying.opted_out_at else ""
    blocks = words.count(
        "A block that is in force in {n} server: erasing lifts no block.",
        "Blocks that are in force in {n} servers: erasing lifts no block.",
        len(staying.blocks),
    )
    changes = words.count(
        "{n} change that you made as a moderator, for {days} days, so that others can see who made it.",
        "{n} changes that you made as a moderator, for {days} days, so that others can see who made them.",
        staying.changes,
        days=words.number(terms.audit),
    )
    lines = [opted_out, blocks if staying.blocks else "", changes if staying.changes else ""]
    return [f"- {line}" for line in lines if line]


def export_card(rows: int, filename: str, words: Words) -> LayoutView:
    """Give a person the file with all that names them."""
    card = Card(PLAIN)
    card.text(words.count("All that names you: {n} entry.", "All that names you: {n} entries.", rows))
    card.file(filename)
    return card.view()


def kept_card(who: str, kept: Kept, words: Words) -> LayoutView:
    """Show a moderator what is kept of a member in this server. `who` is the member's mention."""
    card = Card(PLAIN)
    card.text(f"### {words.say('What is kept of {who} in this server', who=who)}", *_kept(kept, words))
    for block in kept.staying.blocks[:MOST_BLOCKS]:
        until = words.say("until {when}", when=moment(block.until)) if block.until else words.say("for good")
        reason = words.say("reason: {reason}", reason=short(block.reason, REASON)) if block.reason else ""
        card.text(words.say("Blocked {until}", until=until), small(reason))
    return card.view()


def _kept(kept: Kept, words: Words) -> list[str]:
    if not kept.erasable and not kept.staying.changes:
        return [words.say("No question, and nothing else.")]
    asked = words.count("{n} question", "{n} questions", kept.questions)
    if kept.first_asked_at and kept.last_asked_at:
        first, last = moment(kept.first_asked_at), moment(kept.last_asked_at)
        asked = words.say("{questions}, from {first} to {last}", questions=asked, first=first, last=last)
    others = words.count(
        "{n} other trace: a name proposed, a setting made, or the like",
        "{n} other traces: names proposed, settings made, and the like",
        kept.others,
    )
    changes = words.count("{n} change as a moderator", "{n} changes as a moderator", kept.staying.changes)
    return [asked, others if kept.others else "", changes if kept.staying.changes else ""]


def moment(at: datetime) -> str:
    """Write an instant as Discord shows it to each in their own time."""
    return f"<t:{int(at.timestamp())}:f>"
