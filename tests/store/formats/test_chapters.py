import pytest

from store.formats.chapters import chapters, ordered
from store.transcript import Chapter

LISTED = [Chapter("Opening", 0.0), Chapter("The first bridge", 529.0), Chapter("The last, 1850-1900", 3731.0)]


@pytest.mark.parametrize(
    "rows",
    [
        "(00:00:00) Opening\n(00:08:49) The first bridge\n(01:02:11) The last, 1850-1900",
        "0:00 Opening\n8:49 The first bridge\n62:11 The last, 1850-1900",
        "00:00 | Opening\n08:49 | The first bridge\n1:02:11 | The last, 1850-1900",
        "Opening - 0:00\nThe first bridge - 8:49\nThe last, 1850-1900 - 1:02:11",
        "1. 0:00 Opening\n2. 8:49 The first bridge\n3. 1:02:11 The last, 1850-1900",
        "0:00 - 8:49 Opening\n8:49 - 1:02:11 The first bridge\n1:02:11–1:08:00: The last, 1850-1900",
        "⏱️ 0:00 – Opening\n🌉 8:49 – The first bridge\n• 1:02:11 – The last, 1850-1900",
        "[0:00] *Opening*\n[8:49] The **first** bridge\n[1:02:11] The last, 1850-1900",
        "In this episode: 0:00 Opening 8:49 The first bridge 1:02:11 The last, 1850-1900 — Where to find us: https://a.b",
        "[0:00] Opening [8:49] The first bridge [1:02:11] The last, 1850-1900",
    ],
)
def test_styles_of_lists(rows: str) -> None:
    assert chapters(f"About bridges.\n\n{rows}\n\nFollow us at 8 pm: https://example.com") == LISTED


@pytest.mark.parametrize(
    "text",
    [
        "We met at 9:30 and left at 10:45.",
        "Open from 9:00 to 12:00 and from 13:00 to 18:00, and 9:00 again.",
        "Ratios of 3:1 and 16:9.",
        "https://a.b/c?t=0:00 https://a.b/c?t=8:49",
        "",
    ],
)
def test_times_that_list_no_chapters(text: str) -> None:
    assert chapters(text) == []


def test_asterisks_that_are_no_emphasis_stay() -> None:
    found = chapters("0:00 2 * 3 * 4\n5:00 snake_case_name and f**k")
    assert [chapter.title for chapter in found] == ["2 * 3 * 4", "snake_case_name and f**k"]


def test_chapters_out_of_order_or_past_the_end_are_left_out() -> None:
    mixed = [Chapter("A", 0.0), Chapter("B", 90.0), Chapter("C", 60.0), Chapter("D", 5000.0)]
    assert ordered(mixed, 4000.0) == (Chapter("A", 0.0), Chapter("B", 90.0))
    assert ordered(mixed[:1], 4000.0) == ()
