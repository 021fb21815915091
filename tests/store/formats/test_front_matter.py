from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.formats import front_matter
from store.transcript import Chapter, Line, Transcript

Read = Callable[..., Transcript]
FACTS = """---
guest: Ada Host
title: 'On Bridges: why they''re there'
youtube_url: https://www.youtube.com/watch?v=abcdefghijk
publish_date: 2025-01-05
description: "Ada builds\\
  \\ bridges.\\n\\n0:00 Opening\\n5:00 \\u201CMore\\u201D
  and more"
duration_seconds: 5023.0
duration: '1:23:43'
channel: The Show
keywords:
- growth
- bridges
---
"""
TALK = (
    "\n# On Bridges\n\n## Transcript\n\nBen (00:00:00):\nWelcome.\n\nAda Host (00:00:10):\nThank you.\n\nIt is good.\n"
)


def test_facts_of_the_block_are_the_headers_and_nobodys_words(read: Read) -> None:
    transcript = read(FACTS + TALK)
    header = transcript.header
    assert header.title == "On Bridges: why they're there"
    assert (header.show, header.guest) == ("The Show", "Ada Host")
    assert (header.published, header.duration) == (date(2025, 1, 5), 5023.0)
    assert header.url == "https://www.youtube.com/watch?v=abcdefghijk"
    assert header.description == "Ada builds bridges.\n\n0:00 Opening\n5:00 “More” and more"
    assert header.chapters == (Chapter("Opening", 0.0), Chapter("“More” and more", 300.0))
    assert header.guessed == frozenset()
    assert transcript.lines == (
        Line(22, "Welcome.", 0.0, speaker="Ben"),
        Line(25, "Thank you.", 10.0, speaker="Ada Host"),
        Line(27, "It is good.", speaker="Ada Host"),
    )


def test_values_over_several_rows() -> None:
    values = "title: one\n  two\n\n  three\nsummary: |\n  A.\n  B.\nguests:\n  - Ada\n  - 'Ben'\nshow: >-\n  C\n  D"
    rows = f"---\n{values}\n---\nSaid."
    found, end = front_matter.read(rows.split("\n"))
    assert dict(found) == {"title": "one two\nthree", "summary": "A.\nB.", "guests": "Ada, Ben", "show": "C D"}
    assert rows.split("\n")[end] == "Said."


def test_dashes_that_open_no_block_of_facts_leave_all_to_the_speech(read: Read) -> None:
    for text in ("---\nSo it began.\n---\nAnd went on.\n", "---\ntitle: never closed\nSaid.\n"):
        assert front_matter.read(text.split("\n")) == ([], 0)
        assert "began" in text or "Said." in [line.text for line in read(text).lines]


@given(st.text(st.sampled_from("ab:\\-'\"|> \nu0")), st.text(st.sampled_from("ab: \n-")))
def test_any_block_is_read(first: str, second: str) -> None:
    rows = f"---\ntitle: {first}\nurl: {second}\n---\nSaid.\n".split("\n")
    found, end = front_matter.read(rows)
    assert 0 <= end <= len(rows)
    assert all(isinstance(value, str) for _, value in found)
