import re
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import NotesError, Problem
from store.notes import ShowNotes, key_name, line_of_key, notes_path, read_notes

Problems = Callable[[str | bytes], tuple[Problem, ...]]


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    def of(content: str | bytes) -> tuple[Problem, ...]:
        path = tmp_path / "talk.notes.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(NotesError) as caught:
            read_notes(path)
        assert {problem.file for problem in caught.value.problems} == {path}
        assert {problem.severity for problem in caught.value.problems} == {"error"}
        assert str(caught.value).startswith(f"{path}:")
        assert "\n" not in str(caught.value)
        return caught.value.problems

    return of


def test_seed_notes_are_read_whole(seed: Path) -> None:
    path = notes_path(seed)
    notes = read_notes(path)
    heads = re.findall(r"^\[\[(\w+)\]\]", path.read_text(encoding="utf-8"), re.MULTILINE)
    for key in set(heads):
        assert len(getattr(notes, key)) == heads.count(key)
    assert notes.reviewed
    assert 120 <= len(notes.overview.split()) <= 200
    assert 10 <= len(notes.chapters) <= 16


def test_empty_notes_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talk.notes.toml"
    path.write_bytes(b"\xef\xbb\xbf\r\n")
    assert read_notes(path) == ShowNotes()


def test_notes_stand_beside_their_transcript() -> None:
    assert notes_path(Path("a/b.c.txt")) == Path("a/b.c.notes.toml")


@pytest.mark.parametrize(
    ("source", "line", "key", "words"),
    [
        ("reviewed = true\noverveiw = 'x'\n", 2, "overveiw", "no such key"),
        ("[facts]\n\n# here\ntilte = 'x'\n", 4, "facts.tilte", "no such key"),
        (
            "[[turns]]\nline = 1\nspeaker = 'A'\n[[turns]]\nline = 2\nspeaker = ''\nspeakr = 'B'\n",
            7,
            "turns[1].speakr",
            "no such key",
        ),
        ("[[turns]]\nline = 1\nspeaker = 'A'\n\n[[turns]]\nline = 2\n", 5, "turns[1].speaker", "required"),
        ("[[turns]]\nline = 'twelve'\nspeaker = 'A'\n", 2, "turns[0].line", "integer"),
        ("[[turns]]\nline = 0\nspeaker = 'A'\n", 2, "turns[0].line", "greater than or equal to 1"),
        ("[[names]]\nmeant = 'A'\nheard = 'B'\n", 3, "names[0].heard", "tuple"),
        ("[[names]]\nmeant = ''\nheard = ['B']\n", 2, "names[0].meant", "at least 1 character"),
        ("[[names]]\nmeant = 'A'\nheard = []\n", 3, "names[0].heard", "at least 1 item"),
        ("[[voiced]]\nlines = [9, 3]\nvoice = 'A'\n", 1, "voiced[0]", "the first line 9 comes after the last 3"),
        ("[[voiced]]\nlines = [9]\nvoice = 'A'\n", 2, "voiced[0].lines[1]", "required"),
        ("[[speakers]]\nname = 'A'\nrole = 'narrator'\n", 3, "speakers[0].role", "'host', 'guest' or 'other'"),
        ("[facts]\npublished = 'soon'\n", 2, "facts.published", "date"),
        ("books = 3\n", 1, "books", "tuple"),
        (
            "[[books]]\ntitle = 'A'\nauthor = 'B'\nstatus = 'mentioned'\nsaid = { lines = [1, 1], txt = 'x' }\n",
            5,
            "books[0].said.txt",
            "no such key",
        ),
    ],
)
def test_schema_error_names_file_line_and_key(problems: Problems, source: str, line: int, key: str, words: str) -> None:
    (problem,) = problems(source)
    assert (problem.line, problem.key) == (line, key)
    assert words in problem.message


def test_every_schema_error_is_told(problems: Problems) -> None:
    found = problems("wrong = 1\n[[chapters]]\nline = -1\ntitle = ''\n")
    assert [(one.line, one.key) for one in found] == [(3, "chapters[0].line"), (4, "chapters[0].title"), (1, "wrong")]


def test_broken_toml_names_the_line(problems: Problems) -> None:
    (problem,) = problems("reviewed = true\n[[turns]\nline = 1\n")
    assert problem.line == 2
    assert "not TOML" in problem.message


@pytest.mark.parametrize("source", ["x = " + "9" * 5000, "x = " + "[" * 20000], ids=["long number", "deep nesting"])
def test_absurd_toml_is_no_fault(problems: Problems, source: str) -> None:
    assert "not TOML" in problems(source)[0].message


def test_notes_that_are_not_utf8(problems: Problems) -> None:
    (problem,) = problems('overview = "café"'.encode("latin-1"))
    assert "UTF-8" in problem.message


def test_notes_that_are_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="cannot be read"):
        read_notes(tmp_path)


def test_line_of_key_in_an_inline_array_is_that_of_the_array() -> None:
    assert line_of_key("reviewed = true\nturns = [\n  { line = 1 },\n]\n", ("turns", 0, "speaker")) == 2
    assert line_of_key("reviewed = true\n", ("turns", 0, "speaker")) is None


def test_key_name() -> None:
    assert key_name(("books", 2, "reason", "text")) == "books[2].reason.text"
