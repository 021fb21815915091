from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from store.verify.alignment import BEGINNINGS, MOST, Match, matches

WORDS = st.lists(st.integers(0, 4), max_size=12)


def found(pattern: list[int], text: list[int]) -> list[Match]:
    return matches(np.array(pattern, np.int64), np.array(text, np.int64))


def every_stretch(pattern: list[int], text: list[int]) -> dict[tuple[int, int], int]:
    """Give the edit distance of each stretch, the empty ones too, the slow way."""
    return {
        (first, last): Levenshtein.distance(pattern, text[first:last])
        for first in range(len(text) + 1)
        for last in range(first, len(text) + 1)
    }


def sellers(pattern: list[int], text: list[int]) -> list[int]:
    """Give the least distance for each end, as Sellers wrote it: a table, cell by cell."""
    row = [0] * (len(text) + 1)
    for at, word in enumerate(pattern, start=1):
        above, row = row, [at]
        for column, said in enumerate(text, start=1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (word != said)))
    return row


@given(WORDS.filter(bool), WORDS.filter(bool))
@example([0], [1])
@example([0, 1, 2], [0, 1, 2, 0, 1, 2])
@example([0, 1], [0, 2, 1, 0, 1])
def test_matches_are_the_nearest_of_all_stretches(pattern: list[int], text: list[int]) -> None:
    distances, nearest = every_stretch(pattern, text), sellers(pattern, text)
    least = min(nearest[1:])
    listed = found(pattern, text)

    assert least == min(distance for (_, last), distance in distances.items() if last > 0)
    assert {match.last for match in listed} == {last for last, d in enumerate(nearest) if last and d == least}
    for match in listed:
        assert match.first < match.last
        assert match.distance == distances[match.first, match.last] == least


@given(WORDS.filter(bool), WORDS.filter(bool))
def test_of_matches_with_one_end_those_nearest_to_the_patterns_length_come_first(
    pattern: list[int], text: list[int]
) -> None:
    distances = every_stretch(pattern, text)
    listed = found(pattern, text)
    for last in {match.last for match in listed}:
        off = [abs(last - match.first - len(pattern)) for match in listed if match.last == last]
        least = listed[0].distance
        every = sorted(abs(last - first - len(pattern)) for first in range(last) if distances[first, last] == least)
        assert off == every[: len(off)]
        assert 1 <= len(off) <= BEGINNINGS


@given(WORDS.filter(bool), WORDS, WORDS)
def test_what_stands_in_the_text_is_found_where_it_stands(
    pattern: list[int], before: list[int], after: list[int]
) -> None:
    listed = found(pattern, [*before, *pattern, *after])
    assert Match(len(before), len(before) + len(pattern), 0) in listed
    assert all(match.distance == 0 for match in listed)


@pytest.mark.parametrize(("pattern", "text"), [([], [1]), ([1], []), ([], [])])
def test_nothing_is_nowhere(pattern: list[int], text: list[int]) -> None:
    assert found(pattern, text) == []


def test_word_left_out_and_word_put_in_cost_one_each() -> None:
    assert Match(1, 5, 1) in found([1, 2, 4], [9, 1, 2, 3, 4, 9])
    assert Match(1, 4, 1) in found([1, 2, 7, 3], [9, 1, 2, 3, 9])


def test_pattern_longer_than_the_text_is_matched_with_what_there_is() -> None:
    assert found([1, 2, 3, 4, 5, 6], [2, 3]) == [Match(0, 2, 4)]


def test_word_that_is_said_everywhere_is_found_so_often_and_no_more() -> None:
    assert len({match.last for match in found([1], [1] * (MOST + 50))}) == MOST
