from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.speech.moments import ENDS, RATE, Clock, Moment, link
from store.speech.spoken import SpokenText
from store.transcript import Line

WATCH = "https://www.youtube.com/watch?v=abcdefghijk"
TIMED = SpokenText([Line(12, "One two.", start=1.5), Line(13, "Three.", start=9.0), Line(14, "Four.")])
UNTIMED = SpokenText([Line(12, "x" * 49), Line(13, "y" * 50)])


def test_moment_of_a_line_with_a_time_is_exact() -> None:
    clock = Clock(TIMED, 100.0)
    assert clock.at(4) == Moment(1.5)
    assert clock.at(9) == Moment(9.0)


def test_moment_of_a_line_without_a_time_is_estimated_with_its_error() -> None:
    moment = Clock(TIMED, 100.0).at(17)
    assert moment.start is not None
    assert 9.0 < moment.start < 100.0
    assert moment.estimated
    assert Clock(UNTIMED, 400.0).at(50) == Moment(200.0, estimated=True, error=RATE * 400**0.5 / 2)


def test_error_of_an_estimate_shrinks_towards_what_is_known() -> None:
    clock = Clock(UNTIMED, 4000.0)
    errors = [clock.at(offset).error or 0.0 for offset in range(0, 100, 10)]
    assert errors[0] == ENDS
    assert max(errors) == errors[5] == pytest.approx(RATE * 4000**0.5 / 2, abs=0.1)
    assert errors[:6] == sorted(errors[:6])
    between = Clock(SpokenText([Line(1, "x" * 49, 60.0), Line(2, "y" * 49), Line(3, "z" * 49, 120.0)]), 4000.0)
    assert between.at(50) == Moment(90.0, estimated=True, error=round(RATE * 60**0.5 / 2, 1))


def test_moments_between_two_known_ones_lie_between_them() -> None:
    spoken = SpokenText([Line(1, "One.", 600.0), Line(2, "Two."), Line(3, "Three."), Line(4, "Four.", 660.0)])
    starts = [Clock(spoken, 4000.0).at(spoken.start_of(index)).start or 0.0 for index in range(4)]
    assert starts[0] == 600.0
    assert starts[3] == 660.0
    assert starts == sorted(set(starts))


def test_later_words_of_a_long_line_are_estimated_and_its_first_are_exact() -> None:
    clock = Clock(SpokenText([Line(1, "x" * 100, 60.0), Line(2, "y" * 100, 180.0)]), 300.0)
    assert clock.at(0) == Moment(60.0)
    later = clock.at(50)
    assert later.estimated
    assert later.start == pytest.approx(119.4, abs=1.0)
    assert clock.offset_at(120.0) == pytest.approx(50, abs=1)


def test_moment_after_the_last_known_goes_on_at_the_pace_of_speech() -> None:
    spoken = SpokenText([Line(1, "One.", 600.0), Line(2, "x" * 150), Line(3, "Three.")])
    moment = Clock(spoken, 600.0).at(spoken.start_of(2))
    assert moment.start == pytest.approx(610, abs=2)
    assert moment.estimated


def test_what_nobody_spoke_takes_little_of_the_time() -> None:
    phrase = "and so we will see what comes of it in the end "
    spoken = SpokenText([*(Line(number, phrase) for number in range(1, 21)), Line(21, "x" * 1000), Line(22, "End.")])
    start = Clock(spoken, 1000.0).at(spoken.start_of(20)).start
    assert start is not None
    assert start < 300


def test_moment_is_unknown_without_times_and_length() -> None:
    assert Clock(UNTIMED, None).at(50) == Moment(None)


def test_moments_ascend_and_stay_within_the_recording() -> None:
    clock = Clock(UNTIMED, 200.0)
    starts = [clock.at(offset).start for offset in range(100)]
    assert all(earlier is not None and later is not None and earlier <= later for earlier, later in pairwise(starts))
    assert starts[0] == 0.0
    assert starts[-1] is not None
    assert starts[-1] <= 200.0


@pytest.mark.parametrize(("seconds", "offset"), [(-5.0, 0), (0.0, 0), (1.5, 0), (8.9, 0), (9.0, 9), (1e9, 20)], ids=str)
def test_offset_at_a_moment_with_times(seconds: float, offset: int) -> None:
    assert Clock(TIMED, None).offset_at(seconds) == offset


@pytest.mark.parametrize(("seconds", "offset"), [(-5.0, 0), (0.0, 0), (100.0, 50), (1e9, 99)], ids=str)
def test_offset_at_a_moment_without_times(seconds: float, offset: int) -> None:
    assert Clock(UNTIMED, 200.0).offset_at(seconds) == offset


def test_link_opens_an_estimated_moment_earlier_and_an_exact_one_in_place() -> None:
    assert link(WATCH, Moment(100.9)) == f"{WATCH}&t=100s"
    assert link(WATCH, Moment(100.0, estimated=True, error=80.0)) == f"{WATCH}&t=76s"
    assert link(WATCH, Moment(10.0, estimated=True, error=80.0)) == f"{WATCH}&t=0s"


def test_link_replaces_a_time_and_keeps_the_rest() -> None:
    assert link("https://youtu.be/abc?list=x&t=5s", Moment(7.0)) == "https://youtu.be/abc?list=x&t=7s"


def test_link_elsewhere_or_without_a_moment_is_the_address_itself() -> None:
    assert link("https://example.com/talk?t=1", Moment(7.0)) == "https://example.com/talk?t=1"
    assert link("https://notyoutube.com/talk", Moment(7.0)) == "https://notyoutube.com/talk"
    assert link(WATCH, Moment(None)) == WATCH
    assert link(None, Moment(7.0)) is None


LINES = st.lists(
    st.tuples(st.text("ab c", min_size=1, max_size=40), st.none() | st.floats(0, 5000), st.none() | st.floats(0, 60)),
    min_size=1,
    max_size=30,
)


@given(LINES, st.none() | st.floats(1, 5000), st.floats(-10, 6000))
def test_any_times_give_moments_in_the_text_and_none_below_zero(
    given_lines: list[tuple[str, float | None, float | None]], duration: float | None, seconds: float
) -> None:
    spoken = SpokenText(
        [
            Line(number, text, start, None if start is None or length is None else start + length)
            for number, (text, start, length) in enumerate(given_lines, start=1)
        ]
    )
    clock = Clock(spoken, duration)
    moments = [clock.at(offset) for offset in range(len(spoken.text))]
    assert all(moment.start is None or moment.start >= 0 for moment in moments)
    assert all(moment.estimated == (moment.error is not None) for moment in moments)
    assert 0 <= clock.offset_at(seconds) < len(spoken.text)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20), st.integers(60, 5000), st.data())
def test_offset_at_an_estimated_moment_leads_back_to_it(lengths: list[int], duration: int, data: st.DataObject) -> None:
    spoken = SpokenText([Line(number, "x" * length) for number, length in enumerate(lengths, start=1)])
    clock = Clock(spoken, float(duration))
    offset = data.draw(st.integers(0, len(spoken.text) - 1))
    start = clock.at(offset).start
    assert start is not None
    assert abs(clock.offset_at(start) - offset) <= 2 + len(spoken.text) / duration
