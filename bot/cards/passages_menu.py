"""The menu that opens each of several passages."""

from collections.abc import Sequence

from bot.buttons import OpenSelect
from bot.cards.attribution import NAME, VOICE
from bot.cards.fit import label
from bot.cards.limits import SELECT_OPTION_DESCRIPTION, SELECT_OPTION_LABEL
from bot.cards.moment import moment_or_lines
from bot.words import Words
from store.question import EpisodeFacts, Quote, Span

# Characters of an episode's title, so that there is room for who speaks.
SOURCE = 60


def sources_menu(
    key: str, quotes: Sequence[tuple[Quote, EpisodeFacts]], placeholder: str, words: Words
) -> OpenSelect | None:
    """Return a menu of passages from several episodes, each with the name of its own; None where there is none."""
    options = {(facts.key, quote.span): (*_option(quote, words), facts) for quote, facts in quotes}
    places = [
        (place, text, label(f"{label(facts.title or facts.id, SOURCE)} · {who}", SELECT_OPTION_DESCRIPTION))
        for place, (text, who, facts) in options.items()
    ]
    return OpenSelect(key, places, placeholder) if places else None


def passages_menu(
    key: str, quotes: Sequence[Quote], placeholder: str, words: Words, part: int = 0
) -> OpenSelect | None:
    """Return a menu of the passages, each once; None where there is none. It holds 25 at most.

    `part` tells several menus of one card apart.
    """
    options = {quote.span: _option(quote, words) for quote in quotes}
    spans = [(span, *option) for span, option in options.items()]
    return OpenSelect(key, spans, placeholder, part) if spans else None


def titled_menu(key: str, titled: Sequence[tuple[str, Quote]], placeholder: str, words: Words) -> OpenSelect | None:
    """Return the same menu with a title for each passage instead of its first words."""
    options: dict[Span, tuple[str, str]] = {}
    for title, quote in titled:
        described = f"{moment_or_lines(quote, words)} · {_speaker(quote, words)}"
        options.setdefault(quote.span, (label(title, SELECT_OPTION_LABEL) or _option(quote, words)[0], described))
    return OpenSelect(key, [(span, *option) for span, option in options.items()], placeholder) if options else None


def _option(quote: Quote, words: Words) -> tuple[str, str]:
    when = f"{moment_or_lines(quote, words)} · "
    return f"{when}{label(quote.display, SELECT_OPTION_LABEL - len(when))}", _speaker(quote, words)


def _speaker(quote: Quote, words: Words) -> str:
    name = label(quote.speaker or "", NAME) or words.say("Speaker unknown")
    if not quote.voice:
        return name
    whom = label(quote.voice, VOICE)
    if quote.voiced_in_part:
        voice = words.say("in part voicing: {whom}", whom=whom)
    else:
        voice = words.say("voicing: {whom}", whom=whom)
    return label(f"{name}, {voice}", SELECT_OPTION_DESCRIPTION)
