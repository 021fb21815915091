"""A quote: the best passage that answers, or one that was opened; or that there is none."""

from collections.abc import Sequence

from bot.buttons import OpenSelect
from bot.cards.attribution import speaker
from bot.cards.fit import how_many, short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import is_safe, watch_label
from bot.cards.moment import moment_or_lines
from bot.cards.passage import Passage, add_nearest, add_passage, add_source, further_menu, ranked
from bot.cards.passages_menu import passages_menu, sources_menu
from bot.cards.quotation import small, spoken_quotation
from bot.cards.showing import NAME, QUESTION, Showing, occasion, sharing
from bot.cards.source import named, spoken_source, title
from bot.shown import Match, Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import EpisodeFacts, FindQuote, Quote, QuoteAnswer, ShowPassage

MISSING = 8
WORD = 40


def quote_card(answer: QuoteAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show the best passage, and a menu of the others."""
    if not answer.answers:
        return _not_found(answer, showing, words)
    best, *others = answer.answers
    match = _match(answer, showing)
    shown = Shown(answer.episode.key, best.span, match=match)
    card = Card()
    card.text(
        small(
            occasion(showing, words),
            _in_chapter(answer, words),
            ranked(match, words),
            _beside(answer, words),
            _searched_for(answer, words),
        )
    )
    add_passage(card, Passage(best, answer.episode, shown), showing, words)
    card.row(_others_menu(answer, others, words))
    card.row(further_menu(Passage(best, answer.episode, shown), words))
    add_source(card, best, answer.episode, words)
    return card.view()


def quote_plain(answer: QuoteAnswer, words: Words) -> str:
    """Say the best passage, and where the others are."""
    if not answer.answers:
        return _not_found_plain(answer, words)
    best, *others = answer.answers
    after = [
        _in_chapter(answer, words),
        _beside(answer, words),
        _searched_for(answer, words),
        _also(answer, others, words),
        *_watch_and_source(best, answer.episode, words),
    ]
    rest = "\n".join(part for part in after if part)
    return f"{spoken_quotation(best, words, MESSAGE_CONTENT - len(rest) - 1)}\n{rest}"


def _match(answer: QuoteAnswer, showing: Showing) -> Match | None:
    """Tell which passage of the question the first one is; None where none was asked."""
    if showing.question is None or not isinstance(answer.request, FindQuote) or not answer.request.about:
        return None
    last = not answer.more and len(answer.answers) <= 1
    return Match(showing.question, answer.request.skip + 1, last)


def _beside(answer: QuoteAnswer, words: Words) -> str:
    """Say where a passage stands that one has gone on to; nothing for one that was found."""
    part = answer.request.part if isinstance(answer.request, ShowPassage) else "itself"
    match part:
        case "before":
            return words.say("Right before it")
        case "after":
            return words.say("Right after it")
        case "around":
            return words.say("With what stands around it")
        case "itself":
            return ""


def _in_chapter(answer: QuoteAnswer, words: Words) -> str:
    """Say in which chapter the best passage stands, where that was asked."""
    chapter = answer.chapter
    if chapter is None:
        return ""
    return words.say("In chapter {n}, “{title}”", n=words.number(chapter.number), title=short(chapter.title, QUESTION))


def _searched_for(answer: QuoteAnswer, words: Words) -> str:
    """Say which words were read as others; nothing where none were."""
    read = [
        words.say("“{used}”, not “{typed}”", used=short(used, WORD), typed=short(typed, WORD))
        for typed, used in answer.changed[:MISSING]
    ]
    return words.say("Searched for {words}", words=words.join(read)) if read else ""


def _others_menu(answer: QuoteAnswer, others: Sequence[Quote], words: Words) -> OpenSelect | None:
    more = words.count("{n} more passage", "{n} more passages", len(others))
    if answer.sources:
        return sources_menu(answer.episode.key, [(quote, answer.source(quote)) for quote in others], more, words)
    return passages_menu(answer.episode.key, others, more, words)


def _not_found(answer: QuoteAnswer, showing: Showing, words: Words) -> LayoutView:
    card = Card(PLAIN)
    card.text(small(occasion(showing, words)), f"### {_nowhere(answer, words)}", *what_is_missing(answer, words))
    if answer.nearest and not answer.foreign:
        card.rule()
        card.text(f"**{words.say('The nearest passage, which is not an answer')}**")
        add_nearest(card, answer.nearest, answer.episode, showing, words)
        add_source(card, answer.nearest, answer.episode, words)
        return card.view()
    card.row(sharing(None, showing, words))
    if answer.searched == 1:
        card.rule()
        card.text(small(named(answer.episode, words)))
    return card.view()


def _not_found_plain(answer: QuoteAnswer, words: Words) -> str:
    lead = "\n".join([f"{_nowhere(answer, words)}.", *what_is_missing(answer, words)])
    if not answer.nearest or answer.foreign:
        return f"{lead}\n{named(answer.episode, words)}." if answer.searched == 1 else lead
    lead += f"\n{words.say('The nearest passage, which is not an answer')}:"
    rest = "\n".join(_watch_and_source(answer.nearest, answer.episode, words))
    quoted = spoken_quotation(answer.nearest, words, MESSAGE_CONTENT - len(lead) - len(rest) - 2)
    return f"{lead}\n{quoted}\n{rest}"


def _nowhere(answer: QuoteAnswer, words: Words) -> str:
    if answer.judged:
        return words.say("That is for you to judge")
    if isinstance(answer.request, ShowPassage) or answer.request.skip:
        return words.say("Nothing more")
    if answer.searched == 1:
        return words.say("Not in this episode")
    return words.count("Not in the {n} episode", "Not in any of the {n} episodes", answer.searched)


def what_is_missing(answer: QuoteAnswer, words: Words) -> list[str]:
    """Say that nothing was found, and which words nobody says, a line each."""
    if answer.foreign:
        note = words.say("I read questions in English only; names of people and places I find in any language.")
        return [_nothing(answer, words), note]
    missing = [f"“{short(word, WORD)}”" for word in answer.missing[:MISSING]]
    if more := len(answer.missing) - len(missing):
        missing.append(words.count("{n} more word", "{n} more words", more))
    never = _never(answer, words.join(missing), words) if missing else ""
    return [line for line in (_nothing(answer, words), _unspoken(answer, words), never) if line]


def _unspoken(answer: QuoteAnswer, words: Words) -> str:
    if answer.unspoken is None:
        return ""
    return words.say("The show notes list this as not spoken of: {heading}.", heading=short(answer.unspoken, QUESTION))


def _never(answer: QuoteAnswer, missing: str, words: Words) -> str:
    if answer.searched == 1:
        return words.say("Never said in it: {words}.", words=missing)
    return words.say("Never said in any: {words}.", words=missing)


def _nothing(answer: QuoteAnswer, words: Words) -> str:
    if isinstance(answer.request, ShowPassage):
        before = answer.request.part == "before"
        return words.say("The episode begins there.") if before else words.say("The episode ends there.")
    if answer.judged:
        return words.say("I show only what was said; no passage can answer this.")
    asked = short(answer.request.about or "", QUESTION)
    if answer.request.skip:
        return words.say("That was the last passage that I found for “{question}”.", question=asked)
    by = short(answer.request.speaker or "", NAME)
    if asked and by:
        return words.say("I found nothing by {speaker} for “{question}”.", speaker=by, question=asked)
    if asked:
        return words.say("I found no passage for “{question}”.", question=asked)
    return words.say("There is no passage to quote.")


def _also(answer: QuoteAnswer, others: list[Quote], words: Words) -> str:
    if not others:
        return ""
    places = [f"{moment_or_lines(quote, words)} ({_by(answer, quote, words)})" for quote in others]
    shown = places[: how_many(places, QUESTION * 2, between=2)]
    if more := len(places) - len(shown):
        shown.append(words.count("{n} more passage", "{n} more passages", more))
    return words.say("Also: {places}.", places=words.join(shown))


def _by(answer: QuoteAnswer, quote: Quote, words: Words) -> str:
    who = speaker(quote, words)
    return f"{who}, {title(answer.source(quote))}" if answer.sources else who


def _watch_and_source(quote: Quote, episode: EpisodeFacts, words: Words) -> list[str]:
    return [
        *([f"{watch_label(quote.url or '', words)}: <{quote.url}>"] if is_safe(quote.url) else []),
        spoken_source(episode, words, corrected=bool(quote.corrections)),
    ]
