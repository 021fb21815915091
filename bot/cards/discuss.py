"""Something to talk about: a question, and under it the passage that it stands on."""

from bot.buttons import ContextButton
from bot.cards.attribution import VOICE, speaker
from bot.cards.fit import fit, short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import watch_button
from bot.cards.quotation import quotation, small, spoken_quotation
from bot.cards.quote import what_is_missing
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import named, source, spoken_source
from bot.markdown import escape, visible
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import DiscussAnswer, FindQuote, Quote, QuoteAnswer

PROMPT = 600
# Characters of a thread's name. https://docs.discord.com/developers/resources/channel
THREAD_NAME = 100


def discuss_card(answer: DiscussAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show the question and the passage."""
    if answer.quote is None:
        card = Card(PLAIN)
        card.text(f"### {words.say('Not in this episode')}", *_nothing(answer, words))
        return card.closed(small(named(answer.episode, words)))
    card, quote = Card(), answer.quote
    card.text(small(occasion(showing, words)), f"### {prompt(answer, words)}", small(_by_whom(answer, words)))
    card.rule()
    foot = source(answer.episode, words, corrected=bool(quote.corrections))
    said, below = quotation(quote, words, card.room - len(foot))
    card.text(said)
    card.text(below)
    card.row(
        watch_button(quote.url, words),
        ContextButton(Shown(answer.episode.key, quote.span), words.say("More context"), "beside"),
        sharing(None, showing, words),
    )
    return card.closed(foot)


def discuss_plain(answer: DiscussAnswer, words: Words) -> str:
    """Say the same for reading aloud."""
    if answer.quote is None:
        return "\n".join(
            [f"{words.say('Not in this episode')}.", *_nothing(answer, words), named(answer.episode, words)]
        )
    lead = f"{prompt(answer, words)}\n{_by_whom(answer, words)}."
    rest = spoken_source(answer.episode, words, corrected=bool(answer.quote.corrections))
    return f"{lead}\n{spoken_quotation(answer.quote, words, MESSAGE_CONTENT - len(lead) - len(rest) - 2)}\n{rest}"


def prompt(answer: DiscussAnswer, words: Words) -> str:
    """Return the question, escaped: the editor's, or one that the passage suggests."""
    if answer.prompt:
        text = " ".join(visible(answer.prompt).split())
        return escape(fit(text, PROMPT, escape))
    return _suggested(answer, answer.quote, words) if answer.quote else ""


def thread_name(answer: DiscussAnswer, words: Words) -> str:
    """Return what the thread is called: the question, where Discord reads no Markdown."""
    if answer.prompt:
        return short(answer.prompt, THREAD_NAME, str)
    return short(answer.request.about or answer.episode.title or words.say("Discussion"), THREAD_NAME, str)


def _suggested(answer: DiscussAnswer, quote: Quote, words: Words) -> str:
    who = speaker(quote, words) if quote.speaker else words.say("the speaker")
    match answer.suggested:
        case "voice":
            whom = short(quote.voice or "", VOICE).rstrip(".")
            return words.say("{who} gives somebody else’s view here ({whom}). Is it given fairly?", who=who, whom=whom)
        case "condition":
            return words.say("Would it come to that, as {who} says, and only then?", who=who)
        case "duty":
            return words.say("Should it be so, as {who} says? What would it cost?", who=who)
        case "cause":
            return words.say("Is the reason that {who} gives the real one, and the only one?", who=who)
        case "forecast":
            return words.say("Will it come as {who} expects? What would tell us?", who=who)
        case "comparison":
            return words.say("Is the comparison that {who} draws a fair one?", who=who)
        case "claim":
            return words.say("Is {who} right? What speaks for it, and what against?", who=who)


def _by_whom(answer: DiscussAnswer, words: Words) -> str:
    if answer.prompt:
        return words.say("A question by the episode’s editor, and the passage it stands on")
    return words.say("A question made by rule from the passage below")


def _nothing(answer: DiscussAnswer, words: Words) -> list[str]:
    asked = FindQuote(answer.request.about)
    return what_is_missing(
        QuoteAnswer(asked, answer.episode, (), missing=answer.missing, unspoken=answer.unspoken), words
    )
