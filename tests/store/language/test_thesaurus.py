"""Which words are near to a word in meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.language.thesaurus import near


@pytest.mark.parametrize(
    ("word", "other", "nearness"),
    [
        ("rebellion", "uprising", 1.0),  # a synonym
        ("mutiny", "mutineer", 0.8),  # one is made from the other
        ("mutiny", "rebellion", 0.7),  # the wider
        ("rebellion", "mutiny", 0.6),  # the narrower
    ],
)
def test_nearness_is_by_what_leads_there(word: str, other: str, nearness: float) -> None:
    assert near(word)[other] == nearness


def test_senses_that_are_seldom_meant_lead_less_far() -> None:
    assert near("crook")["criminal"] > near("crook")["staff"]


@pytest.mark.parametrize(("inflected", "base"), [("rebellions", "rebellion"), ("went", "go"), ("crooks", "crook")])
def test_inflected_word_leads_where_its_base_does(inflected: str, base: str) -> None:
    assert near(base).keys() - {inflected} <= near(inflected).keys() | {base}


@pytest.mark.parametrize("word", ["", "zilinski", "слово", "125", "no|such:word"])
def test_unknown_word_has_nothing_near(word: str) -> None:
    assert near(word) == {}


@given(word=st.one_of(st.text(max_size=12), st.sampled_from(["war", "power", "make", "take", "good", "left"])))
def test_nothing_is_near_to_itself_and_all_of_it_is_a_word_with_a_share(word: str) -> None:
    for other, nearness in near(word).items():
        assert other.isascii()
        assert other.isalpha()
        assert other != word
        assert 0.55 <= nearness <= 1
