"""What was said, set apart: nothing of the bot's own stands inside."""

from bot.cards.attribution import attribution, spoken_attribution, voicing_in_full
from bot.cards.corrections import corrections
from bot.cards.fit import ELLIPSIS, fit
from bot.markdown import escape, visible
from bot.words import Words
from store.question import Quote


def blockquote(text: str) -> str:
    """Return text as Discord's block quote, each line of it."""
    return "\n".join(f"> {line}" for line in escape(text).split("\n"))


def small(*lines: str) -> str:
    """Return the lines that are not empty as Discord's small print."""
    return "\n".join(f"-# {line}" for line in lines if line)


def quotation(quote: Quote, words: Words, room: int) -> tuple[str, str]:
    """Return a quote as a block, and what belongs under it. Together they are within `room`."""
    details = [attribution(quote, words), voicing_in_full(quote, words)]
    beside = small(corrections([quote], words))
    goes_on = small(went_on(words))
    below = "\n".join(part for part in (*details, beside) if part)
    text = visible(quote.display)
    kept = fit(text, room - len(below), blockquote)
    if kept != text:
        below = f"{goes_on}\n{below}"
        kept = fit(text, room - len(below), blockquote)
    return blockquote(kept), below


def spoken_quotation(quote: Quote, words: Words, room: int) -> str:
    """Return a quote and what belongs to it for reading aloud, within `room`."""
    said_by = spoken_attribution(quote, words)
    after = [f"{said_by}.", voicing_in_full(quote, words), corrections([quote], words)]
    text = visible(quote.display)
    kept = fit(text, room - len("\n".join(["", *after])), quoted)
    if kept != text:
        after.insert(0, went_on(words))
        kept = fit(text, room - len("\n".join(["", *after])), quoted)
    return "\n".join(part for part in (quoted(kept), *after) if part)


def quoted(text: str) -> str:
    """Return text between quotation marks, on one line."""
    line = text.replace("\n", " ")
    return f"“{escape(line)}”"


def went_on(words: Words) -> str:
    """Say that a quote was cut. It stands outside the quote."""
    return words.say("{ellipsis} the passage goes on", ellipsis=ELLIPSIS)
