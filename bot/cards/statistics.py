"""What was asked in a server, in numbers and a picture."""

from bot.cards.fit import short
from bot.cards.layout import PLAIN, Card
from bot.cards.log import outcome_label
from bot.cards.quotation import small
from bot.ui import LayoutView
from bot.words import Words
from store.server.statistics import Latency, Statistics

PICTURE = "questions.png"
# Questions that are asked most, and characters of each.
MOST, TEXT = 5, 100


def statistics_card(numbers: Statistics, alt_text: str, words: Words) -> LayoutView:
    """Show the numbers. The message carries the picture as a file called PICTURE, unless nothing was asked."""
    card = Card(PLAIN)
    card.text(f"### {words.say('Questions in this server')}", small(_span(numbers, words)))
    if not numbers.total:
        card.text(words.say("Nothing was asked."))
        return card.view()
    card.picture(PICTURE, alt_text)
    card.text(*_numbers(numbers, words))
    asked = [f"{_times(group.count, words)}: {short(group.text, TEXT)}" for group in numbers.asked[:MOST]]
    card.text(f"**{words.say('Asked most')}**" if asked else "", *asked)
    return card.view()


def _span(numbers: Statistics, words: Words) -> str:
    days = words.count("last {n} day, by UTC", "last {n} days, by UTC", numbers.days)
    total = words.count("{n} question", "{n} questions", numbers.total)
    people = words.count("{n} person", "{n} people", numbers.askers)
    known = words.say("asked by {people}, as far as is kept", people=people) if numbers.askers else ""
    return " · ".join(part for part in (days, total, known) if part)


def _numbers(numbers: Statistics, words: Words) -> list[str]:
    outcomes = words.join(
        [
            words.say("{what} {n}", what=outcome_label(name, words), n=words.number(count))
            for name, count in numbers.by_outcome.items()
        ]
    )
    kinds = words.join([f"`/{name}` {words.number(count)}" for name, count in numbers.by_command.items()])
    return [
        f"**{words.say('What became of them')}** {outcomes}",
        f"**{words.say('Kinds')}** {kinds}",
        f"**{words.say('How long answers took')}** {_latency(numbers.latency, words)}" if numbers.latency else "",
    ]


def _latency(latency: Latency, words: Words) -> str:
    return words.say(
        "half of them at most {median} ms, nine in ten at most {ninth} ms, the slowest {slowest} ms",
        median=words.number(round(latency.median)),
        ninth=words.number(round(latency.ninth)),
        slowest=words.number(round(latency.slowest)),
    )


def _times(n: int, words: Words) -> str:
    return words.count("{n} time", "{n} times", n)
