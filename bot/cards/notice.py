"""A short message of the bot's own: what is wrong and what would work, or what was done."""

from bot.cards.fit import fit
from bot.cards.layout import PLAIN, Card
from bot.ui import LayoutView


def notice_card(text: str) -> LayoutView:
    """Show a text from the catalogue, whose values are escaped already."""
    card = Card(PLAIN)
    card.text(fit(text, card.room, str))
    return card.view()
