"""What the editor lists as not spoken of: which questions it refuses, and which it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.question import FindQuote
from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode

LINES = [
    "The river at Mostar is green and very cold, and it comes down from the mountains all the year round.",
    "Old Hajrudin built the bridge, and when he had built it people say that he ran away before the scaffold fell.",
    "Somebody always dies when a bridge is built, the masons used to say, and they were seldom wrong in that.",
    "I read a novel about all that last summer, and I would recommend it to everyone who listens to us.",
    "In spring the snow melts, and then nobody who is careful goes near the arches for a week or two.",
]
TOPICS = """
[[topics]]
heading = "The builder of the bridge"
also = ["architect"]
lines = [[13, 13]]
"""
UNSPOKEN = """
[[unspoken]]
heading = "Hajrudin's death"
also = ["how did Hajrudin die", "grave of the architect Hajrudin", "when did Hajrudin die of old age"]

[[unspoken]]
heading = "What the bridge cost"
also = ["price of the bridge", "who paid the builders", "Grossi"]
"""


@pytest.fixture
def talk(opened: Callable[..., Episode]) -> Searcher:
    return Searcher(opened(LINES, TOPICS + UNSPOKEN))


@pytest.fixture
def unlisted(opened: Callable[..., Episode]) -> Searcher:
    return Searcher(opened(LINES, TOPICS))


@pytest.mark.parametrize("about", ["how did Hajrudin die?", "When did HAJRUDIN die"])
def test_question_that_an_entry_fits_better_than_any_passage_finds_nothing_and_is_told_why(
    talk: Searcher, unlisted: Searcher, about: str
) -> None:
    assert unlisted.find(FindQuote(about)).found
    answer = talk.find(FindQuote(about))
    assert (answer.found, answer.unspoken) == (False, "Hajrudin's death")
    assert answer.nearest is not None


@pytest.mark.parametrize(
    ("about", "heading"),
    [("Hajrudin's grave", "Hajrudin's death"), ("who paid the builders of the bridge", "What the bridge cost")],
)
def test_question_that_finds_nothing_anyway_is_told_why(talk: Searcher, about: str, heading: str) -> None:
    assert talk.find(FindQuote(about)).unspoken == heading


@pytest.mark.parametrize(
    "about",
    [
        "who built the bridge",
        "Hajrudin",
        "why did Hajrudin run away before the scaffold fell",
        "somebody always dies when a bridge is built",
    ],
)
def test_what_a_passage_holds_as_well_is_found(talk: Searcher, about: str) -> None:
    answer = talk.find(FindQuote(about))
    assert answer.found
    assert answer.unspoken is None


def test_question_that_only_shares_a_word_with_an_entry_is_not_said_to_ask_for_it(talk: Searcher) -> None:
    answer = talk.find(FindQuote("the price of zeppelins in Patagonia"))
    assert (answer.found, answer.unspoken) == (False, None)


def test_word_of_an_entry_is_no_slip_for_one_that_is_said(opened: Callable[..., Episode]) -> None:
    said = [*LINES, "And that is a gross mistake, as everybody knows."]
    assert Searcher(opened(said, TOPICS)).find(FindQuote("what about grossi")).changed
    assert not Searcher(opened(said, TOPICS + UNSPOKEN)).find(FindQuote("what about grossi")).changed


def test_speaker_who_is_asked_about_tells_one_entry_from_another(opened: Callable[..., Episode]) -> None:
    notes = """
[[speakers]]
name = "Ada Host"
role = "host"

[[turns]]
line = 12
speaker = "Ada Host"

[[unspoken]]
heading = "The age of Ivo Andric"
also = ["how old is Ivo Andric"]

[[unspoken]]
heading = "Ada's age"
also = ["how old is Ada"]
"""
    assert Searcher(opened(LINES, notes)).find(FindQuote("how old is Ada?")).unspoken == "Ada's age"


def test_question_about_nobody_is_not_said_to_ask_for_somebody(opened: Callable[..., Episode]) -> None:
    entry = '[[unspoken]]\nheading = "The age of Ivo Andric"\nalso = ["how old is he", "Ivo Andric too old to write"]\n'
    searcher = Searcher(opened(LINES, entry))
    assert searcher.find(FindQuote("how old is she")).unspoken is None
    assert searcher.find(FindQuote("how old is Ivo Andric")).unspoken == "The age of Ivo Andric"


def test_name_alone_that_is_said_is_found_though_an_entry_asks_who_it_is(opened: Callable[..., Episode]) -> None:
    entry = '[[unspoken]]\nheading = "Who Hajrudin was"\nalso = ["who was old Hajrudin"]\n'
    assert Searcher(opened(LINES, entry)).find(FindQuote("Hajrudin")).found


def test_slip_in_a_question_for_what_is_not_spoken_of_is_no_way_around_it(opened: Callable[..., Episode]) -> None:
    entry = '[[unspoken]]\nheading = "Hajrudin\'s death"\nalso = ["how did Hajrudin the builder of the bridge die"]\n'
    searcher = Searcher(opened(LINES, TOPICS + entry))
    assert not searcher.find(FindQuote("how did Hojrodin the builder of the bridge die")).found
