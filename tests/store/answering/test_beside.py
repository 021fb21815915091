"""What stands in some lines, and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.answering.beside import WIDEST, passage
from store.errors import EpisodeGoneError
from store.question import ShowPassage

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode
    from store.question import Quote

LINES = st.tuples(st.integers(12, 940), st.integers(0, 6)).map(lambda pair: (pair[0], min(940, sum(pair))))
NOTES = """
speakers = [{ name = "Ann" }, { name = "Bo" }]
turns = [{ line = 12, speaker = "Ann" }, { line = 15, speaker = "Bo" }]
"""
SAID = ("One is here.", "Two is here.", "Three is here.", "Four is there.", "Five is there.", "Six is there.")


@given(lines=LINES)
def test_what_stands_beside_is_verbatim_by_one_person_and_apart(
    episode: Episode, check_quote: Callable[[Quote], None], lines: tuple[int, int]
) -> None:
    itself = passage(episode, ShowPassage(lines)).quotes[0]
    for part in ("before", "after"):
        for quote in passage(episode, ShowPassage(lines, part)).quotes:
            check_quote(quote)
            assert not quote.span.overlap(itself.span)
    (around,) = passage(episode, ShowPassage(lines, "around")).quotes
    check_quote(around)
    assert around.span.overlap(itself.span)


def test_nothing_stands_before_the_beginning_and_after_the_end(opened: Callable[..., Episode]) -> None:
    episode = opened(SAID, NOTES)
    assert not passage(episode, ShowPassage((12, 12), "before")).found
    assert not passage(episode, ShowPassage((17, 17), "after")).found


def test_other_person_is_not_run_into(opened: Callable[..., Episode]) -> None:
    episode = opened(SAID, NOTES)
    (before,) = passage(episode, ShowPassage((16, 16), "before")).quotes
    assert (before.text, before.speaker) == ("Four is there.", "Bo")
    (before,) = passage(episode, ShowPassage((15, 15), "before")).quotes
    assert (before.text, before.speaker) == ("One is here. Two is here. Three is here.", "Ann")


def test_passage_is_widened_no_further_than_is_read_at_once(episode: Episode) -> None:
    lines = (100, 101)
    for _ in range(30):
        (quote,) = passage(episode, ShowPassage(lines, "around")).quotes
        lines = quote.lines
    assert len(episode.sentences_in(quote.span)) <= WIDEST + 5


@pytest.mark.parametrize("lines", [(1, 2), (900, 9_000), (20, 15)])
def test_lines_that_are_not_there_are_gone(episode: Episode, lines: tuple[int, int]) -> None:
    with pytest.raises(EpisodeGoneError):
        passage(episode, ShowPassage(lines))
