"""Draws when something was said: a row for each speaker, a mark for each time, the chapters behind."""

from io import BytesIO
from typing import TYPE_CHECKING

from bot.cards.fit import label
from bot.cards.moment import approximate
from bot.words import Words
from store.question import MentionsAnswer

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Inches and dots an inch: Discord shows a picture some 550 points wide.
WIDTH, HEIGHT_A_ROW, HEIGHT_AROUND, DPI = 8.0, 0.55, 0.9, 150
# Seconds between two marks of the axis: round ones, so that there are not too many.
STEPS, TICKS = (15, 60, 300, 600, 900, 1800, 3600), 8
# Characters of a name, and how many speakers have a row: those whom the words above the picture name.
NAME, ROWS = 32, 10
INK, PAPER, QUIET, BAND = "#F2F3F5", "#2B2D31", "#949BA4", "#35373C"
MARKS = ("#E5B454", "#7FB2F0", "#8FCB9B", "#D99AC5")


def timeline(answer: MentionsAnswer, words: Words) -> bytes:
    """Return the picture as PNG. It takes some 0.2 s: not on the event loop.

    Where no times are known, the axis counts lines of the transcript instead of seconds.
    """
    # Loaded here, where it draws: it takes longer to load than a question to answer. The object interface keeps
    # no state between pictures, so that several can be drawn at once.
    from matplotlib.figure import Figure  # noqa: PLC0415

    rows = [name for name, _ in answer.by_speaker[:ROWS]]
    figure = Figure(figsize=(WIDTH, HEIGHT_AROUND + HEIGHT_A_ROW * len(rows)), dpi=DPI, facecolor=PAPER, layout="tight")
    axes = figure.subplots()
    _chapters(axes, answer)
    for at, name in enumerate(rows):
        places = [_place(answer, number) for number, m in enumerate(answer.mentions) if (m.quote.speaker or "") == name]
        axes.eventplot(places, lineoffsets=at, linelengths=0.6, linewidths=2, colors=MARKS[at % len(MARKS)])
    _labels(axes, answer, rows, words)
    png = BytesIO()
    figure.savefig(png, format="png")
    return png.getvalue()


def _timed(answer: MentionsAnswer) -> bool:
    return answer.episode.duration is not None and all(m.quote.start is not None for m in answer.mentions)


def _place(answer: MentionsAnswer, number: int) -> float:
    quote = answer.mentions[number].quote
    return quote.start if _timed(answer) and quote.start is not None else float(quote.lines[0])


def _moment(answer: MentionsAnswer, seconds: float, words: Words) -> str:
    estimated = any(mention.quote.estimated for mention in answer.mentions)
    return approximate(seconds, words) if estimated else words.clock(seconds)


def _chapters(axes: "Axes", answer: MentionsAnswer) -> None:
    """Shade every other chapter."""
    starts = [c.start if _timed(answer) else float(c.lines[0]) for c in answer.episode.chapters]
    edges = [start for start in starts if start is not None]
    for first, last in zip(edges[::2], [*edges[1::2], _end(answer)], strict=False):
        axes.axvspan(first, last, color=BAND, linewidth=0)


def _end(answer: MentionsAnswer) -> float:
    if _timed(answer):
        return max(1.0, answer.episode.duration or 0.0, *(m.quote.start or 0.0 for m in answer.mentions))
    return float(
        max([mention.quote.lines[1] for mention in answer.mentions] + [c.lines[1] for c in answer.episode.chapters])
    )


def _labels(axes: "Axes", answer: MentionsAnswer, rows: list[str], words: Words) -> None:
    counts = dict(answer.by_speaker)
    names = [f"{_drawable(name) or words.say('Speaker unknown')} ({words.number(counts[name])})" for name in rows]
    axes.set_yticks(range(len(rows)), names, color=INK, parse_math=False)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, _end(answer))
    axes.set_facecolor(PAPER)
    axes.tick_params(colors=QUIET, length=0)
    for tick in axes.get_yticklabels():
        tick.set_color(INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    if _timed(answer):
        from matplotlib.ticker import MultipleLocator  # noqa: PLC0415

        step = next((seconds for seconds in STEPS if _end(answer) / seconds <= TICKS), STEPS[-1])
        axes.xaxis.set_major_locator(MultipleLocator(step))
        axes.xaxis.set_major_formatter(lambda seconds, _: _moment(answer, max(0.0, seconds), words))
    else:
        axes.set_xlabel(words.say("line of the transcript"), color=QUIET)


def _drawable(name: str) -> str:
    """Return a name as the picture's font can show it, on one line; a box for each letter that it lacks."""
    from matplotlib.font_manager import findfont, get_font  # noqa: PLC0415

    letters = get_font(findfont("DejaVu Sans")).get_charmap()
    return "".join(letter if ord(letter) in letters else "\N{WHITE SQUARE}" for letter in label(name, NAME))
