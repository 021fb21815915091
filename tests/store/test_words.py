from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.language.stopwords import STOP
from store.words import plain, stem, terms, words


def test_case_accents_and_apostrophes_are_folded() -> None:
    assert plain("Hämäläinen") == plain("HAMALAINEN") == "hamalainen"
    assert plain("don\u2019t") == "don't"


def test_possessives_are_the_word_itself() -> None:
    assert [word.plain for word in words("Putin's businesses' don't")] == ["putin", "businesses", "don't"]


def test_inflections_have_one_term() -> None:
    assert terms("Coups, a coup; attempting attempts") == ["coup", "a", "coup", "attempt", "attempt"]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text, start=7):
        there = text[word.span.start - 7 : word.span.end - 7]
        assert there
        assert plain(there)[0] == word.plain[0] or word.plain[0].isdecimal() or word.plain == "one"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("twenty thousand, 20,000 or 20 thousand men", "20000 20000 or 20000 men"),
        ("five thousand, eight thousand", "5000 8000"),
        ("one hundred and twenty books on twenty-two shelves", "120 books on 22 shelves"),
        ("1.5 million of two million three hundred thousand and five", "1500000 of 2300005"),
        ("nineteen ninety-one, in 1991 and twenty fourteen", "1991 in 1991 and 2014"),
        ("June 10th, the tenth of June, the twenty-eighth", "june 10 the 10 of june the 28"),
        ("two hundred and six hundred", "200 and 600"),
        ("a hundred and a half", "a 100 and a half"),
        ("one of them in 1 place", "one of them in one place"),
        ("hundreds of thousands", "hundreds of thousands"),
        ("version 3.11.2 at 27:10", "version 3 11 2 at 27 10"),
        ("nineteen. Ninety", "19 90"),
    ],
)
def test_numbers_in_words_and_in_figures_are_the_same(written: str, read: str) -> None:
    assert " ".join(word.plain for word in words(written)) == read


NUMBERS = ["one", "two", "twenty", "hundred", "thousand", "million", "and", "5", "3,000", "1.5", "the", "20k", "٣", "²"]


@given(st.lists(st.sampled_from(NUMBERS)))
def test_numbers_never_take_or_lose_a_word_of_another(said: list[str]) -> None:
    found = list(words(" ".join(said)))
    assert all(word.plain for word in found)
    assert all(one.span.end < other.span.start for one, other in pairwise(found))


def test_british_spelling_is_the_american() -> None:
    assert terms("favourite colours, defence centres, realising, travelled") == terms(
        "favorite colors, defense centers, realizing, traveled"
    )
    assert [word.plain for word in words("four hours of course, precise promises")] == (
        ["4", "hours", "of", "course", "precise", "promises"]
    )


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_stop_words_are_plain() -> None:
    assert all(plain(word) == word and stem(word) for word in STOP)
