from itertools import pairwise

import pytest

from store.moments import ERROR, Clock, Moment, link
from store.spoken import SpokenText
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
    assert moment.estimated
    assert moment.error == ERROR
    assert Clock(UNTIMED, 200.0).at(50) == Moment(100.0, estimated=True, error=ERROR)


def test_moment_is_unknown_without_times_and_length() -> None:
    assert Clock(UNTIMED, None).at(50) == Moment(None)


def test_moments_ascend_and_stay_within_the_recording() -> None:
    clock = Clock(UNTIMED, 200.0)
    starts = [clock.at(offset).start for offset in range(100)]
    assert all(earlier is not None and later is not None and earlier <= later for earlier, later in pairwise(starts))
    assert starts[0] == 0.0
    assert starts[-1] is not None
    assert starts[-1] <= 200.0


@pytest.mark.parametrize(("seconds", "offset"), [(-5.0, 0), (0.0, 0), (1.5, 0), (8.9, 0), (9.0, 9), (1e9, 9)], ids=str)
def test_offset_at_a_moment_with_times(seconds: float, offset: int) -> None:
    assert Clock(TIMED, None).offset_at(seconds) == offset


@pytest.mark.parametrize(("seconds", "offset"), [(-5.0, 0), (0.0, 0), (100.0, 50), (1e9, 99)], ids=str)
def test_offset_at_a_moment_without_times(seconds: float, offset: int) -> None:
    assert Clock(UNTIMED, 200.0).offset_at(seconds) == offset


def test_link_opens_an_estimated_moment_earlier_and_an_exact_one_in_place() -> None:
    assert link(WATCH, Moment(100.9)) == f"{WATCH}&t=100s"
    assert link(WATCH, Moment(100.0, estimated=True, error=ERROR)) == f"{WATCH}&t=75s"
    assert link(WATCH, Moment(10.0, estimated=True, error=ERROR)) == f"{WATCH}&t=0s"


def test_link_replaces_a_time_and_keeps_the_rest() -> None:
    assert link("https://youtu.be/abc?list=x&t=5s", Moment(7.0)) == "https://youtu.be/abc?list=x&t=7s"


def test_link_elsewhere_or_without_a_moment_is_the_address_itself() -> None:
    assert link("https://example.com/talk?t=1", Moment(7.0)) == "https://example.com/talk?t=1"
    assert link("https://notyoutube.com/talk", Moment(7.0)) == "https://notyoutube.com/talk"
    assert link(WATCH, Moment(None)) == WATCH
    assert link(None, Moment(7.0)) is None
