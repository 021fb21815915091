"""What a message says was said: a verdict on each of its quotes."""

from bot.cards.attribution import speaker, spoken_byline, voicing
from bot.cards.corrections import corrections
from bot.cards.fit import fit, how_many, roomiest, short
from bot.cards.layout import Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import linked
from bot.cards.moment import estimates, moment_or_lines
from bot.cards.passages_menu import titled_menu
from bot.cards.quotation import blockquote, quoted, small, went_on
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import source, spoken_source
from bot.cards.verify import differences, verdict
from bot.markdown import visible
from bot.shown import Claim, Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import Quote, VerdictsAnswer, VerifyAnswer

# Characters of a claim, and of what was said: as many as leave room for all.
CLAIM = 200
SAID = (500, 250, 120)
DIFFERENCES = 3


def verdicts_card(answer: VerdictsAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show each claim with its verdict and what was really said, and a menu that opens each passage."""
    card = Card()
    card.text(small(occasion(showing, words)), f"### {_title(answer, words)}")
    foot = source(answer.episode, words, corrected=_corrected(answer), estimates=estimates(_quotes(answer), words))
    beside = small(corrections(_quotes(answer), words))
    left_out = small(_left_out(answer, words))
    room = card.room - len(foot) - len(beside) - len(left_out)
    sizes = [[_block(number, one, words, most) for number, one in _numbered(answer)] for most in SAID]
    blocks, kept = roomiest(sizes, room)
    for block in blocks[:kept]:
        card.rule()
        card.text(block)
    card.text(left_out)
    card.text(beside)
    titled = [(one.request.text, quote) for one in answer.verdicts if (quote := one.quote or one.nearest)]
    card.row(titled_menu(answer.episode.key, titled, words.say("Open a passage"), words))
    shown = None if showing.question is None else Shown(answer.episode.key, Claim(showing.question))
    card.row(sharing(shown, showing, words))
    return card.closed(foot)


def verdicts_plain(answer: VerdictsAnswer, words: Words) -> str:
    """Say the same for reading aloud, as far as a message goes."""
    tail = [
        *([_left_out(answer, words)] if answer.left_out else []),
        spoken_source(answer.episode, words, corrected=_corrected(answer)),
    ]
    room = MESSAGE_CONTENT - len("\n".join([f"{_title(answer, words)}.", *tail])) - 1
    sizes = [[_spoken(number, one, words, most) for number, one in _numbered(answer)] for most in SAID]
    said, kept = roomiest(sizes, room, between=1)
    return "\n".join([f"{_title(answer, words)}.", *said[: min(kept, how_many(said, room, between=1))], *tail])


def _numbered(answer: VerdictsAnswer) -> list[tuple[int, VerifyAnswer]]:
    return list(enumerate(answer.verdicts, start=1))


def _title(answer: VerdictsAnswer, words: Words) -> str:
    said = sum(one.verdict == "exact" for one in answer.verdicts)
    return words.count(
        "Of {all} quotes {n} was said word for word",
        "Of {all} quotes {n} were said word for word",
        said,
        all=words.number(len(answer.verdicts)),
    )


def _block(number: int, one: VerifyAnswer, words: Words, most: int) -> str:
    lines = [
        f"**{number}. {verdict(one, words)}**",
        words.say("Claimed: “{claim}”", claim=short(one.request.text, CLAIM)),
        *(differences(one, words, DIFFERENCES) if one.verdict == "near" else ()),
    ]
    if one.quote:
        lines += [_said(one.quote, words, most)]
    elif one.nearest:
        lines += [small(words.say("The closest sentence, which is another")), _said(one.nearest, words, most)]
    return "\n".join(lines)


def _said(quote: Quote, words: Words, most: int) -> str:
    text = visible(quote.display)
    kept = fit(text, most, blockquote)
    after = "" if kept == text else f"\n\n{small(went_on(words))}"
    by = (f"**{speaker(quote, words)}**", linked(moment_or_lines(quote, words), quote.url), voicing(quote, words))
    return f"{small(' · '.join(part for part in by if part))}\n{blockquote(kept)}{after}"


def _spoken(number: int, one: VerifyAnswer, words: Words, most: int) -> str:
    claim = words.say("Claimed: “{claim}”", claim=short(one.request.text, CLAIM))
    lead = f"{number}\\. {verdict(one, words)}. {claim}."
    quote = one.quote
    if quote is None:
        return lead
    text = visible(quote.display)
    kept = fit(text, most, quoted)
    said = words.say("{who} says: {quote}", who=spoken_byline(quote, words), quote=quoted(kept))
    return f"{lead} {said}" if kept == text else f"{lead} {said} {went_on(words)}"


def _left_out(answer: VerdictsAnswer, words: Words) -> str:
    if not answer.left_out:
        return ""
    return words.count("{n} more quote was not looked at", "{n} more quotes were not looked at", answer.left_out)


def _quotes(answer: VerdictsAnswer) -> list[Quote]:
    return [quote for one in answer.verdicts if (quote := one.quote or one.nearest)]


def _corrected(answer: VerdictsAnswer) -> bool:
    return any(quote.corrections for quote in _quotes(answer))
