"""The editor's index: what it points at, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode

NOTES = """
[[topics]]
heading = "Engineers"
also = ["craftsmen", "who builds"]
lines = [[14, 14]]

[[topics]]
heading = "Water"
lines = [[12, 12], [16, 16]]
"""
LINES = [
    "The river at Mostar is green and very cold, and it comes down from the mountains all the year round.",
    "A bridge is a promise that two shores make to one another, and one that is not always kept by both.",
    "They keep that promise with steel and with arithmetic, with patience, and now and then with a prayer.",
    "I read a novel about all that last summer, and I would recommend it to everyone who listens to us.",
    "In spring the snow melts, and then nobody who is careful goes near the arches for a week or two.",
]


@pytest.fixture
def talk(opened: Callable[..., Episode]) -> Episode:
    return opened(LINES, NOTES)


def pointed(episode: Episode, about: str, n: int = 10) -> set[str]:
    searcher = Searcher(episode)
    pointers = searcher.topics.pointers(searcher.parse(about), n)
    return {episode.spoken[pointer.span] for some in pointers.values() for pointer in some}


@pytest.mark.parametrize("about", ["engineer", "craftsman builds", "who builds", "ENGINEERS"])
def test_heading_or_other_words_lead_to_the_lines(talk: Episode, about: str) -> None:
    assert pointed(talk, about) == {LINES[2]}


def test_entry_may_point_at_several_places(talk: Episode) -> None:
    assert pointed(talk, "water") == {LINES[0], LINES[4]}


def test_words_of_no_entry_lead_nowhere(talk: Episode) -> None:
    assert pointed(talk, "zeppelin") == set()
    assert pointed(talk, "") == set()


def test_only_so_many_entries_are_looked_at(talk: Episode) -> None:
    assert len(pointed(talk, "water water engineers", 1)) < len(pointed(talk, "water water engineers", 2))


def test_episode_without_an_index_has_no_pointers(opened: Callable[..., Episode]) -> None:
    assert pointed(opened(LINES), "engineers") == set()


def test_pointers_of_the_seed_lead_to_passages_that_lie_there(episode: Episode) -> None:
    searcher = Searcher(episode)
    found = searcher.passages
    pointers = searcher.topics.pointers(searcher.parse("where is Prigozhin now, and the deal that ended it"), 10)
    assert pointers
    for at, some in pointers.items():
        assert [one.score for one in some] == sorted((one.score for one in some), reverse=True)
        for one in some:
            assert 2 * found[at].overlap(one.span) >= min(len(found[at]), len(one.span))
            assert one.score >= 0
