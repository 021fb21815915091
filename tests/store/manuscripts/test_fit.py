from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import NotesError, Problem
from store.manuscripts.check import check
from store.manuscripts.opening import open_episode
from store.notes import notes_path

LINES = ["Hello there. Yes.", "One two.", "", "Three four. No."]  # lines 12, 13, 15; nothing in 14
WHO = "[[speakers]]\nname = 'Ana'\n[[speakers]]\nname = 'Bo'\n"
BOOK = "[[books]]\ntitle = 'A'\nauthor = 'B'\nstatus = 'mentioned'\n"


def turns(*notes: str) -> str:
    return WHO + "".join(f"[[turns]]\n{note}\n" for note in notes)


MISFITS = [
    (turns("line = 3\nspeaker = 'Ana'"), 6, "turns[0].line", "line 3"),
    (turns("line = 14\nspeaker = 'Ana'"), 6, "turns[0].line", "nothing is spoken in line 14"),
    (turns("line = 12\nspeaker = 'Cy'"), 7, "turns[0].speaker", "'Cy' is not among the speakers: Ana, Bo"),
    (turns("line = 12\nspeaker = 'Ana'\nat = 'Nay'"), 8, "turns[0].at", "does not hold the words 'Nay'"),
    (
        turns("line = 13\nspeaker = 'Ana'", "line = 12\nspeaker = 'Bo'"),
        9,
        "turns[1].line",
        "line 12 comes after line 13",
    ),
    (turns("line = 12\nspeaker = 'Ana'", "line = 12\nspeaker = 'Bo'"), 9, "turns[1].line", "order"),
    (
        turns("line = 12\nspeaker = 'Ana'\nat = 'Yes'", "line = 12\nspeaker = 'Bo'\nat = 'there'"),
        12,
        "turns[1].at",
        "'there' does not come after 'Yes'",
    ),
    (
        turns("line = 12\nspeaker = 'Ana'\nat = 'Yes'", "line = 12\nspeaker = 'Bo'\nat = 'Yes'"),
        12,
        "turns[1].at",
        "'Yes' does not come after 'Yes'",
    ),
    ("[[chapters]]\nline = 99\ntitle = 'A'\n", 2, "chapters[0].line", "speech stands in lines 12 to 15"),
    (
        "[[chapters]]\nline = 13\ntitle = 'A'\n[[chapters]]\nline = 13\ntitle = 'B'\n",
        5,
        "chapters[1].line",
        "chapters stand in their order",
    ),
    ("[[names]]\nmeant = 'X'\nheard = ['thre']\n", 3, "names[0].heard", "'thre' is nowhere"),
    ("[[names]]\nmeant = 'X'\nheard = ['Thre']\n", 3, "names[0].heard", "'Thre' is nowhere"),
    (
        "[[names]]\nmeant = 'X'\nheard = ['One']\nlines = [12]\n",
        3,
        "names[0].heard",
        "none of the lines given, but in [13]",
    ),
    ("[[names]]\nmeant = 'X'\nheard = ['One']\nlines = [13, 99]\n", 4, "names[0].lines", "line 99"),
    ("[[voiced]]\nlines = [12, 13]\ntext = 'one two.'\nvoice = 'A'\n", 3, "voiced[0].text", "to the letter"),
    ("[[voiced]]\nlines = [12, 14]\nvoice = 'A'\n", 2, "voiced[0].lines", "line 14"),
    ("[[points]]\nlines = [13, 13]\ntext = 'Three four.'\n", 3, "points[0].text", "lines 13 to 13 do not hold"),
    ("[[asides]]\nkind = 'credits'\nlines = [1, 12]\n", 3, "asides[0].lines", "line 1"),
    ("[[topics]]\nheading = 'A'\nlines = [[12, 13], [15, 16]]\n", 3, "topics[0].lines[1]", "line 16"),
    ("[[topics]]\nheading = 'A'\nlines = [[15, 12]]\n", 3, "topics[0].lines[0]", "the first line 15 comes after"),
    (
        "[[topics]]\nheading = 'A'\nlines = [[12, 12]]\n[[unspoken]]\nheading = 'A'\n",
        5,
        "unspoken[0].heading",
        "'A' is a topic, too",
    ),
    ("[[prompts]]\ntext = 'A?'\nlines = [13, 12]\n", 3, "prompts[0].lines", "the first line 13 comes after"),
    (
        f"{BOOK}said = {{ lines = [13, 13] }}\nreason = {{ lines = [13, 15], text = 'One two. Three fuor.' }}\n",
        6,
        "books[0].reason.text",
        "'One two. Three fuor.'",
    ),
    (
        f"{BOOK}said = {{ lines = [16, 16] }}\n",
        5,
        "books[0].said.lines",
        "line 16",
    ),
]


@pytest.mark.parametrize(
    ("notes", "line", "key", "words"), MISFITS, ids=[f"{key}-{at}" for at, (_, _, key, _) in enumerate(MISFITS)]
)
def test_misfit_names_file_line_and_key(
    write: Callable[..., Path], notes: str, line: int, key: str, words: str
) -> None:
    path = write(LINES, notes)
    with pytest.raises(NotesError) as caught:
        open_episode(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.key) == (notes_path(path), line, key)
    assert words in problem.message
    assert str(caught.value) == f"{notes_path(path)}:{line}: {key}: {problem.message}"
    assert check(path) == (problem,)


def test_what_fits_is_no_problem(write: Callable[..., Path]) -> None:
    notes = turns("line = 12\nspeaker = 'Ana'", "line = 12\nspeaker = 'Bo'\nat = 'Yes'", "line = 15\nspeaker = ''")
    notes += (
        "[[points]]\nlines = [12, 15]\ntext = 'Yes. One two. Three'\n[[names]]\nmeant = 'X'\nheard = ['two. Three']\n"
    )
    assert check(write(LINES, notes)) == ()


def test_every_misfit_is_told_and_counted(write: Callable[..., Path]) -> None:
    path = write(LINES, "[[chapters]]\nline = 98\ntitle = 'A'\n[[chapters]]\nline = 99\ntitle = 'B'\n")
    with pytest.raises(NotesError, match=r"and 1 more") as caught:
        open_episode(path)
    assert [problem.line for problem in caught.value.problems] == [2, 5]


def test_check_of_the_seed_finds_nothing(seed: Path) -> None:
    assert check(seed) == ()


def test_check_warns_of_missing_notes(write: Callable[..., Path]) -> None:
    (problem,) = check(write(LINES))
    assert (problem.severity, problem.file.name) == ("warning", "talk.txt")
    assert "talk.notes.toml" in problem.message


def test_check_tells_what_the_reader_could_not_read_before_the_notes(
    write: Callable[..., Path], whisper: Callable[..., str]
) -> None:
    path = write(LINES, "wrong = 1\n")
    path.write_text(whisper(LINES).replace("June 30, 2023", "someday"), encoding="utf-8")
    found = [(problem.severity, problem.file.name, problem.line) for problem in check(path)]
    assert found == [("warning", "talk.txt", 11), ("error", "talk.notes.toml", 1)]


def test_problem_reads_as_compilers_write() -> None:
    assert str(Problem("error", Path("a.toml"), "is wrong", 3, "turns[0].line")) == "a.toml:3: turns[0].line: is wrong"
    assert str(Problem("warning", Path("a.txt"), "is odd")) == "a.txt: is odd"
