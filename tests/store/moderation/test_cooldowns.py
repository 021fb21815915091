"""A cooldown is a sliding window: never more questions in its seconds, and none refused that fits."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.moderation import cooldowns
from store.moderation.cooldowns import Cooldowns
from store.server.guild_settings import MAX_SECONDS, Cooldown

START = datetime(2026, 1, 1, tzinfo=UTC)
ANN = (1, 7)


@given(
    st.integers(1, 4),
    st.integers(1, 20),
    st.lists(st.integers(0, 12), max_size=40),
)
def test_never_more_than_allowed_and_none_refused_that_fits(questions: int, seconds: int, gaps: list[int]) -> None:
    cooldown, counted, at = Cooldown(questions=questions, seconds=seconds), Cooldowns(), START
    passed: list[datetime] = []
    for gap in gaps:
        at += timedelta(seconds=gap)
        recent = [moment for moment in passed if moment > at - timedelta(seconds=seconds)]
        until = counted.until(ANN, cooldown, at)
        assert (until is None) == (len(recent) < questions)
        if until is None:
            counted.note(ANN, cooldown, at)
            passed.append(at)
        else:
            assert at < until <= at + timedelta(seconds=seconds)
            assert counted.until(ANN, cooldown, until) is None


def test_stricter_cooldown_counts_what_was_asked_before() -> None:
    counted = Cooldowns()
    for second in range(3):
        counted.note(ANN, Cooldown(questions=9, seconds=60), START + timedelta(seconds=second))
    until = counted.until(ANN, Cooldown(questions=2, seconds=60), START + timedelta(seconds=3))
    assert until == START + timedelta(seconds=61)


def test_who_asks_does_not_slow_another() -> None:
    counted, cooldown = Cooldowns(), Cooldown(questions=1, seconds=60)
    counted.note(ANN, cooldown, START)
    assert counted.until((1, 8), cooldown, START) is None
    assert counted.until((2, 7), cooldown, START) is None


def test_those_who_have_not_asked_for_long_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cooldowns, "MANY", 3)
    counted, cooldown = Cooldowns(), Cooldown(questions=1, seconds=60)
    for number in range(50):
        counted.note((1, number), cooldown, START + timedelta(seconds=number * MAX_SECONDS))
        assert len(counted) <= 3
    assert counted.until((1, 49), cooldown, START + timedelta(seconds=49 * MAX_SECONDS + 1)) is not None
