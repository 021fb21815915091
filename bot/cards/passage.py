"""One passage, and all that can be done with it."""

from dataclasses import dataclass

from bot.buttons import ContextButton, MatchButton, MoreSelect, ShareButton
from bot.cards.fit import label
from bot.cards.layout import Card
from bot.cards.limits import SELECT_OPTION_LABEL
from bot.cards.links import watch_button
from bot.cards.quotation import quotation, small
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import source
from bot.shown import Match, Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import WHOLE, EpisodeFacts, Quote


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a card shows it. Its buttons carry `shown`: the quote that it began as, and how much it was widened.

    `wider` says whether there may be more of it still.
    """

    quote: Quote
    episode: EpisodeFacts
    shown: Shown
    wider: bool = True


def passage_card(passage: Passage, showing: Showing, words: Words, *, heading: str = "") -> LayoutView:
    """Show one passage by itself."""
    card = Card()
    head = small(occasion(showing, words), ranked(passage.shown.match, words))
    card.text(head, f"### {heading}" if heading else "")
    add_passage(card, passage, showing, words)
    card.row(further_menu(passage, words))
    add_source(card, passage.quote, passage.episode, words)
    return card.view()


def add_passage(card: Card, passage: Passage, showing: Showing, words: Words) -> None:
    """Add what was said, and under it two rows: what is done with the passage, and where one can go from it."""
    shown, match = passage.shown, passage.shown.match
    _add_quotation(card, passage.quote, passage.episode, words)
    card.row(
        watch_button(passage.quote.url, words),
        ContextButton(shown, words.say("Less context"), "less") if shown.context else None,
        ContextButton(shown, words.say("More context")) if passage.wider else None,
        sharing(shown, showing, words),
        _without_the_question(shown, showing, words),
    )
    key = passage.episode.key
    card.row(
        MatchButton(key, match.before, words.say("Previous match")) if match and match.before else None,
        MatchButton(key, match.after, words.say("Next match")) if match and match.after else None,
    )


def add_nearest(card: Card, quote: Quote, episode: EpisodeFacts, showing: Showing, words: Words) -> None:
    """Add a passage that is no answer; what it says of it stays when more of it is shown."""
    _add_quotation(card, quote, episode, words)
    card.row(
        watch_button(quote.url, words),
        ContextButton(Shown(episode.key, quote.span), words.say("More context"), "beside"),
        sharing(None, showing, words),
    )


def add_source(card: Card, quote: Quote, episode: EpisodeFacts, words: Words) -> None:
    """Add where the words come from."""
    card.rule()
    card.text(source(episode, words, corrected=bool(quote.corrections)))


def ranked(match: Match | None, words: Words) -> str:
    """Say which match it is, from the second on."""
    return words.say("Match {n}", n=words.number(match.rank)) if match and match.rank > 1 else ""


def further_menu(passage: Passage, words: Words) -> MoreSelect:
    """Return the menu of what is seldom wanted with a passage. `presses.further` knows the values."""
    holding = [chapter for chapter in passage.episode.chapters if chapter.lines[0] <= passage.quote.lines[0]]
    further = [
        (f"summary:{chapter.number}", words.say("Open chapter {number}: {title}", number=chapter.number, title=title))
        for chapter in holding[-1:]
        for title in [label(chapter.title, SELECT_OPTION_LABEL)]
    ]
    further += [
        (f"summary:{WHOLE}", words.say("Open the summary of the episode")),
        ("keep", words.say("Picture and citation")),
        ("name", words.say("A name is wrong")),
    ]
    return MoreSelect(passage.shown, further, words.say("More…"))


def _add_quotation(card: Card, quote: Quote, episode: EpisodeFacts, words: Words) -> None:
    said, below = quotation(quote, words, card.room - len(source(episode, words, corrected=bool(quote.corrections))))
    card.text(said)
    card.text(below)


def _without_the_question(shown: Shown, showing: Showing, words: Words) -> ShareButton | None:
    """Return what shares a passage alone, where Share says what was asked for it, too."""
    if not (shown.match and showing.private and showing.owner is None):
        return None
    alone = Shown(shown.key, shown.span, shown.context)
    return ShareButton(alone, words.say("Share without my question"))
