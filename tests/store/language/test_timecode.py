import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.language.timecode import timecode


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("27:10", 1630),
        ("1:02:03", 3723),
        ("0:00", 0),
        ("00:27:10", 1630),
        ("127:10", 7630),
        ("27m10s", 1630),
        ("27m 10s", 1630),
        ("1h2m3s", 3723),
        ("1h 2m", 3720),
        ("27 min", 1620),
        ("27 minutes", 1620),
        ("27 minutes 10 seconds", 1630),
        ("at 27:10", 1630),
        ("At 27:10?", 1630),
        ("around 27:10", 1630),
        ("≈ 27:10", 1630),
        ("@27:10", 1630),
        ("minute 27", 1620),
        ("at minute 27", 1620),
        ("bei 27:10", 1630),
        ("in Minute 27", 1620),
        (" 27:10.5 ", 1630),
    ],
)
def test_moment_is_read(text: str, seconds: int) -> None:
    assert timecode(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        *("", "27", "1984", "the 90s", "90s", "24h", "9/11", "27:60", "27:1", "1:60:00", "27:10 coup", "coup at 27:10"),
        *("a:b", "1:2:3:4", "at", "minute", "12:34:5", "-1:00", "9999:00", "10 million", "5 minutes of fame"),
        "John 3:16 says",
    ],
)
def test_other_words_are_words(text: str) -> None:
    assert timecode(text) is None


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = timecode(text)
    assert found is None or found >= 0


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_what_a_card_writes_is_read_back(hours: int, minutes: int, seconds: int) -> None:
    written = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    assert timecode(written) == hours * 3600 + minutes * 60 + seconds
