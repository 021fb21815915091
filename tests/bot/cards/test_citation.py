"""Quotes to copy and to cite."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.cards.citation import as_chicago, as_markdown, as_text
from bot.cards.keepsake import keepsake_card, picture_card
from bot.cards.moment import moment

if TYPE_CHECKING:
    from bot.words import Words
    from store.question import EpisodeFacts, Quote
    from tests.bot.cards.conftest import Desk


@pytest.fixture
def quote(desk: Desk) -> Quote:
    return desk.quote("the mystique is gone").answers[0]


@pytest.fixture
def facts(desk: Desk) -> EpisodeFacts:
    return desk.episode.facts


def test_text_holds_the_words_and_where_they_come_from(quote: Quote, facts: EpisodeFacts, words: Words) -> None:
    quote = replace(quote, voice=None)
    text = as_text(quote, facts, words)
    assert text.startswith(f"“{quote.display}”\n— Stephen Kotkin, What’s Really Going On in Russia?, The Ezra Klein")
    assert f"June 30, 2023, {moment(quote, words)}\n" in text
    assert text.endswith(str(quote.url))


def test_markdown_is_a_block_quote_with_a_link_in_which_nothing_is_markup(
    quote: Quote, facts: EpisodeFacts, words: Words
) -> None:
    text = as_markdown(replace(quote, display="a *bold* claim [x](y)"), facts, words)
    assert text.startswith("> a \\*bold\\* claim \\[x](y)\n>\n> — [Stephen Kotkin, ")
    assert text.endswith(f"]({quote.url})")


def test_chicago_note_has_its_parts_in_order(quote: Quote, facts: EpisodeFacts) -> None:
    note = as_chicago(replace(quote, start=1630.0, estimated=False), facts)
    assert note == (
        "Stephen Kotkin, “What’s Really Going On in Russia?” June 30, 2023, in The Ezra Klein Show, podcast, 27:10, "
        f"{quote.url}."
    )


def test_chicago_note_leaves_out_what_is_not_known(quote: Quote, facts: EpisodeFacts) -> None:
    bare = replace(facts, title="", show="", published=None)
    note = as_chicago(replace(quote, speaker=None, start=None, url=None), bare)
    assert note == f"“{facts.id},” podcast."


def test_estimated_moment_is_cited_as_such(quote: Quote, facts: EpisodeFacts) -> None:
    assert quote.estimated
    assert "podcast, ≈ " in as_chicago(quote, facts)


def test_unsafe_address_is_cited_nowhere(quote: Quote, facts: EpisodeFacts, words: Words) -> None:
    bad = replace(quote, url="javascript:alert(1)")
    for text in (as_text(bad, facts, words), as_markdown(bad, facts, words), as_chicago(bad, facts)):
        assert "javascript" not in text


def test_keepsake_has_all_forms_and_a_button_that_shares_the_picture(
    desk: Desk, quote: Quote, facts: EpisodeFacts, words: Words
) -> None:
    sent = desk.sent(keepsake_card(quote, facts, words, picture=True, share=True))
    assert sent.text.count(quote.display) == 2
    assert "As text" in sent.text
    assert "As Markdown" in sent.text
    assert "Chicago" in sent.text
    assert sent.buttons == ["Share the picture"]


def test_keepsake_without_a_picture_says_why(desk: Desk, quote: Quote, facts: EpisodeFacts, words: Words) -> None:
    sent = desk.sent(keepsake_card(quote, facts, words, picture=False, share=True))
    assert "no font" in sent.text
    assert sent.buttons == []


def test_fence_in_a_quote_does_not_end_the_block(desk: Desk, quote: Quote, facts: EpisodeFacts, words: Words) -> None:
    trap = replace(quote, display="before ``` @everyone after")
    sent = desk.sent(keepsake_card(trap, facts, words, picture=True, share=False))
    for block in sent.text.split("```")[1::2]:
        assert block.startswith("\n")
        assert block.endswith("\n")
    assert sent.text.count("```") == 6


def test_shared_picture_says_who_shared_it_and_that_it_is_verbatim(
    desk: Desk, quote: Quote, facts: EpisodeFacts, words: Words
) -> None:
    sent = desk.sent(picture_card(replace(quote, url=None), facts, cards.Showing(shared_by="@here **x**"), words))
    assert "Shared by \\@here \\*\\*x\\*\\*" in sent.text
    assert "Word for word" in sent.text


def test_episode_without_a_title_is_cited_by_its_id(quote: Quote, facts: EpisodeFacts, words: Words) -> None:
    assert facts.id in as_text(quote, replace(facts, title="", published=date(2023, 6, 30)), words)
