"""Whose words a quote is, when they were said and where they stand."""

from dataclasses import replace

from bot.cards.fit import short
from bot.cards.moment import lines, moment, moment_with_error, spoken_moment
from bot.words import Words
from store.question import Quote

NAME = 80
VOICE = 200


def attribution(quote: Quote, words: Words) -> str:
    """Return the line under a quote: speaker, moment with its error, lines."""
    return _dotted(f"**{speaker(quote, words)}**", moment_with_error(quote, words), lines(quote, words))


def byline(quote: Quote, words: Words) -> str:
    """Return the line over one quote among many: speaker, moment, and whose view it is where not the speaker's."""
    return _dotted(f"**{speaker(quote, words)}**", moment(quote, words), voicing(quote, words))


def spoken_byline(quote: Quote, words: Words) -> str:
    """Return the same for reading aloud."""
    when = spoken_moment(replace(quote, error=None), words)
    return ", ".join(part for part in (speaker(quote, words), when, voicing(quote, words)) if part)


def spoken_attribution(quote: Quote, words: Words) -> str:
    """Return who said a quote, when and where, for reading aloud."""
    parts = (speaker(quote, words), spoken_moment(quote, words), lines(quote, words))
    return ", ".join(part for part in parts if part)


def speaker(quote: Quote, words: Words) -> str:
    """Return the speaker's name; never a guess."""
    return short(quote.speaker or "", NAME) or words.say("Speaker unknown")


def voicing(quote: Quote, words: Words) -> str:
    """Return the mark of words that are not the speaker's own; nothing where they are."""
    if not quote.voice:
        return ""
    whom = short(quote.voice, VOICE)
    if quote.voiced_in_part:
        return words.say("in part voicing: {whom}", whom=whom)
    return words.say("voicing: {whom}", whom=whom)


def voicing_in_full(quote: Quote, words: Words) -> str:
    """Return the same mark as a sentence of its own."""
    if not quote.voice:
        return ""
    whom = short(quote.voice, VOICE).rstrip(".")
    if quote.voiced_in_part:
        return words.say("In part voicing: {whom}. That part is not the speaker’s own words or view.", whom=whom)
    return words.say("Voicing: {whom}. Not the speaker’s own words or view.", whom=whom)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
