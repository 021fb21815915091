"""A server's own episodes: what was found in a file before it is kept, and the list of what there is."""

from collections.abc import Sequence
from typing import Any

from discord.ui import Item

from bot.cards.episode import extent_of, facts_of
from bot.cards.fit import how_many, short
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.cards.source import title
from bot.ui import LayoutView
from bot.words import Words
from store.errors import Problem
from store.moderation.uploads import Found
from store.question import EpisodeFacts
from store.server.own import OwnEpisode

MEGABYTE, KILOBYTE = 1_000_000, 1_000
# Configured episodes that a list names, and problems that are told of a file, each with at most so many characters.
MOST_CONFIGURED, MOST_PROBLEMS, MESSAGE, NAME = 10, 12, 220, 100


def found_card(found: Found, words: Words, buttons: Sequence[Item[Any]]) -> LayoutView:
    """Show what was found in a file and what is wrong with it; `buttons` decide what becomes of it."""
    card = Card(PLAIN)
    if found.facts is None:
        card.text(
            f"### {words.say('These show notes don’t fit')}",
            words.say("Nothing was kept. Mend them, or add the transcript without them."),
        )
    else:
        _add_facts(card, found, found.facts, words)
    _add_problems(card, found.report.problems, words)
    card.row(*buttons)
    return card.view()


def list_card(
    configured: Sequence[EpisodeFacts],
    own: Sequence[tuple[OwnEpisode, EpisodeFacts | None]],
    in_use: str,
    words: Words,
) -> LayoutView:
    """List the episodes that a server sees; `in_use` is the ID of the one that is meant when none is named."""
    card = Card(PLAIN)
    card.text(f"## {words.say('Episodes in this server')}")
    card.text(f"**{words.say('Its own')}**", *_own_lines(own, in_use, words, card.room // 2))
    card.rule()
    shown = sorted(configured, key=lambda facts: facts.id != in_use)[:MOST_CONFIGURED]
    lines = [_entry(facts, facts.id, in_use, words) for facts in shown]
    more = len(configured) - len(shown)
    card.text(f"**{words.say('For all servers')}**", *lines, words.count("{n} more", "{n} more", more) if more else "")
    return card.closed(small(words.say("Next: `/admin episode add`, `use` or `remove`")))


def file_size(size: int, words: Words) -> str:
    """Write how large a file of so many bytes is."""
    if size >= MEGABYTE:
        return words.say("{n} MB", n=words.number(round(size / MEGABYTE, 1)))
    return words.say("{n} kB", n=words.number(max(1, round(size / KILOBYTE))))


def _add_facts(card: Card, found: Found, facts: EpisodeFacts, words: Words) -> None:
    card.text(f"## {title(facts)}", *facts_of(facts, words), small(extent_of(facts, words)))
    size = file_size(len(found.manuscript.transcript), words)
    parts = [words.say("Read as {format}", format=short(found.report.format, NAME)), size, _times(found, words)]
    read_as = " · ".join(part for part in parts if part)
    called = words.say("It will be called `{id}` here, and be for this server alone.", id=facts.id.replace("`", "'"))
    card.text(read_as, called)


def _times(found: Found, words: Words) -> str:
    """Say whether lines have their times; where something is wrong with them, that is among the problems."""
    match found.report.times:
        case "exact":
            return words.say("with times")
        case "estimated":
            return words.say("without times: they are estimated")
        case _:
            return ""


def _add_problems(card: Card, problems: Sequence[Problem], words: Words) -> None:
    if not problems:
        card.text(words.say("Nothing is wrong with it."))
        return
    card.rule()
    errors_first = sorted(problems, key=lambda problem: problem.severity)
    shown = [_problem(problem, words) for problem in errors_first[:MOST_PROBLEMS]]
    shown = shown[: how_many(shown, card.room - NAME, between=1)]
    more = len(problems) - len(shown)
    card.text(*shown, small(words.count("{n} more", "{n} more", more)) if more else "")


def _problem(problem: Problem, words: Words) -> str:
    """Say what is wrong as the readers say it, in English: it is for whoever has to mend the file."""
    place = words.say("line {line}", line=problem.line) if problem.line else ""
    where = " · ".join(part for part in (short(problem.file.name, NAME), place, short(problem.key or "", NAME)) if part)
    mark = words.say("Wrong") if problem.severity == "error" else words.say("Mind")
    return f"- **{mark}** · {where}: {short(problem.message, MESSAGE)}"


def _own_lines(
    own: Sequence[tuple[OwnEpisode, EpisodeFacts | None]], in_use: str, words: Words, room: int
) -> list[str]:
    if not own:
        return [words.say("None yet.")]
    lines = [_own_entry(one, facts, in_use, words) for one, facts in own]
    shown = lines[: how_many(lines, room, between=1)]
    more = len(lines) - len(shown)
    return [*shown, words.count("{n} more", "{n} more", more)] if more else shown


def _own_entry(own: OwnEpisode, facts: EpisodeFacts | None, in_use: str, words: Words) -> str:
    entry = _entry(facts, own.id, in_use, words)
    when = f"<t:{int(own.added_at.timestamp())}:d>"
    by = words.say("added by {who}", who=f"<@{own.added_by}>") if own.added_by else words.say("added")
    broken = "" if facts else words.say("can’t be read by this version of me")
    about = " · ".join(part for part in (file_size(own.size, words), f"{by} {when}", broken) if part)
    return f"{entry}\n{small(about)}"


def _entry(facts: EpisodeFacts | None, episode_id: str, in_use: str, words: Words) -> str:
    called = f"`{episode_id.replace('`', chr(39))}`"
    name = title(facts) if facts else ""
    used = f"**{words.say('in use')}**" if episode_id == in_use else ""
    return "- " + " · ".join(part for part in (name, called, used) if part)
