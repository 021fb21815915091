"""Cards: pure functions from an answer to what Discord shows of it, as components or as plain text."""

from collections.abc import Sequence
from functools import partial

from bot.buttons import FollowUpButton
from bot.cards.books import books_card, books_plain
from bot.cards.discuss import discuss_card, discuss_plain
from bot.cards.episode import episode_card, episode_plain
from bot.cards.help import Example
from bot.cards.help import help_card as _help_card
from bot.cards.layout import add_row
from bot.cards.mentions import mentions_card, mentions_plain
from bot.cards.notice import notice_card
from bot.cards.passage import Passage, passage_card
from bot.cards.quote import quote_card, quote_plain
from bot.cards.showing import ALONE, Showing
from bot.cards.summary import summary_card, summary_plain
from bot.cards.talk import greeted_card, talk_card, talk_plain
from bot.cards.verdicts import verdicts_card, verdicts_plain
from bot.cards.verify import verify_card, verify_plain
from bot.cards.which import which_card
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import (
    Answer,
    BooksAnswer,
    DiscussAnswer,
    EpisodeAnswer,
    EpisodeFacts,
    HelpAnswer,
    MentionsAnswer,
    Quote,
    QuoteAnswer,
    SummaryAnswer,
    VerdictsAnswer,
    VerifyAnswer,
)

__all__ = [
    "ALONE",
    "Example",
    "Showing",
    "daily",
    "greeted",
    "help_card",
    "notice",
    "passage",
    "plain",
    "show",
    "which",
]


def show(answer: Answer, words: Words, showing: Showing = ALONE) -> LayoutView:
    """Show an answer. A private one, in a place where there is somebody to share with, has a Share button."""
    view = _card(answer, words, showing)
    view.spoken = partial(plain, answer, words)
    if showing.follows and showing.question is not None and not isinstance(answer, DiscussAnswer):
        add_row(view, FollowUpButton(showing.question, words.say("Ask about this")))
    return view


def _card(answer: Answer, words: Words, showing: Showing) -> LayoutView:
    match answer:
        case QuoteAnswer():
            return quote_card(answer, showing, words)
        case SummaryAnswer():
            return summary_card(answer, showing, words)
        case BooksAnswer():
            return books_card(answer, showing, words)
        case EpisodeAnswer():
            return episode_card(answer, showing, words)
        case VerifyAnswer():
            return verify_card(answer, showing, words)
        case VerdictsAnswer():
            return verdicts_card(answer, showing, words)
        case MentionsAnswer():
            return mentions_card(answer, showing, words)
        case DiscussAnswer():
            return discuss_card(answer, showing, words)
        case HelpAnswer():
            return talk_card(answer, showing, words)


def plain(answer: Answer, words: Words) -> str:
    """Say an answer in the text of one message, to be read aloud."""
    match answer:
        case QuoteAnswer():
            return quote_plain(answer, words)
        case SummaryAnswer():
            return summary_plain(answer, words)
        case BooksAnswer():
            return books_plain(answer, words)
        case EpisodeAnswer():
            return episode_plain(answer, words)
        case VerifyAnswer():
            return verify_plain(answer, words)
        case VerdictsAnswer():
            return verdicts_plain(answer, words)
        case MentionsAnswer():
            return mentions_plain(answer, words)
        case DiscussAnswer():
            return discuss_plain(answer, words)
        case HelpAnswer():
            return talk_plain(answer, words)


def passage(  # noqa: PLR0913 - each is one thing that a card may or may not have
    quote: Quote,
    episode: EpisodeFacts,
    words: Words,
    showing: Showing = ALONE,
    *,
    shown: Shown | None = None,
    wider: bool = True,
) -> LayoutView:
    """Show one passage. Its buttons carry `shown`: by default the quote as it is, opened from a menu.

    `wider` says whether there may be more of it still.
    """
    return passage_card(Passage(quote, episode, shown or Shown(episode.key, quote.span), wider), showing, words)


def daily(quote: Quote, episode: EpisodeFacts, words: Words) -> LayoutView:
    """Show a quote of the day, for all to see."""
    passage, heading = Passage(quote, episode, Shown(episode.key, quote.span)), words.say("Quote of the day")
    return passage_card(passage, Showing(private=False), words, heading=heading)


def help_card(words: Words, examples: Sequence[Example]) -> LayoutView:
    """Show how to ask. `examples` are what to type, and what it gives."""
    return _help_card(words, examples)


def notice(text: str) -> LayoutView:
    """Show a text from the catalogue, whose values are escaped already."""
    return notice_card(text)


def which(question: int, among: Sequence[EpisodeFacts], words: Words) -> LayoutView:
    """Ask which of several episodes a logged question is meant for; `question` is its id."""
    return which_card(question, among, words)


def greeted(card: LayoutView, answer: Answer, words: Words) -> LayoutView:
    """Put a greeting of two lines before the answer to the first message that somebody writes."""
    return greeted_card(card, answer.episode, words)
