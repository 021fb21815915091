"""Draws how many questions there were on each day, and how many of them were answered."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from bot.words import Words
from store.server.statistics import Statistics

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Inches and dots an inch: Discord shows a picture some 550 points wide.
WIDTH, HEIGHT, DPI = 8.0, 3.0, 150
INK, PAPER, QUIET = "#F2F3F5", "#2B2D31", "#949BA4"
ANSWERED, OTHERS = "#7FB2F0", "#E5B454"
# Days with a name under the axis.
TICKS = 7


def statistics_picture(numbers: Statistics, words: Words) -> bytes:
    """Return the picture as PNG. It takes some 0.2 s: not on the event loop."""
    # The object interface keeps no state between pictures, so that several can be drawn at once.
    from matplotlib.figure import Figure  # noqa: PLC0415 - takes longer to load than a question to answer
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor=PAPER, layout="tight")
    axes = figure.subplots()
    _bars(axes, numbers, words)
    axes.set_facecolor(PAPER)
    axes.tick_params(colors=QUIET, length=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(QUIET)
    png = BytesIO()
    figure.savefig(png, format="png")
    return png.getvalue()


def picture_text(numbers: Statistics, words: Words) -> str:
    """Return what the picture shows, for who does not see it."""
    (first, _), (last, _) = numbers.series[0], numbers.series[-1]
    day, most = max(numbers.series, key=lambda one: one[1])
    return words.say(
        "Questions a day from {first} to {last}: {total} in all, {answered} of them answered; most on {day}, {most}.",
        first=words.date(first),
        last=words.date(last),
        total=words.number(numbers.total),
        answered=words.number(numbers.by_outcome.get("answered", 0)),
        day=words.date(day),
        most=words.number(most),
    )


def _bars(axes: "Axes", numbers: Statistics, words: Words) -> None:
    """Stack what was not answered upon what was; it is hatched, for who does not tell the colours apart."""
    days = [day for day, _ in numbers.series]
    answered = [numbers.answered_by_day.get(day, 0) for day in days]
    others = [count - found for (_, count), found in zip(numbers.series, answered, strict=True)]
    places = range(len(days))
    axes.bar(places, answered, width=0.8, color=ANSWERED, label=words.say("answered"))
    axes.bar(
        places,
        others,
        width=0.8,
        bottom=answered,
        color=OTHERS,
        hatch="////",
        edgecolor=PAPER,
        linewidth=0,
        label=words.say("not answered"),
    )
    step = max(1, len(days) // TICKS)
    axes.set_xticks(list(places)[::step], [_day(day, words) for day in days[::step]])
    axes.legend(loc="upper left", frameon=False, labelcolor=INK, ncols=2)
    axes.set_ylim(0, max(1, *(count for _, count in numbers.series)) * 1.25)


def _day(day: date, words: Words) -> str:
    return words.short_date(day)
