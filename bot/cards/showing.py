"""To whom a card is shown, what it says of that, and what they may do with it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.buttons import Published, RemoveButton, ShareButton
from bot.cards.fit import short
from bot.shown import Shown
from bot.words import Words

if TYPE_CHECKING:
    import discord

NAME = 80
QUESTION = 150


@dataclass(frozen=True, slots=True)
class Showing:
    """How a card is shown. By default to one person, who may share it.

    `private`: there are others here whom it may be shared with. `shared_by` is the name of who did that, and `asked`
    the question to be shown to those who have not seen it; neither is escaped yet. `question` is the id of the logged
    question that the card answers, for buttons that ask it again. `owner` is the id of who asked or shared what all
    can see, and may take it back; `published` is how it came before them. With `follows` a button goes on from it.
    A `brief` one stands among other people's talk.
    """

    private: bool = True
    shared_by: str | None = None
    asked: str = ""
    question: int | None = None
    owner: int | None = None
    published: Published = "asked"
    follows: bool = False
    brief: bool = False


ALONE = Showing()


def occasion(showing: Showing, words: Words) -> str:
    """Say who shared a card and what was asked; nothing where neither is to be said."""
    parts = [
        words.say("Shared by {name}", name=short(showing.shared_by, NAME)) if showing.shared_by else "",
        words.say("Asked: {question}", question=short(showing.asked, QUESTION)) if showing.asked else "",
    ]
    return " · ".join(part for part in parts if part)


def sharing(shown: Shown | None, showing: Showing, words: Words) -> "discord.ui.Item[Any] | None":
    """Return what shares a private card, or takes a public one back; None where there is nobody else."""
    if showing.owner is not None:
        return RemoveButton(showing.owner, showing.published, words.say("Remove"))
    return ShareButton(shown, words.say("Share")) if shown and showing.private else None
