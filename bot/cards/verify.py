"""Was this said? The verdict first, then what differs, then the words themselves."""

from bot.buttons import ContextButton, ShareButton
from bot.cards.attribution import speaker
from bot.cards.fit import short
from bot.cards.layout import FOUND, PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import watch_button
from bot.cards.quotation import quotation, small, spoken_quotation
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import source, spoken_source
from bot.shown import Claim, Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import Difference, Quote, VerifyAnswer

CLAIM = 500
WORDS = 120
NAME = 80
MOST = 8


def verify_card(answer: VerifyAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show the verdict on a claimed quote, and what was really said."""
    card = Card(FOUND if answer.verdict == "exact" else PLAIN)
    card.text(small(occasion(showing, words)), f"### {verdict(answer, words)}", *_about(answer, words))
    quote = answer.quote or answer.nearest
    if quote is None:
        card.row(sharing(_verdict_shown(answer, showing), showing, words))
        return card.closed(source(answer.episode, words))
    card.rule()
    card.text(f"**{_heading(answer, words)}**")
    _add_quote(card, answer, quote, showing, words)
    return card.view()


def verify_plain(answer: VerifyAnswer, words: Words) -> str:
    """Say the same for reading aloud."""
    lead = "\n".join([f"{verdict(answer, words)}.", *(line.removeprefix("- ") for line in _about(answer, words))])
    quote = answer.quote or answer.nearest
    if quote is None:
        return f"{lead}\n{spoken_source(answer.episode, words)}"
    lead += f"\n{_heading(answer, words)}:"
    rest = spoken_source(answer.episode, words, corrected=bool(quote.corrections))
    return f"{lead}\n{spoken_quotation(quote, words, MESSAGE_CONTENT - len(lead) - len(rest) - 2)}\n{rest}"


def verdict(answer: VerifyAnswer, words: Words) -> str:
    """Return the verdict in a few words; that somebody else said it comes first."""
    if answer.verdict == "not_found":
        return words.say("Not said in this episode")
    if answer.speakers:
        return (
            words.say("Said, but not by one person alone")
            if answer.verdict == "exact"
            else words.say("Not quite, and not by one person alone")
        )
    if answer.speaker_matches is False:
        return (
            words.say("Said, but by somebody else")
            if answer.verdict == "exact"
            else words.say("Not quite, and by somebody else")
        )
    if answer.verdict == "exact":
        return words.say("Said, word for word")
    if answer.only_cut:
        return words.say("Said, but cut off from what it hangs on")
    return words.say("Not quite what was said")


def _about(answer: VerifyAnswer, words: Words) -> list[str]:
    """Return the claim, who said it, and what differs, a line each."""
    lines = [words.say("Claimed: “{claim}”", claim=short(answer.request.text, CLAIM)), _who(answer, words)]
    if answer.verdict == "near":
        lines += differences(answer, words)
    if answer.verdict == "not_found":
        lines.append(words.say("No sentence of it comes close enough to be a version of this."))
    return [line for line in lines if line]


def _who(answer: VerifyAnswer, words: Words) -> str:
    if answer.speakers:
        between = ", ".join(short(name, NAME) for name in answer.speakers)
        return words.say("Between them, one after the other: {speakers}.", speakers=between)
    claimed = short(answer.request.speaker or answer.claimed_speaker or "", NAME)
    if not claimed or answer.quote is None:
        return ""
    if answer.speaker_matches is None:
        return words.say("Who said it is not known.")
    said_by = speaker(answer.quote, words)
    if answer.speaker_matches:
        return words.say("It was {speaker} who said it.", speaker=said_by)
    return words.say("It was {speaker} who said it, not {claimed}.", speaker=said_by, claimed=claimed)


def differences(answer: VerifyAnswer, words: Words, most: int = MOST) -> list[str]:
    """Return what differs, a line each: first what changes the sense."""
    lines = [*_warnings(answer, words)]
    lines += [f"- {_difference(difference, words)}" for difference in answer.differences[:most]]
    if (more := len(answer.differences) - most) > 0:
        lines.append(f"- {words.count('{n} more difference', '{n} more differences', more)}")
    return lines


def _warnings(answer: VerifyAnswer, words: Words) -> list[str]:
    """Say which differences change the sense."""
    warnings = []
    if answer.cut:
        warnings.append(words.say("Words were cut off without which it means something else."))
    if answer.negated:
        warnings.append(words.say("A “not” was lost or gained: it says the opposite."))
    if answer.swapped:
        one, other = (short(name, WORDS) for name in answer.swapped)
        warnings.append(words.say("“{one}” and “{other}” have changed places.", one=one, other=other))
    return warnings


def _difference(difference: Difference, words: Words) -> str:
    claimed, said = short(difference.claimed, WORDS), short(difference.said, WORDS)
    if not claimed:
        return words.say("left out: **“{said}”**", said=said)
    if not said:
        return words.say("added: **“{claimed}”**", claimed=claimed)
    return words.say("claimed **“{claimed}”**, said **“{said}”**", claimed=claimed, said=said)


def _heading(answer: VerifyAnswer, words: Words) -> str:
    if answer.quote:
        return words.say("What was said")
    return words.say("The closest sentence, which is another")


def _add_quote(card: Card, answer: VerifyAnswer, quote: Quote, showing: Showing, words: Words) -> None:
    foot = source(answer.episode, words, corrected=bool(quote.corrections))
    said, below = quotation(quote, words, card.room - len(foot))
    card.text(said)
    card.text(below)
    shown = Shown(answer.episode.key, quote.span)
    alone = showing.private and showing.owner is None
    card.row(
        watch_button(quote.url, words),
        ContextButton(shown, words.say("More context"), "beside"),
        sharing(_verdict_shown(answer, showing), showing, words),
        ShareButton(shown, words.say("Share the quote only")) if alone else None,
    )
    card.rule()
    card.text(foot)


def _verdict_shown(answer: VerifyAnswer, showing: Showing) -> Shown | None:
    """Tell where the claim stands; None where it is not on the record."""
    return None if showing.question is None else Shown(answer.episode.key, Claim(showing.question))
