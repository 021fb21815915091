import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store import formats
from store.errors import TranscriptError
from store.formats import MAX_BYTES
from store.transcript import Line, Transcript

SHOW = "**The Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)"
Read = Callable[[str | bytes], Transcript]
Whisper = Callable[..., str]


def refusal(path: Path) -> TranscriptError:
    with pytest.raises(TranscriptError) as caught:
        formats.read(path)
    error = caught.value
    assert error.path == path
    assert str(error).startswith(str(path))
    assert error.what in str(error)
    assert error.cure in str(error)
    assert "\n" not in str(error)
    return error


def test_seed_header(seed: Path) -> None:
    transcript = formats.read(seed)
    header = transcript.header
    assert header.title == "What\u2019s Really Going On in Russia?"
    assert header.show == "The Ezra Klein Show"
    assert header.published == date(2023, 6, 30)
    assert header.duration == 4117
    assert header.url == "https://www.youtube.com/watch?v=zmwQKXgvIjU"
    assert header.description == ""
    assert transcript.id == "000_07237bb4a34dc730"
    assert transcript.warnings == ()


def test_seed_lines_bear_the_numbers_of_the_file(seed: Path, said: dict[int, str]) -> None:
    lines = formats.read(seed).lines
    assert len(lines) == 929
    assert (lines[0].number, lines[-1].number) == (12, 940)
    assert {line.number: line.text for line in lines} == said
    assert {line.start for line in lines} == {None}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_and_byte_order_mark_change_nothing(
    read: Read, whisper: Whisper, mark: bytes, ending: str
) -> None:
    plain = read(whisper(["One thing.", "Another."]))
    other = read(mark + whisper(["One thing.", "Another."]).replace("\n", ending).encode())
    assert other.header == plain.header
    assert other.lines == plain.lines == (Line(12, "One thing."), Line(13, "Another."))


def test_long_description_is_kept_whole_and_nothing_of_it_is_speech(read: Read) -> None:
    description = """A talk about everything.

---
# Chapters
8:49 - The start
* a bullet of the show notes
*  another, with two spaces
---

Mentioned:
Length: a metre
**The Book:** [here](https://example.com)"""
    facts = f"---\nLength: 60s\nVideo Rating: None\nVideo Description: {description}\n---\n\n# A Talk\n{SHOW}\n"
    transcript = read(facts + "*  Said.\n")
    assert transcript.header.description == description
    assert transcript.header.title == "A Talk"
    assert transcript.header.show == "The Show"
    assert transcript.header.duration == 60
    assert transcript.lines == (Line(facts.count("\n") + 1, "Said."),)


def test_time_links_give_the_exact_second_and_leave_the_text(read: Read, whisper: Whisper) -> None:
    link = "[[01:01:11](https://www.youtube.com/watch?v=abcdefghijk&t=3671.24s)]"
    without = "[[01:01:12](https://example.com/listen)]"
    lines = read(whisper([f"In [brackets] and (so). {link}", f"Next. {without}", "No time."])).lines
    assert lines == (
        Line(12, "In [brackets] and (so).", start=3671.24),
        Line(13, "Next.", start=3672.0),
        Line(14, "No time."),
    )


def test_lines_without_words_are_no_speech_but_count(read: Read, whisper: Whisper) -> None:
    link = "[[00:00:01](https://www.youtube.com/watch?v=abcdefghijk&t=1.0s)]"
    lines = read(whisper(["One.", "", "   ", link, "Two."])).lines
    assert [(line.number, line.text) for line in lines] == [(12, "One."), (16, "Two.")]


def test_bullets_with_one_space_or_a_tab_are_speech(read: Read, whisper: Whisper) -> None:
    lines = read(whisper(["One."]) + "* isiad\n*\tThree.\n").lines
    assert [line.text for line in lines] == ["One.", "isiad", "Three."]


def test_words_are_kept_as_they_stand(read: Read, whisper: Whisper) -> None:
    odd = "two  spaces, a\ttab, *stars*, _lines_, @everyone, [x](y), \u2028 and 日本語"
    assert read(whisper([odd])).lines == (Line(12, odd),)


def test_title_over_bullets_without_a_block_of_facts(read: Read) -> None:
    transcript = read(f"# A Talk\n{SHOW}\n*  One.\n---\n*  Two.\n---\n*  Three.\n")
    assert transcript.header.title == "A Talk"
    assert transcript.header.published == date(2023, 6, 30)
    assert [(line.number, line.text) for line in transcript.lines] == [(3, "One."), (5, "Two."), (7, "Three.")]


@pytest.mark.parametrize(
    ("stated", "duration"),
    [("4117s", 4117.0), ("12.5 s", 12.5), ("90", 90.0), ("0s", None), ("None", None), ("-4s", None), ("9" * 999, None)],
)
def test_length(read: Read, whisper: Whisper, stated: str, duration: float | None) -> None:
    assert read(whisper(["Said."], length=stated)).header.duration == duration


def test_date_that_cannot_be_read_is_a_warning_with_its_line(read: Read, whisper: Whisper) -> None:
    transcript = read(whisper(["Said."]).replace("June 30, 2023", "Juneteenth"))
    assert transcript.header.published is None
    (warning,) = transcript.warnings
    assert (warning.severity, warning.line) == ("warning", 11)
    assert "Juneteenth" in str(warning)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://[broken", "not-an-address", ""])
def test_address_that_is_none_is_left_out(read: Read, whisper: Whisper, address: str) -> None:
    transcript = read(whisper(["Said."]).replace("https://www.youtube.com/watch?v=abcdefghijk", address))
    assert transcript.header.url is None
    assert transcript.header.show == "The Show"
    assert transcript.header.published == date(2023, 6, 30)


def test_absurd_times_are_no_times(read: Read, whisper: Whisper) -> None:
    digits = "9" * 5000
    lines = read(whisper([f"One. [[{digits}:00:00](x)]", f"Two. [[00:00:02](x?t={digits}s)]"])).lines
    assert [line.start for line in lines] == [None, 2.0]


def test_digest_is_that_of_the_bytes(read: Read, whisper: Whisper) -> None:
    one, other = read(whisper(["Said."])), read(whisper(["Said!"]))
    assert len(one.digest) == 64
    assert one.digest != other.digest
    assert one.digest == read(whisper(["Said."])).digest


def test_nothing_spoken(tmp_path: Path, whisper: Whisper) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(whisper(["", "  ", "[[00:00:01](https://youtu.be/a?t=1s)]"]))
    assert "nothing is spoken" in refusal(path).what


@pytest.mark.parametrize("content", [b"", b"\n \n\n", b"\xef\xbb\xbf"], ids=["no byte", "blank lines", "only a mark"])
def test_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(content)
    assert "empty" in refusal(path).what


def test_missing_file(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "absent.txt").what


def test_path_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("x")
    refusal(tmp_path / "talk.txt" / "absent.txt")


def test_folder(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    refusal(tmp_path / "pipe.txt")


def test_path_that_no_system_has() -> None:
    refusal(Path("a\0b.txt"))


def test_over_20_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.touch()
    os.truncate(path, MAX_BYTES + 1)
    assert "20 MB" in refusal(path).what


def test_exactly_20_mb_is_read(tmp_path: Path, whisper: Whisper) -> None:
    path = tmp_path / "talk.txt"
    head = whisper(["Said."]).encode()
    path.write_bytes(head + b"x" * (MAX_BYTES - len(head)))
    assert formats.read(path).lines == (Line(12, "Said."),)
