"""When what a passage holds of a question is enough for an answer."""

from dataclasses import replace

import pytest

from store.searching.query import INDEXED, UNINDEXED, Query, Term
from store.searching.sufficing import Holding, suffices
from store.words import stem, terms


def term(text: str, weight: float = 1.0, *, name: bool = False) -> Term:
    return Term(text, text, text, stem(text), weight, said=True, name=name)


def is_enough(query: Query, said: str) -> bool:
    return suffices(query, Holding(frozenset(terms(said))))


def test_passage_that_holds_most_of_a_question_is_enough() -> None:
    query = Query((term("power"), term("mystique"), term("regime")))
    assert is_enough(query, "the mystique of power is gone")
    assert not is_enough(query, "power is gone")


def test_passage_that_only_names_whom_a_question_is_about_is_not_enough_however_much_the_name_tells() -> None:
    query = Query((term("putin", 9.0, name=True), term("born")))
    assert query.share(frozenset({stem("putin")})) >= query.threshold
    assert not is_enough(query, "Putin is gone")
    assert is_enough(query, "Putin was born")


def test_question_for_nothing_but_names_is_answered_where_they_are_named() -> None:
    assert is_enough(Query((term("putin", name=True), term("minsk", name=True))), "Putin came to Minsk")


def test_without_an_index_a_passage_that_only_names_somebody_may_be_the_answer_in_other_words() -> None:
    query = Query((term("putin", 9.0, name=True), term("born")), UNINDEXED)
    assert is_enough(query, "Putin is gone")
    assert not is_enough(replace(query, strictness=INDEXED), "Putin is gone")


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ("30,000 guards", True),
        ("two hundred guards", True),
        ("dozens of guards", True),
        ("hardly half the guards", True),
        ("the guards were there", False),
        ("one of the guards", False),
        ("severe losses of guards", False),
    ],
)
def test_how_many_is_answered_only_where_a_number_is_said(said: str, enough: bool) -> None:  # noqa: FBT001
    assert is_enough(Query((term("guards"),), wants_number=True), said) is enough
    assert is_enough(Query((term("guards"),)), said)


def test_what_is_asked_about_a_name_may_stand_around_what_names_it_or_in_the_index() -> None:
    query = Query((term("putin", 9.0, name=True), term("born")))
    own, beside = frozenset({stem("putin")}), frozenset({stem("born")})
    assert not suffices(query, Holding(own))
    assert suffices(query, Holding(own, around=beside))
    assert suffices(query, Holding(own, entry=beside))
