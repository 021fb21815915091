"""Which questions ask the same."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.server.likeness import AskedAlike, grouped

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def asked(*texts: str, count: int = 1) -> list[AskedAlike]:
    return [AskedAlike(text, count, NOON) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ("Taylor Swift", "what does he say about Taylor Swift?", "Tailor Swift", "taylor swift's tour"),
        ("the war in Gaza", "war in Gaza", "What does he think of the Gaza war?"),
        ("Putin's health", "Putin health", "putins health"),
        ("climate change", "how is the climate changing"),
        ("Müller", "muller"),
    ],
)
def test_the_same_in_other_words_or_misspelt_is_one_group(texts: tuple[str, ...]) -> None:
    assert [group.count for group in grouped(asked(*texts))] == [len(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Putin", "Prigozhin"),
        ("Gaza", "the war in Gaza in 2009"),
        ("Berlin 1989", "Berlin 1961"),
        ("Elon Musk", "Musk oxen"),
        ("???", "…"),
        ("what did he say", "who is she"),
    ],
)
def test_what_asks_another_thing_is_another_group(texts: tuple[str, ...]) -> None:
    assert len(grouped(asked(*texts))) == len(texts)


def test_group_is_put_as_most_put_it_and_dated_by_the_last() -> None:
    later = NOON + timedelta(days=1)
    most = AskedAlike("about Taylor Swift", 3, NOON)
    groups = grouped([*asked("Elon Musk"), AskedAlike("Taylor Swift", 1, later), most])
    assert groups == (AskedAlike("about Taylor Swift", 4, later), *asked("Elon Musk"))


def test_one_that_says_more_does_not_draw_two_others_together() -> None:
    groups = grouped([*asked("Russian economy", "American economy", count=2), *asked("Russian and American economy")])
    assert [group.count for group in groups] == [3, 2]


@given(st.lists(st.tuples(st.text(max_size=40), st.integers(1, 9)), unique_by=lambda one: one[0], max_size=30))
def test_no_question_is_lost_whatever_it_says(questions: list[tuple[str, int]]) -> None:
    groups = grouped(AskedAlike(text, count, NOON) for text, count in questions)
    assert sum(group.count for group in groups) == sum(count for _, count in questions)
    assert {group.text for group in groups} <= {text for text, _ in questions}
