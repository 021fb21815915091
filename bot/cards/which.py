"""Which episode is meant? Asked back, with a menu of those that may be."""

from collections.abc import Sequence

from bot.buttons import WhichSelect
from bot.cards.fit import label
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import SELECT_OPTION_DESCRIPTION, SELECT_OPTION_LABEL
from bot.ui import LayoutView
from bot.words import Words
from store.question import EpisodeFacts


def which_card(question: int, among: Sequence[EpisodeFacts], words: Words) -> LayoutView:
    """Ask which of several episodes a logged question is meant for."""
    card = Card(PLAIN)
    card.text(words.say("That may be meant for several episodes. Which one?"))
    choices = {facts.key: (facts.key, _titled(facts), _described(facts, words)) for facts in among}
    card.row(WhichSelect(question, list(choices.values()), words.say("Choose an episode")) if choices else None)
    return card.view()


def _titled(facts: EpisodeFacts) -> str:
    return label(facts.title, SELECT_OPTION_LABEL) or label(facts.id, SELECT_OPTION_LABEL)


def _described(facts: EpisodeFacts, words: Words) -> str:
    parts = (facts.show, words.date(facts.published) if facts.published else "")
    return label(" · ".join(part for part in parts if part), SELECT_OPTION_DESCRIPTION)
