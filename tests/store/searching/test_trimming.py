"""A passage cut to the sentences that answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.question import FindQuote
from store.search import Searcher
from store.searching.trimming import LONGEST, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode
    from store.question import Quote

TALK = [
    "The weather was fine that day in all of the valley. The old bridge at Mostar was built of pale limestone blocks.",
    "Everyone had lunch on the terrace of an old hotel. The food was good and plentiful, as it is in those parts.",
]
LEANING = "It is an emerald green river in all of the seasons of the year, and a very cold one."


def first(searcher: Searcher, about: str) -> Quote:
    return searcher.find(FindQuote(about)).answers[0]


def test_answer_is_the_sentence_that_holds_the_words(opened: Callable[..., Episode]) -> None:
    assert first(Searcher(opened(TALK)), "bridge of limestone").text == (
        "The old bridge at Mostar was built of pale limestone blocks."
    )


def test_answer_in_two_sentences_is_both(opened: Callable[..., Episode]) -> None:
    text = first(Searcher(opened(TALK)), "limestone bridge, plentiful lunch").text
    assert "limestone" in text
    assert "lunch" in text


def test_answer_that_leans_on_what_was_said_takes_it_in(opened: Callable[..., Episode]) -> None:
    searcher = Searcher(opened(["The Neretva runs through Mostar.", LEANING]))
    assert first(searcher, "emerald green").text == f"The Neretva runs through Mostar. {LEANING}"


def test_answer_never_reaches_into_another_speakers_turn(opened: Callable[..., Episode]) -> None:
    notes = (
        'speakers = [{ name = "Ada" }, { name = "Bo" }]\n'
        'turns = [{ line = 12, speaker = "Ada" }, { line = 13, speaker = "Bo" }]\n'
    )
    searcher = Searcher(opened(["The Neretva runs through Mostar.", LEANING], notes))
    assert first(searcher, "emerald green").text == LEANING


@pytest.mark.parametrize("about", ["implausible deniability", "Most coups fail", "Utkin", "Gorbachev and Putin, both"])
def test_answer_is_one_to_five_whole_sentences(searcher: Searcher, episode: Episode, about: str) -> None:
    for quote in searcher.find(FindQuote(about, limit=25)).answers:
        inside = episode.sentences_in(quote.span)
        assert 1 <= len(inside) <= LONGEST
        assert (inside[0].start, inside[-1].end) == (quote.span.start, quote.span.end)


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_any_passage_is_cut_to_whole_sentences_of_its_speaker(
    searcher: Searcher, episode: Episode, data: st.DataObject
) -> None:
    passage = data.draw(st.sampled_from(searcher.passages))
    words = episode.spoken[passage].split()
    about = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=6)))
    span = trimmed(searcher, passage, None, searcher.parse(about))
    inside = episode.sentences_in(span)
    assert 1 <= len(inside) <= LONGEST
    assert (inside[0].start, inside[-1].end) == (span.start, span.end)
    assert len(episode.turns_in(span)) == 1
    assert span.overlap(passage)
