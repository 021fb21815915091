"""How often something is said, by whom and when: a picture, the same in words, and menus that open every place."""

from dataclasses import replace

from bot.buttons import MAX_OPTIONS
from bot.cards.corrections import corrections
from bot.cards.fit import how_many, short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.moment import estimates, moment_or_lines
from bot.cards.passages_menu import passages_menu
from bot.cards.quotation import small
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import named, source, spoken_source
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import Mention, MentionsAnswer, Quote

NAME = 80
MENUS = 5
SPEAKERS = 10
PICTURE = "mentions.png"


def mentions_card(answer: MentionsAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show how often something is said. The message carries the picture as a file called PICTURE."""
    card = Card() if answer.found else Card(PLAIN)
    card.text(small(occasion(showing, words)), f"### {_title(answer, words)}", _by_speaker(answer, words))
    card.text(small(_besides(answer, words)))
    quotes = [mention.quote for mention in answer.mentions]
    if answer.found:
        card.picture(PICTURE, picture_text(answer, words))
    for first in range(0, min(len(quotes), MENUS * MAX_OPTIONS), MAX_OPTIONS):
        some = quotes[first : first + MAX_OPTIONS]
        card.row(passages_menu(answer.episode.key, some, _menu_title(answer, first, len(some), words), words, first))
    if left := len(quotes) - MENUS * MAX_OPTIONS:
        card.text(small(words.count("{n} more place", "{n} more places", left)) if left > 0 else "")
    card.row(sharing(Shown.by(answer) if answer.found else None, showing, words))
    card.rule()
    if answer.found:
        card.text(small(corrections(_of_the_name(answer), words)))
        card.text(source(answer.episode, words, corrected=_corrected(answer), estimates=estimates(quotes, words)))
    else:
        card.text(small(named(answer.episode, words)))
    return card.view()


def mentions_plain(answer: MentionsAnswer, words: Words) -> str:
    """Say the same for reading aloud."""
    lead = [f"{_title(answer, words)}.", _by_speaker(answer, words), _besides(answer, words)]
    lead = [line for line in lead if line]
    if not answer.found:
        return "\n".join([*lead, f"{named(answer.episode, words)}."])
    tail = spoken_source(answer.episode, words, corrected=_corrected(answer))
    places = [_place(mention, words) for mention in answer.mentions]
    room = MESSAGE_CONTENT - sum(len(line) + 1 for line in [*lead, tail]) - len(words.say("Said {places}.", places=""))
    kept = places[: how_many(places, room - NAME, between=2)]
    if more := len(places) - len(kept):
        kept.append(words.count("{n} more place", "{n} more places", more))
    return "\n".join([*lead, words.say("Said {places}.", places=words.join(kept)), tail])


def picture_text(answer: MentionsAnswer, words: Words) -> str:
    """Return what the picture shows, for who does not see it."""
    first, last = (moment_or_lines(answer.mentions[at].quote, words) for at in (0, -1))
    return words.say(
        "Timeline of the episode: {counts}; first at {first}, last at {last}.",
        counts=_by_speaker(answer, words).rstrip("."),
        first=first,
        last=last,
    )


def _title(answer: MentionsAnswer, words: Words) -> str:
    name, speaker = short(answer.name, NAME), short(answer.request.speaker or "", NAME)
    if speaker and not answer.found:
        return words.say("{speaker} never says “{name}” in this episode", speaker=speaker, name=name)
    if speaker:
        return words.count(
            "{speaker} says “{name}” once",
            "{speaker} says “{name}” {n} times",
            answer.count,
            speaker=speaker,
            name=name,
        )
    if not answer.found:
        return words.say("“{name}” is never said in this episode", name=name)
    return words.count("“{name}” is said once", "“{name}” is said {n} times", answer.count, name=name)


def _by_speaker(answer: MentionsAnswer, words: Words) -> str:
    counts = [
        words.say("{speaker} {n}", speaker=short(name, NAME) or words.say("Speaker unknown"), n=words.number(count))
        for name, count in answer.by_speaker[:SPEAKERS]
    ]
    if (more := len(answer.by_speaker) - SPEAKERS) > 0:
        counts.append(words.count("{n} more", "{n} more", more))
    return words.join(counts)


def _besides(answer: MentionsAnswer, words: Words) -> str:
    """Say how often all say it, and how often its singular or plural is said, which is not counted."""
    total = answer.count + answer.by_others
    forms = [
        words.count("“{name}”, counted apart, once", "“{name}”, counted apart, {n} times", n, name=short(form, NAME))
        for form, n in answer.forms
    ]
    said = words.count("In all it is said once", "In all it is said {n} times", total) if answer.by_others else ""
    return " · ".join(part for part in (said, words.join(forms) if forms else "") if part)


def _menu_title(answer: MentionsAnswer, first: int, some: int, words: Words) -> str:
    if len(answer.mentions) <= MAX_OPTIONS:
        return words.count("Open the sentence", "Open one of {n} sentences", len(answer.mentions))
    return words.say("Open a sentence: {first} to {last}", first=first + 1, last=first + some)


def _place(mention: Mention, words: Words) -> str:
    when = moment_or_lines(mention.quote, words)
    return when if mention.occurrences == 1 else words.say("{when} ({n} times)", when=when, n=mention.occurrences)


def _of_the_name(answer: MentionsAnswer) -> list[Quote]:
    """Return the quotes with no other corrections than those of what was counted."""
    wanted = answer.name.casefold()
    return [
        replace(quote, corrections=tuple(one for one in quote.corrections if wanted in one.meant.casefold()))
        for quote in (mention.quote for mention in answer.mentions)
    ]


def _corrected(answer: MentionsAnswer) -> bool:
    return any(quote.corrections for quote in _of_the_name(answer))
