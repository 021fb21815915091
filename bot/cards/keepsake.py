"""A quote to take along: its picture, its words for copying, its citation."""

from bot.buttons import SharePictureButton
from bot.cards.citation import as_chicago, as_markdown, as_text
from bot.cards.layout import Card
from bot.cards.limits import MEDIA_DESCRIPTION
from bot.cards.links import watch_button
from bot.cards.quotation import small
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import source
from bot.ui import LayoutView
from bot.words import Words
from store.question import EpisodeFacts, Quote

PICTURE = "quote.png"
_QUOTES = "'" * 3


def keepsake_card(quote: Quote, episode: EpisodeFacts, words: Words, *, picture: bool, share: bool) -> LayoutView:
    """Show a quote in all forms in which it can be taken along. With `picture` the message carries it as PICTURE."""
    card = Card()
    if picture:
        card.picture(PICTURE, alt_text(quote, episode, words))
    else:
        card.text(small(words.say("There is no picture: no font that I have here can draw this script.")))
    for heading, copied in (
        (words.say("As text"), as_text(quote, episode, words)),
        (words.say("As Markdown"), as_markdown(quote, episode, words)),
        (words.say("Cited as in the Chicago Manual of Style"), as_chicago(quote, episode)),
    ):
        card.text(f"**{heading}**", _block(copied))
    if picture and share:
        card.row(SharePictureButton(episode.key, quote.span, words.say("Share the picture")))
    return card.view()


def picture_card(quote: Quote, episode: EpisodeFacts, showing: Showing, words: Words) -> LayoutView:
    """Show the picture alone, for all to see, as a file called PICTURE."""
    card = Card()
    card.text(small(occasion(showing, words)))
    card.picture(PICTURE, alt_text(quote, episode, words))
    card.row(watch_button(quote.url, words), sharing(None, showing, words))
    card.text(source(episode, words, corrected=bool(quote.corrections)))
    return card.view()


def alt_text(quote: Quote, episode: EpisodeFacts, words: Words) -> str:
    """Return what the picture says, for who does not see it."""
    return as_text(quote, episode, words)[:MEDIA_DESCRIPTION]


def _block(copied: str) -> str:
    """Return text as a code block, which has a button for copying. What would end the block is written otherwise."""
    fence = "`" * 3
    return f"{fence}\n{copied.replace(fence, _QUOTES)}\n{fence}"
