from typing import TYPE_CHECKING, get_args

import pytest

from bot import cards
from bot.words import Words
from store.question import AskHelp, HelpTopic

if TYPE_CHECKING:
    from tests.bot.cards.conftest import Desk


@pytest.mark.parametrize("topic", get_args(HelpTopic))
def test_every_topic_has_something_to_say_on_the_card_and_aloud(desk: "Desk", words: Words, topic: HelpTopic) -> None:
    answer = desk.ask(AskHelp(topic))
    said = desk.sent(cards.show(answer, words)).texts[0]
    assert said
    assert "{" not in said
    assert cards.plain(answer, words).startswith(said)
