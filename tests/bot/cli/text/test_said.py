"""A quote for reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.text.said import clean, clock, line_range, moment, quotation
from store.question import Correction, Quote, Span


@pytest.mark.parametrize(
    ("start", "estimated", "error", "written"),
    [
        (1630.0, True, 78.0, "≈ 27:10 ± 1¼ min"),
        (1630.0, True, 60.0, "≈ 27:10 ± 1 min"),
        (1630.0, True, 24.5, "≈ 27:10 ± 24 s"),
        (3723.9, True, None, "≈ 1:02:03"),
        (5.2, False, None, "0:05"),
        (None, False, None, ""),
    ],
)
def test_moment_says_how_sure_it_is(start: float | None, *, estimated: bool, error: float | None, written: str) -> None:
    assert moment(start, estimated=estimated, error=error) == written


def test_clock_has_hours_only_where_there_are_some() -> None:
    assert (clock(59.9), clock(60), clock(3600)) == ("0:59", "1:00", "1:00:00")


def test_line_range_of_one_line() -> None:
    assert (line_range((3, 3)), line_range((3, 5))) == ("line 3", "lines 3-5")


def test_quotation_shows_the_voice_and_what_was_misheard() -> None:
    correction = Correction("Pergozhin", "Prigozhin", 28)
    quote = Quote(
        "talk", "So Pergozhin left.", "So Prigozhin left.", Span(0, 18), (28, 28), None, "a newspaper",
        corrections=(correction,),
    )  # fmt: skip
    assert quotation(quote).plain.splitlines() == [
        "“So Prigozhin left.”",
        "Speaker unknown · line 28",
        "voicing: a newspaper (not the speaker's own words or view)",
        "heard “Pergozhin”, corrected to “Prigozhin” (line 28)",
    ]


@given(st.text())
def test_clean_text_is_one_line_that_no_terminal_obeys(text: str) -> None:
    assert "\n" not in clean(text)
    assert all(
        character.isprintable() or character in "\u200c\u200d" or ord(character) > 0xA0 for character in clean(text)
    )
