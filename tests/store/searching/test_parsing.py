"""What a question asks about, and what of that is never said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.language.stopwords import STOP
from store.searching.parsing import ASKING, is_name, parse
from store.searching.vocabulary import Vocabulary
from store.words import plain, stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.searching.query import Query

SAID = Vocabulary(["putin", "lost", "mystique", "power", "ukraine", "prigozhin", "wagner", "bernstein"])


def as_typed(about: str) -> Sequence[tuple[str, str]]:
    return [(about[word.span.start : word.span.end], word.plain) for word in words(about)]


def asked(about: str, *, bold: bool = False) -> Query:
    return parse(about, SAID, frozenset({"ezra", "klein"}), as_typed, bold=bold)


@pytest.mark.parametrize(
    ("about", "telling"),
    [
        ("What did he say about the mystique of power?", ["mystique", "power"]),
        ("please find me the quote about Ukraine", ["ukraine"]),
        ("what does Klein think of Wagner", ["wagner"]),
        ("MYSTIQUE mystique", ["mystique", "mystique"]),
    ],
)
def test_words_that_only_say_what_is_wanted_do_not_count(about: str, telling: list[str]) -> None:
    assert [term.word for term in asked(about).terms] == telling


@pytest.mark.parametrize(("about", "kept"), [("what is the of", ["what", "is", "the", "of"]), ("ezra klein", None)])
def test_question_of_nothing_else_keeps_its_words(about: str, kept: list[str] | None) -> None:
    terms = asked(about).terms
    assert terms
    assert kept is None or {term.word for term in terms} <= set(kept)


@pytest.mark.parametrize("about", ["", " ", "?!", "…"])
def test_question_without_a_word_has_no_terms(about: str) -> None:
    assert asked(about).terms == ()


def test_misspelt_word_is_searched_for_as_what_it_was_meant_for_and_told() -> None:
    query = asked("the mistique of Prigozin")
    assert query.changed == (("mistique", "mystique"), ("Prigozin", "prigozhin"))
    assert query.missing == ()


def test_word_that_nobody_says_is_missing_once_as_it_was_typed() -> None:
    query = asked("Zeppelins, zeppelins and Zeppelins over Ukraine")
    assert query.missing == ("Zeppelins", "zeppelins")
    assert query.changed == ()


def test_case_and_accents_do_not_matter() -> None:
    assert asked("MYSTÍQUE").index_terms == asked("mystique").index_terms


@pytest.mark.parametrize(
    ("about", "names"),
    [
        ("Taylor Swift", ("Taylor", "Swift")),
        ("does Zelensky fight", ("Zelensky",)),
        ("David Bernstein", ()),  # the given name of somebody whose surname is said
        ("what would Kissinger do about Ukraine", ("Kissinger",)),
        ("mystique of zeppelins", ()),
    ],
)
def test_names_that_are_never_said_are_told_from_other_words(about: str, names: tuple[str, ...]) -> None:
    query = asked(about if about != "Taylor Swift" else "did Taylor Swift sing")
    assert query.absent_names == names


def test_bold_reading_takes_a_slip_that_made_another_word() -> None:
    assert asked("loot").changed == ()
    assert all(one.said for one in asked("mystiques", bold=True).terms)


def test_given_name_that_is_never_said_weighs_little_beside_a_surname_that_is() -> None:
    held = frozenset({stem("bernstein")})
    assert asked("by David Bernstein").share(held) > 0.6 > asked("by Bernstein in Davidsville").share(held)


def test_short_forms_tell_nothing() -> None:
    assert [one.word for one in asked("I don't think they're sure, didnt Putin lose").terms] == [
        "sure",
        "putin",
        "lose",
    ]


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=40)
def test_any_question_is_taken_apart_into_words_of_its_own(about: str) -> None:
    query = asked(about)
    assert bool(query.terms) == bool(as_typed(about))
    assert {term.typed for term in query.terms} <= {typed for typed, _ in as_typed(about)}
    assert 0 <= query.share(frozenset(query.index_terms)) <= 1.0 + 1e-9


def test_words_that_do_not_count_are_plain() -> None:
    assert all(plain(word) == word for word in ASKING | STOP)


def test_name_is_a_word_that_the_language_knows_only_as_such_or_not_at_all() -> None:
    assert is_name("ukraine")
    assert is_name("prigozhin")
    assert not is_name("power")


def test_short_slip_says_nothing() -> None:
    assert [one.word for one in asked("whats teh war about").terms] == ["war"]


@pytest.mark.parametrize("name", ["WTO", "CCP", "Jeb"])
def test_short_name_is_no_slip(name: str) -> None:
    assert asked(f"the war and {name}").absent_names == (name,)


@pytest.mark.parametrize(
    ("about", "wants"),
    [
        ("how many mercenaries does Wagner have", True),
        ("so How Many were there?", True),
        ("how old is Putin", True),
        ("how did so many lose", False),
        ("many say how Putin lost", False),
    ],
)
def test_only_a_question_for_how_many_or_how_old_wants_a_number(about: str, wants: bool) -> None:  # noqa: FBT001
    assert asked(about).wants_number is wants


@pytest.mark.parametrize(
    ("about", "asks"),
    [
        ("why did Putin lose?", True),
        ("ok, so what is Wagner", True),
        ("did Putin lose?", False),
        ("paranoia, that is what power is", False),
        ("whatever Putin lost", False),
    ],
)
def test_only_what_begins_with_a_question_word_wants_an_answer(about: str, asks: bool) -> None:  # noqa: FBT001
    assert asked(about).asks is asks


def test_name_that_is_said_all_the_time_is_known_for_it() -> None:
    often = Vocabulary({"putin": 9, "kochnev": 1, "mystique": 90})
    query = parse("why did Putin and Kochnev lose", often, frozenset(), as_typed)
    assert {term.word: term.everywhere for term in query.terms if term.name} == {"putin": True, "kochnev": False}


@pytest.mark.parametrize(
    ("about", "kept"),
    [
        ("his position on Ukraine", ["ukraine"]),
        ("the status of Ukraine", ["ukraine"]),
        ("the position of power", ["position", "power"]),
        ("the status quo", ["status", "quo"]),
    ],
)
def test_word_for_an_opinion_counts_where_it_means_another_thing(about: str, kept: list[str]) -> None:
    assert [term.word for term in asked(about).terms] == kept
