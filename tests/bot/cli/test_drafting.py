"""The verb that drafts show notes, called as a Typer app of its own."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.drafting import notes
from bot.cli.errors import InputError
from store.errors import TranscriptError
from store.notes import ShowNotes, read_notes

HEAD = (
    "---\nDate Generated: May 17, 2024\nLength: 70s\n---\n\n# On Bridges\n**A Show:** [June 30, 2023](https://a.b/c)\n"
)
SAID = ("What books would you recommend?", "The Ninth Canal by Lena Farrow.", "Thank you very much.")


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(HEAD + "".join(f"*  {line}\n" for line in SAID), "utf-8")
    return path


def _drafted(*words: object) -> str:
    app = typer.Typer()
    app.add_typer(notes, name="notes")
    result = CliRunner().invoke(app, ["notes", "draft", *map(str, words)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_draft_prints_notes_that_can_be_read(talk: Path) -> None:
    beside = talk.with_name("talk.notes.toml")
    beside.write_text(_drafted(talk), "utf-8")
    found: ShowNotes = read_notes(beside)
    assert [book.title for book in found.books] == ["The Ninth Canal"]


def test_update_prints_the_notes_first(talk: Path) -> None:
    source = "overview = 'Two talk.'\n"
    talk.with_name("talk.notes.toml").write_text(source, "utf-8")
    assert _drafted(talk, "--update").startswith(source)


@pytest.mark.parametrize("there", [None, ""])
def test_update_without_notes_says_so(talk: Path, there: str | None) -> None:
    if there is not None:
        talk.with_name("talk.notes.toml").write_text(there, "utf-8")
    with pytest.raises(InputError, match=r"talk\.notes\.toml"):
        _drafted(talk, "--update")


def test_draft_of_what_is_no_transcript_is_the_stores_error(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError):
        _drafted(tmp_path / "gone.txt")
