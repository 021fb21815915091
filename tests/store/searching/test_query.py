"""How much of a question is held by a passage, and how much an answer has to hold."""

from dataclasses import replace

from store.searching.query import INDEXED, UNINDEXED, Query, Term
from store.words import stem


def term(text: str, weight: float = 1.0, *, said: bool = True, name: bool = False) -> Term:
    return Term(text, text, text, stem(text), weight, said=said, name=name)


def test_share_counts_what_is_held_and_what_is_lacked() -> None:
    query = Query((term("power"), term("mystique", 3.0)))
    assert query.weight == 4.0
    assert query.share(frozenset({stem("power"), stem("mystique")})) == 1.0
    assert query.share(frozenset()) == 0.0
    assert query.share(frozenset({stem("power")})) < query.share(frozenset({stem("mystique")})) < 1.0


def test_word_that_is_nowhere_weighs_more_when_lacked() -> None:
    held = frozenset({stem("power")})
    lacking = [Query((term("power"), term("zeppelin", said=said))).share(held) for said in (True, False)]
    assert lacking[1] < lacking[0]


def test_without_an_index_a_word_that_is_nowhere_weighs_less_and_less_is_enough() -> None:
    terms = (term("power"), *(term(f"zeppelin{n}", said=False) for n in range(5)))
    held = frozenset({stem("power")})
    with_index, without = Query(terms, INDEXED), Query(terms, UNINDEXED)
    assert with_index.share(held) < without.share(held)
    assert without.threshold < with_index.threshold


def test_name_weighs_most_when_lacked_said_or_not() -> None:
    held = frozenset({stem("power")})
    word, said, unsaid = (
        Query((term("power"), other)).share(held)
        for other in (term("zeppelin"), term("putin", name=True), term("macron", said=False, name=True))
    )
    assert said == unsaid < word


def test_question_for_a_name_that_is_never_said_is_not_let_off_for_its_length() -> None:
    words = [term(f"w{n}") for n in range(9)]
    named, other = ((*words, one) for one in (term("macron", said=False, name=True), term("w9")))
    assert Query(named, UNINDEXED).threshold > Query(other, UNINDEXED).threshold


def test_repeated_word_tells_no_more() -> None:
    once, twice = Query((term("power"), term("war"))), Query((term("power"), term("power"), term("war")))
    assert once.weight == twice.weight
    assert once.share(frozenset({stem("power")})) == twice.share(frozenset({stem("power")}))


def test_long_question_has_to_be_held_to_a_lesser_share() -> None:
    thresholds = [Query(tuple(term(f"w{n}") for n in range(length))).threshold for length in (1, 4, 5, 9, 60)]
    assert thresholds == sorted(thresholds, reverse=True)
    assert 0 < thresholds[-1] < thresholds[0] < 1


def test_name_that_the_whole_talk_is_about_may_be_lacking_where_a_rarer_one_may_not() -> None:
    held = frozenset({stem("power")})
    rare, everywhere = term("putin", name=True), replace(term("putin", name=True), everywhere=True)
    assert Query((term("power"), rare)).share(held) < Query((term("power"), everywhere)).share(held)
