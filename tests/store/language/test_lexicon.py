import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.language.lexicon import frequency, is_garbled, is_listed_name, is_ordinary, mended, slips_allowed, telling


@pytest.mark.parametrize("word", ["coup", "levers", "don't", "colour", "2014", "okay"])
def test_word_of_the_language_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["putin", "prigozhin", "ukraine", "lukashenko", "gerasimov", "mistique"])
def test_name_or_slip_is_not_ordinary(word: str) -> None:
    assert not is_ordinary(word)


def test_name_that_the_dictionary_knows_is_told_from_a_word() -> None:
    assert is_listed_name("ukraine")
    assert not is_listed_name("coup")
    assert not is_listed_name("prigozhin"), "the dictionary does not know him at all"


def test_rare_word_tells_more_than_a_common_one() -> None:
    assert frequency("xylophone") < frequency("power") < frequency("the")
    assert telling("the") < telling("power") < telling("xylophone")


@given(st.text(min_size=1, max_size=30))
def test_any_text_has_a_weight_within_bounds(word: str) -> None:
    assert 0.5 <= telling(word) <= 6.0
    assert is_ordinary(word) in {True, False}


@pytest.mark.parametrize(
    ("slip", "word"), [("goverment", "government"), ("recieve", "receive"), ("militray", "military")]
)
def test_slip_is_mended(slip: str, word: str) -> None:
    assert mended(slip) == word


@pytest.mark.parametrize("word", ["zx", "qqqqqqqq", "prigozhin"])
def test_what_is_near_no_frequent_word_is_left_as_it_is(word: str) -> None:
    assert mended(word) is None


@pytest.mark.parametrize(("word", "slips"), [("war", 0), ("coup", 1), ("kremlin", 2), ("lukashenkoooo", 3)])
def test_longer_word_may_hold_more_slips(word: str, slips: int) -> None:
    assert slips_allowed(word) == slips


@pytest.mark.parametrize(
    ("word", "garbled"), [("teh", True), ("kil", True), ("fsb", False), ("cia", False), ("war", False)]
)
def test_short_slip_is_told_from_a_short_name(word: str, garbled: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_garbled(word) is garbled
