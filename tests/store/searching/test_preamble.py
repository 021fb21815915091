"""The question in a message, without what is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.question import FindQuote
from store.searching.preamble import question_in

if TYPE_CHECKING:
    from store.search import Searcher


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I've listened twice and can't make up my mind: was it a coup?", "was it a coup?"),
        ("When was this recorded? I know it came out on the 30th.", "When was this recorded?"),
        ("Hi! Who is he? I missed it.\nAnd why is he here?", "Who is he? And why is he here?"),
        ("I missed it. was it really a coup", "was it really a coup"),
        ("hi, does he mention Mr. Bean? thanks", "hi, does he mention Mr. Bean?"),
        ("did zeppelins fly over St. Petersburg?", None),
        ("I want zeppelins. ???", None),
        ("was it a coup?", None),
        ("Who? Why?", None),
        ("It was a coup. I know it: it was.", None),
        ("", None),
        ("?", None),
    ],
)
def test_question_is_what_ends_in_its_mark_beside_what_does_not(text: str, asked: str | None) -> None:
    assert question_in(text) == asked


def test_message_that_finds_nothing_as_a_whole_is_sought_by_its_question(searcher: Searcher) -> None:
    beside = "My neighbour's zeppelin burnt over Patagonia yesterday evening"
    asked = "was it really a coup?"
    answer = searcher.find(FindQuote(f"{beside}: {asked}"))
    assert answer.answers == searcher.find(FindQuote(asked)).answers
    assert answer.missing == ()
    assert not searcher.find(FindQuote(beside)).found


def test_question_beside_something_else_is_told_what_is_not_spoken_of(searcher: Searcher) -> None:
    asked = "I listened twice and still do not know: how did Prigozhin die?"
    assert searcher.find(FindQuote(asked)).unspoken == "Prigozhin's death in the plane crash"
