from collections.abc import Callable
from datetime import date

import pytest

from store.transcript import Chapter, Transcript

Read = Callable[..., Transcript]


def test_show_date_and_length(read: Read) -> None:
    header = read("Hello there.", "new-york-times-ezra-klein_20250415_3945s.txt").header
    assert (header.show, header.published, header.duration) == ("New York Times Ezra Klein", date(2025, 4, 15), 3945.0)
    assert header.guessed == {"show", "published", "duration"}


@pytest.mark.parametrize(
    ("stem", "title", "guest"),
    [
        ("299-datasette", "Datasette", ""),
        ("ep12_the-art-of-time", "The Art of Time", ""),
        ("308-alison-gopnik-on-children", "Alison Gopnik on Children", "Alison Gopnik"),
        ("a-talk-with-jane-doe", "A Talk with Jane Doe", "Jane Doe"),
        ("2023-06-30-what-is-going-on", "What Is Going on", ""),
        ("000_07237bb4a34dc730", "", ""),
        ("zmwQKXgvIj1", "", ""),
        ("20241115_-uG26zl5Wjc", "", ""),
        ("20250927_H6MvJSM72R4", "", ""),
        ("GardenTalks", "GardenTalks", ""),
        ("20250927_Garden-Talk", "Garden Talk", ""),
        ("transcript", "", ""),
        ("12345", "", ""),
    ],
)
def test_title_and_guest(read: Read, stem: str, title: str, guest: str) -> None:
    header = read("Hello there.", f"{stem}.txt").header
    assert (header.title, header.guest) == (title, guest)
    assert ("title" in header.guessed) == bool(header.title)
    assert ("guest" in header.guessed) == bool(guest)


def test_nothing_is_guessed_where_the_file_says_it(read: Read) -> None:
    text = "Title: A\nShow: B\nDate: 2020-01-01\nLength: 9s\n\nHello there."
    header = read(text, "some-show_20250415_3945s.txt").header
    assert (header.title, header.show, header.published, header.duration) == ("A", "B", date(2020, 1, 1), 9.0)
    assert header.guessed == frozenset()


def described(rows: str, length: str = "4000s") -> str:
    return f"---\nLength: {length}\nVideo Description: About.\n{rows}\n---\n\n# T\n**S:** x\n*  Said.\n"


def test_chapters_of_a_description(read: Read) -> None:
    rows = "0:00 - Intro\n(8:49) One: two\n[17:52] Three\n1:02:11 – Four\nAt 9:30 we met."
    header = read(described(rows)).header
    assert header.chapters == (
        Chapter("Intro", 0),
        Chapter("One: two", 529),
        Chapter("Three", 1072),
        Chapter("Four", 3731),
    )
    assert header.guessed == frozenset()


def test_chapters_with_the_time_last(read: Read) -> None:
    assert read(described("Intro 0:00\nThe end (8:49)")).header.chapters == (
        Chapter("Intro", 0),
        Chapter("The end", 529),
    )


def test_chapters_out_of_order_or_past_the_end_are_left_out_and_said(read: Read) -> None:
    transcript = read(described("0:00 A\n8:49 B\n5:00 C\n17:52 D\n2:00:00 E"))
    assert [chapter.title for chapter in transcript.header.chapters] == ["A", "B", "D"]
    assert "2 of its 5 chapters" in transcript.warnings[0].message


def test_one_time_is_no_list_of_chapters(read: Read) -> None:
    assert read(described("8:30 live on air")).header.chapters == ()
