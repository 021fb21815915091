"""What comes first and last, and what no passage can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.answering.responding import respond
from store.question import FindQuote, QuoteAnswer, Sought

if TYPE_CHECKING:
    from store.search import Searcher


def find(searcher: Searcher, request: FindQuote) -> QuoteAnswer:
    answer = respond(searcher, request)
    assert isinstance(answer, QuoteAnswer)
    return answer


@pytest.mark.parametrize(
    ("sought", "speaker", "said"),
    [
        ("first_question", "Ezra Klein", "So what is the Wagner Group and what has their role in Putin's regime"),
        ("last", "Stephen Kotkin", "Ezra, it was my pleasure."),
        ("last", None, "Ezra, it was my pleasure."),
    ],
)
def test_end_is_the_words_that_stand_there(searcher: Searcher, sought: Sought, speaker: str | None, said: str) -> None:
    (quote,) = find(searcher, FindQuote(None, speaker, sought=sought)).answers
    assert said in quote.display
    assert quote.text in searcher.episode.text
    assert quote.speaker == speaker or speaker is None


def test_beginning_stands_before_all_else_of_the_talk(searcher: Searcher) -> None:
    (quote,) = find(searcher, FindQuote(sought="first")).answers
    talk = [span for span in searcher.episode.sentences if not searcher.episode.is_aside(span)]
    assert quote.span.start == talk[0].start


def test_judgement_has_no_answer_but_the_nearest(searcher: Searcher) -> None:
    answer = find(searcher, FindQuote("does Ezra agree with Putin", sought="judgement"))
    assert not answer.found
    assert answer.nearest
    assert answer.missing == ()


def test_place_names_the_chapter_that_holds_the_passage(searcher: Searcher) -> None:
    answer = find(searcher, FindQuote("levers of power", sought="place"))
    assert answer.chapter
    first, last = answer.chapter.lines
    assert first <= answer.answers[0].lines[0] <= last
    assert find(searcher, FindQuote("levers of power")).chapter is None
