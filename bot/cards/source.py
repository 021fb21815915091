"""Where a card's words come from: its last line."""

from bot.cards.fit import short
from bot.cards.quotation import small
from bot.words import Words
from store.question import EpisodeFacts

SHOW = 80
TITLE = 150


def source(episode: EpisodeFacts, words: Words, *, corrected: bool = False, estimates: str = "") -> str:
    """Return show, title and date, how true to the transcript the quotes are, and how sure their times."""
    return small(named(episode, words), _faith(episode, words, corrected=corrected), estimates)


def spoken_source(episode: EpisodeFacts, words: Words, *, corrected: bool = False) -> str:
    """Return the first two of these for reading aloud."""
    return f"{named(episode, words)}. {_faith(episode, words, corrected=corrected)}."


def named(episode: EpisodeFacts, words: Words) -> str:
    """Return show, title and date, as far as they are known."""
    parts = (short(episode.show, SHOW), title(episode), words.date(episode.published) if episode.published else "")
    return " · ".join(part for part in parts if part)


def title(episode: EpisodeFacts) -> str:
    """Return the episode's title, or its ID where it has none."""
    return short(episode.title, TITLE) or short(episode.id, TITLE)


def _faith(episode: EpisodeFacts, words: Words, *, corrected: bool) -> str:
    if corrected:
        verbatim = words.say("Word for word from the transcript, but for the corrections listed")
    else:
        verbatim = words.say("Word for word from the transcript")
    if episode.reviewed:
        return verbatim
    return words.say("{verbatim}; speakers and names not reviewed by a person", verbatim=verbatim)
