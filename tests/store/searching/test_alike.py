"""Words that could be another one misspelt."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from store.searching.alike import Alike

written = st.text(st.sampled_from("abcdeéあ🙂\ud800"), min_size=1, max_size=9)


@given(words=st.lists(written, max_size=30), word=written, slips=st.integers(1, 4))
def test_no_word_that_is_near_enough_is_missed(words: list[str], word: str, slips: int) -> None:

    def is_near(one: str) -> bool:
        return OSA.distance(word, one) <= (slips if one[0] == word[0] else 1)

    assert [one for one in Alike(words).within(word, slips) if is_near(one)] == list(filter(is_near, words))


def test_most_of_those_that_are_not_near_are_left_out() -> None:
    words = ["referendum", "agreement", "reference", "conundrum", "refrain"]
    assert Alike(words).within("refrendum", 1) == ["referendum"]
