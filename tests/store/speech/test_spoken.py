import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.episode import Episode
from store.question import Span
from store.speech.spoken import SpokenText
from store.transcript import Line

TALK = SpokenText([Line(12, "One two."), Line(13, "Three"), Line(17, "four.")])


def test_text_is_the_lines_joined_by_single_spaces(episode: Episode, joined: str) -> None:
    assert episode.text == joined
    assert TALK.text == "One two. Three four."


def test_lines_are_found_by_number_whatever_the_gaps() -> None:
    assert TALK[TALK.span_of_line(13)] == "Three"
    assert TALK[TALK.span_of_line(17)] == "four."
    assert TALK[TALK.span_of(12, 13)] == "One two. Three"
    assert 13 in TALK
    assert 14 not in TALK
    assert (TALK.first, TALK.last) == (12, 17)


def test_line_in_which_nothing_is_spoken_has_no_span() -> None:
    with pytest.raises(KeyError):
        TALK.span_of_line(14)


def test_every_line_stands_where_its_span_says(episode: Episode, said: dict[int, str]) -> None:
    for number, text in said.items():
        span = episode.spoken.span_of_line(number)
        assert episode.spoken[span] == text
        assert episode.spoken.lines_of(span) == (number, number)


def test_space_between_two_lines_is_the_earlier_ones() -> None:
    assert TALK.text[8] == " "
    assert TALK.line_at(8).number == 12
    assert TALK.line_at(9).number == 13


def test_words_are_found_over_the_end_of_a_line_and_only_within_the_lines_given() -> None:
    assert TALK.find("Three four", 13, 17) == Span(9, 19)
    assert TALK.find("Three four", 12, 13) is None
    assert TALK.find("three", 12, 17) is None


def test_nothing_spoken() -> None:
    nothing = SpokenText([])
    assert (nothing.text, nothing.first, nothing.last) == ("", 0, 0)


LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1), min_size=1)


@given(LINES, st.data())
@settings(deadline=None)
def test_span_touches_just_the_lines_of_its_characters(texts: list[str], data: st.DataObject) -> None:
    spoken = SpokenText([Line(number, text) for number, text in enumerate(texts, start=5)])
    start = data.draw(st.integers(0, len(spoken.text) - 1))
    end = data.draw(st.integers(start + 1, len(spoken.text)))
    owners = [number for number, text in enumerate(texts, start=5) for _ in text + " "]
    assert spoken.lines_of(Span(start, end)) == (owners[start], owners[end - 1])
