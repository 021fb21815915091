"""Words near to a question's own in meaning stand in for what a passage lacks, and count less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from store.bm25 import Bm25Index
from store.question import FindQuote
from store.search import Searcher
from store.searching.query import Query, Term
from store.searching.widening import top, widened

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode

TALK = [
    "The rebellion of the potters began when the duke put a tax on all of the clay in the whole valley.",
    "Nobody in the valley could say for how many summers the river had carried salt and timber past the mill.",
    "A harvest of apples was brought down to the market by the road that leads along the old canal.",
    "He was a musician of the court who had never once played for anybody but the duke and his guests.",
    "Whoever wants to see the glaze has to wait until the oven has cooled down, and that takes two days.",
]


@pytest.fixture
def searcher(opened: Callable[..., Episode]) -> Searcher:
    return Searcher(opened(TALK))


def found(searcher: Searcher, about: str) -> list[str]:
    return [quote.text for quote in searcher.find(FindQuote(about)).answers]


@pytest.mark.parametrize("about", ["the uprisings of the potters", "uprising of potters in the valley"])
def test_passage_is_found_in_other_words(searcher: Searcher, about: str) -> None:
    assert found(searcher, about)[:1] == TALK[:1]


def test_single_word_that_is_not_said_is_not_found_but_the_nearest_is_shown(searcher: Searcher) -> None:
    answer = searcher.find(FindQuote("uprising"))
    assert not answer.found
    assert answer.nearest
    assert answer.nearest.text == TALK[0]


def test_word_itself_counts_more_than_one_near_to_it(searcher: Searcher) -> None:
    own, near = (widened(searcher.index, searcher.parse(word), 0.8).max() for word in ("rebellion", "uprising"))
    assert own > near > 0


def test_document_that_has_the_word_gains_nothing_by_those_near_to_it() -> None:
    index = Bm25Index([["uprising", "rebellion"], ["rebellion", "clay"], ["river"], ["mill"], ["apple"], ["road"]])
    query = Query((word("uprising", near=(("rebellion", 0.5),)),))
    scores, plain = widened(index, query, 0.8), index.scores(["uprising"])
    assert scores[0] == plain[0] > scores[1] > plain[1] == 0


def test_word_that_tells_against_a_document_is_no_reason_to_give_it_more() -> None:
    index = Bm25Index([["war", "a"], ["war", "b"], ["war"], ["war"]])
    query = Query((word("war", near=(("peace", 1.0),)),))
    np.testing.assert_array_equal(widened(index, query, 0.8), index.scores(["war"]))


def test_word_of_the_question_does_not_stand_in_for_another_of_its_words(searcher: Searcher) -> None:
    uprising, rebellion = searcher.parse("uprising rebellion").terms
    assert "rebellion" not in dict(uprising.near)
    assert uprising.term == "upris"
    assert "rebellion" in dict(searcher.parse("uprising").terms[0].near)
    assert rebellion.said


def word(term: str, near: tuple[tuple[str, float], ...]) -> Term:
    return Term(term, term, term, term, 1.0, said=True, name=False, near=near)


def test_nothing_stands_in_for_a_name(opened: Callable[..., Episode]) -> None:
    searcher = Searcher(opened([*TALK, "The mayor of Turkey Creek said nothing about the fowl in the yard."]))
    assert not searcher.parse("what does Peacock say").is_widened


def test_with_no_weight_for_them_the_scores_are_bm25s(searcher: Searcher) -> None:
    query = searcher.parse("uprising over the price of fruit at the market")
    assert query.is_widened
    np.testing.assert_array_equal(widened(searcher.index, query, 0.0), searcher.index.scores(query.index_terms))


def test_best_hold_a_word_or_one_near_to_it_even_where_none_tells_anything(searcher: Searcher) -> None:
    query = searcher.parse("uprising")
    held = top(searcher.index, query, np.zeros(searcher.index.size), 10)
    assert len(held)
    assert all("rebellion" in searcher.episode.spoken[searcher.passages[at]] for at in held)
