"""What is seen while many episodes load."""

import io
import logging

import pytest
from rich.console import Console

from bot import progress


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Stand in for a terminal."""
    written = io.StringIO()
    monkeypatch.setattr("rich.console.Console", lambda **_: Console(file=written, force_terminal=True, width=80))
    return written


def test_bar_is_drawn_where_it_takes_a_while(screen: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.shown() as told:
        assert told is not None
        for done in range(1, 31):
            told(done, 30)
    assert "Reading episodes" in screen.getvalue()
    assert "30/30" in screen.getvalue()


def test_nothing_is_drawn_where_it_does_not(screen: io.StringIO) -> None:
    with progress.shown() as told:
        assert told is not None
        told(1, 2)
        told(2, 2)
    assert screen.getvalue() == ""


def test_log_has_lines_where_there_is_no_terminal(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    with progress.shown() as told:
        assert told is None, "a verb's standard error is for what is wrong"
    with progress.shown(logged=True) as told:
        assert told is not None
        told(1, 2)
    assert caplog.messages == ["1 of 2 episodes are ready"]
