"""When something was said, and how sure that is."""

from collections.abc import Iterable

from bot.words import Words
from store.question import ChapterFacts, Quote

_MINUTE = 60
_QUARTERS = ("", "¼", "½", "¾")


def moment(quote: Quote, words: Words) -> str:
    """Return "27:10", or "≈ 27:10" where it was estimated; nothing where no time is known."""
    if quote.start is None:
        return ""
    return approximate(quote.start, words) if quote.estimated else words.clock(quote.start)


def chapter_moment(chapter: ChapterFacts, words: Words) -> str:
    """Return when a chapter begins, marked where that was estimated; nothing where no time is known."""
    if chapter.start is None:
        return ""
    return approximate(chapter.start, words) if chapter.estimated else words.clock(chapter.start)


def approximate(seconds: float, words: Words) -> str:
    """Return an estimated time as such."""
    return words.say("≈ {clock}", clock=words.clock(seconds))


def moment_with_error(quote: Quote, words: Words) -> str:
    """Return the moment, with the error that an estimate has."""
    when = moment(quote, words)
    if not (when and quote.estimated and quote.error):
        return when
    return words.say("{moment}, within about {error}", moment=when, error=_length(quote.error, words))


def spoken_moment(quote: Quote, words: Words) -> str:
    """Return the moment for reading aloud."""
    if quote.start is None:
        return ""
    clock = words.clock(quote.start)
    if not quote.estimated:
        return words.say("at {clock}", clock=clock)
    if not quote.error:
        return words.say("at about {clock}", clock=clock)
    return words.say("at about {clock}, within about {error}", clock=clock, error=_length(quote.error, words))


def estimates(quotes: Iterable[Quote], words: Words) -> str:
    """Say what "≈" means on a card that shows moments without their errors; nothing where none is estimated."""
    estimated = [quote for quote in quotes if quote.estimated and quote.start is not None]
    errors = [quote.error for quote in estimated if quote.error]
    if errors:
        return words.say("Times with ≈ are estimated, within about {error}", error=_length(max(errors), words))
    return words.say("Times with ≈ are estimated") if estimated else ""


def moment_or_lines(quote: Quote, words: Words) -> str:
    """Return the moment in short, or the line where no time is known."""
    return moment(quote, words) or lines(quote, words)


def lines(quote: Quote, words: Words) -> str:
    """Return which lines of the transcript hold the quote."""
    first, last = quote.lines
    if first == last:
        return words.say("line {line}", line=first)
    return words.say("lines {first}–{last}", first=first, last=last)


def _length(seconds: float, words: Words) -> str:
    quarters = round(seconds / (_MINUTE / 4))
    if quarters < len(_QUARTERS):
        return words.say("{n} s", n=words.number(max(5, 5 * round(seconds / 5))))
    minutes, rest = divmod(quarters, len(_QUARTERS))
    return words.say("{n} min", n=f"{words.number(minutes)}{_QUARTERS[rest]}")
