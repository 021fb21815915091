from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards

if TYPE_CHECKING:
    from bot.words import Words
    from tests.bot.cards.conftest import Desk


def test_help_shows_examples_promises_and_what_is_kept(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.help_card(words, [("/quote about: war", "the best *passages*")])).text
    assert "`/quote about: war`\n-# the best \\*passages\\*" in text
    assert "Word for word." in text
    assert "The log keeps what you ask" in text


def test_example_cannot_leave_its_code(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.help_card(words, [("/quote about: `x` @everyone", "")])).text
    assert text.count("`") == text.replace("`public`", "").count("`") + 2
    assert "`/quote about: ’x’ @everyone`" in text


def test_notice_is_shown_as_it_stands(desk: Desk) -> None:
    assert desk.sent(cards.notice("There is no chapter 14.")).texts == ["There is no chapter 14."]
