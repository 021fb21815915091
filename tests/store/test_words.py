from hypothesis import given
from hypothesis import strategies as st

from store.stopwords import STOP
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
        assert plain(there).startswith(word.plain)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_stop_words_are_plain() -> None:
    assert all(plain(word) == word and stem(word) for word in STOP)
