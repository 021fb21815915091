from collections.abc import Callable

import pytest

from store.errors import TranscriptError
from store.transcript import Transcript

Read = Callable[..., Transcript]
Refused = Callable[..., TranscriptError]
TEXT = "Anna: In a café.\nBen: Über alles.\nAnna: Naïve – “yes”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_with_a_mark_change_nothing(read: Read, encoding: str, ending: str) -> None:
    transcript = read(TEXT.replace("\n", ending).encode(encoding))
    assert transcript.lines == read(TEXT).lines
    assert transcript.warnings == ()


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_of_either_order(read: Read, mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert read(mark + TEXT.encode(encoding)).lines == read(TEXT).lines


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_latin_1_is_the_last_resort_and_said(read: Read, encoding: str) -> None:
    text = TEXT.replace("–", "-") if encoding == "cp1252" else "Anna: Hm.\nBen: Über alles, café.\nAnna: Naïve.\n"
    transcript = read(text.encode(encoding))
    assert transcript.lines == read(text).lines
    (warning,) = transcript.warnings
    assert "Latin-1" in warning.message
    assert warning.line == (1 if encoding == "cp1252" else 2)


def test_cut_in_the_middle_of_a_character(read: Read) -> None:
    transcript = read("Hello.\nIn a café".encode()[:-1])
    assert transcript.lines[-1].text == "In a caf"
    assert "cut" in transcript.warnings[0].message


def test_one_damaged_byte_does_not_make_utf8_into_latin_1(read: Read) -> None:
    transcript = read(TEXT.encode().replace(b"alles", b"al\xffes"))
    assert transcript.lines[0].text == "In a café."
    assert transcript.lines[1].text == "Über al\ufffdes."
    assert transcript.warnings[0].line == 2


def test_utf16_cut_in_half_a_character(read: Read) -> None:
    assert read("Hello there".encode("utf-16") + b"x").lines[0].text.startswith("Hello there")


def test_control_characters_are_left_out(read: Read) -> None:
    transcript = read("Hello \x1b[31mthere, " + "word " * 100)
    assert "\x1b" not in transcript.lines[0].text
    assert "control" in transcript.warnings[0].message


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"ID3\x03\0abc", "audio"),
        (b"\xff\xfb\x90\x44", "audio"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio"),
        (b"OggS\0\x02", "audio"),
        (b"\0\0\0\x18ftypM4A ", "audio"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\0", "database"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"<!DOCTYPE html><p>Hi", "HTML"),
        (b"\xef\xbb\xbf\n <html lang='en'>", "HTML"),
        (b"<!-- a -->\n<HTML>", "HTML"),
        (b"<?xml version='1.0'?><tt/>", "XML"),
        (b"Hello\0there", "binary"),
        (b"H\0e\0l\0l\0o\0", "binary"),
        (b"\x01\x02\x03abc", "binary"),
    ],
)
def test_what_is_no_transcript_is_refused_by_name(refused: Refused, content: bytes, name: str) -> None:
    error = refused(content)
    assert name in error.what
    assert "not a transcript" in error.what


@pytest.mark.parametrize("row", ["word\n", "A: b\n", "\n", "a --> b\n"])
def test_a_million_lines_are_refused_soon(refused: Refused, row: str) -> None:
    assert "more than" in refused("x\n" + row * 2_100_000).what
    if row != "\n":
        assert "500,000" in refused("x\n" + row * 600_000).what
