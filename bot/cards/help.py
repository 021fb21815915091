"""What to type, what the bot promises, and what it keeps."""

from collections.abc import Sequence

from bot.cards.fit import how_many, short
from bot.cards.layout import Card
from bot.cards.quotation import small
from bot.ui import LayoutView
from bot.words import Words

EXAMPLE = 150

Example = tuple[str, str]


def help_card(words: Words, examples: Sequence[Example]) -> LayoutView:
    """Show how to ask. `examples` are what to type, and what it gives."""
    card = Card()
    card.text(f"## {words.say('On the Record')}", words.say("Ask about the episode. Every answer can be checked."))
    promises, privacy = _promises(words), small(_privacy(words))
    lines = [f"`{_code(typed)}`\n{small(short(gives, EXAMPLE))}" for typed, gives in examples]
    if kept := how_many(lines, card.room - len(promises) - len(privacy), between=1):
        card.rule()
        card.text(*lines[:kept])
    card.rule()
    card.text(promises)
    return card.closed(privacy)


def _code(typed: str) -> str:
    return short(typed.replace("`", "’"), EXAMPLE, str)


def _promises(words: Words) -> str:
    promises = (
        (words.say("Word for word."), words.say("A quote is what the transcript says; corrected names are listed.")),
        (words.say("No answer is an answer."), words.say("What isn’t in the episode is said not to be.")),
        (words.say("Whose words they are."), words.say("An unknown speaker stays unknown; an estimate says so.")),
        (words.say("On the record."), words.say("Every question is logged, once, before its answer is shown.")),
    )
    return "\n".join(f"**{promise}** {meaning}" for promise, meaning in promises)


def _privacy(words: Words) -> str:
    return words.say(
        "Only you see an answer, unless you ask with `public` or press Share. "
        "The log keeps what you ask, with who asked, where and when; `/privacy` shows and erases it."
    )
