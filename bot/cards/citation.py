"""A quote to be copied: as text, as Markdown, and cited as the Chicago Manual of Style (17th ed., 14.267) has it.

None of it is escaped: it stands in code blocks, where Discord reads no Markdown.
"""

from bot.cards.fit import ELLIPSIS, fit, label
from bot.cards.links import is_safe
from bot.cards.moment import moment
from bot.markdown import escape, visible
from bot.words import Words
from store.question import EpisodeFacts, Quote

LONGEST, NAME, TITLE = 700, 80, 150


def as_text(quote: Quote, episode: EpisodeFacts, words: Words) -> str:
    """Return the words, and under them whose they are and where they were said."""
    return f"“{_words_of(quote)}”\n— {_source(quote, episode, words)}\n{_address(quote)}".rstrip()


def as_markdown(quote: Quote, episode: EpisodeFacts, words: Words) -> str:
    """Return the same as a block quote with a link."""
    source = escape(_source(quote, episode, words))
    address = _address(quote)
    return f"> {escape(_words_of(quote))}\n>\n> — {f'[{source}]({address})' if address else source}"


def as_chicago(quote: Quote, episode: EpisodeFacts) -> str:
    """Return the note for it, in English whatever the reader's language."""
    words = Words()
    title = label(episode.title or episode.id, TITLE)
    stop = "" if title.endswith(("?", "!")) else ","
    parts = [
        f"{label(quote.speaker or '', NAME)}, “{title}{stop}”".removeprefix(", "),
        f"{words.date(episode.published)}," if episode.published else "",
        f"in {label(episode.show, NAME)}," if episode.show else "",
        "podcast,",
        f"{moment(quote, words)}," if quote.start is not None else "",
        _address(quote),
    ]
    return f"{' '.join(part for part in parts if part).rstrip(',')}."


def _words_of(quote: Quote) -> str:
    text = " ".join(visible(quote.display).split())
    kept = fit(text, LONGEST, str)
    return kept if kept == text else f"{kept} {ELLIPSIS}"


def _source(quote: Quote, episode: EpisodeFacts, words: Words) -> str:
    speaker = label(quote.speaker or "", NAME) or words.say("Speaker unknown")
    voiced = words.say("voicing: {whom}", whom=label(quote.voice, NAME)) if quote.voice else ""
    show, title = label(episode.show, NAME), label(episode.title or episode.id, TITLE)
    published = words.date(episode.published) if episode.published else ""
    return ", ".join(part for part in (speaker, voiced, title, show, published, moment(quote, words)) if part)


def _address(quote: Quote) -> str:
    return quote.url if quote.url and is_safe(quote.url) else ""
