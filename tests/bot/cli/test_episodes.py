"""The verbs that show what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import Run

EPISODE = {
    "id",
    "title",
    "show",
    "published",
    "recorded",
    "duration",
    "url",
    "speakers",
    "lines",
    "reviewed",
    "guessed",
}
TALK = {
    "id": "talk",
    "title": "On Bridges",
    "show": "A Show",
    "published": "2023-06-30",
    "recorded": None,
    "duration": 70.0,
    "url": "https://www.youtube.com/watch?v=abcdefghijk",
    "speakers": ["Ada Host", "Bo Guest"],
    "lines": 7,
    "reviewed": True,
    "guessed": [],
}
SPLIT = """
speakers = [{ name = "Ada Host", role = "host" }, { name = "Bo Guest", role = "guest" }]
turns = [{ line = 12, speaker = "Ada Host" }, { line = 12, speaker = "Bo Guest", at = "It does." }]
names = [{ meant = "Mostar", heard = ["Moster"] }]
"""


@pytest.fixture
def two(talk: Path, write: Callable[..., Path], tmp_path: Path) -> Path:
    """Write a library of two, of which `talk` is the default; return its configuration."""
    write("Nobody says much.", name="other")
    config = tmp_path / "two.toml"
    config.write_text(f"[episodes]\npaths = ['{talk.name}', 'other.txt']\ndefault = 'talk'\n", "utf-8")
    return config


def test_episode_show_prints_the_contracts_object(run: Run, talk: Path) -> None:
    printed = run("episode", "show", talk, "--json")
    assert printed.status == 0
    assert printed.json == TALK


def test_episode_show_in_readable_text(run: Run, talk: Path) -> None:
    out = run("episode", "show", talk).out
    assert all(text in out for text in ("On Bridges", "A Show", "2023-06-30", "1:10", "Ada Host, Bo Guest"))
    assert "reviewed by a person" in out


def test_what_is_not_known_is_said_to_be_unknown(run: Run, write: Callable[..., Path]) -> None:
    out = run("episode", "show", write("Nobody says much.")).out
    assert "Speakers    unknown" in out
    assert "not reviewed by a person" in out


def test_episode_list_prints_all_and_marks_the_default(run: Run, two: Path) -> None:
    printed = run("episode", "list", "--json", "--config", two)
    assert printed.status == 0
    assert list(printed.json) == ["episodes"]
    assert [episode["id"] for episode in printed.json["episodes"]] == ["other", "talk"]
    assert all(episode.keys() == EPISODE for episode in printed.json["episodes"])
    assert "talk *" in run("episode", "list", "--config", two).out


def test_episode_is_the_one_that_is_named(run: Run, two: Path) -> None:
    assert run("episode", "show", "other", "--json", "--config", two).json["id"] == "other"
    assert run("transcript", "--json", "--config", two).json["episode"]["id"] == "talk"
    assert run("transcript", "--json", "--config", two, "--episode", "other").json["episode"]["id"] == "other"


def test_path_of_any_transcript_stands_for_an_id(run: Run, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("broken", "utf-8")
    assert run("transcript", "--json", "--episode", talk.name).json["episode"] == TALK


def test_chapters_print_the_contracts_object(run: Run, talk: Path) -> None:
    printed = run("chapters", "--json", "--episode", talk)
    assert printed.status == 0
    first, second = printed.json["chapters"]
    gist = "What a bridge is."
    assert first == {
        "number": 1,
        "title": "Promises",
        "lines": [12, 14],
        "start": 0.0,
        "gist": gist,
        "automatic": False,
    }
    assert (second["number"], second["lines"], second["gist"]) == (2, [15, 18], "")


def test_chapters_in_readable_text_mark_times_that_are_estimated(run: Run, talk: Path) -> None:
    out = run("chapters", "--episode", talk).out
    assert "≈ 0:00" in out
    assert "What a bridge is." in out


def test_no_chapters_have_status_1(run: Run, write: Callable[..., Path]) -> None:
    path = write("Nobody says much.", length="unknown")
    printed = run("chapters", "--json", "--episode", path)
    assert (printed.status, printed.json) == (1, {"chapters": []})
    assert "no chapters" in run("chapters", "--episode", path).out


def test_transcript_prints_the_contracts_object(run: Run, said: str) -> None:
    printed = run("transcript", "--format", "json")
    assert printed.status == 0
    assert printed.json.keys() == {"episode", "lines"}
    assert printed.json["episode"].keys() == EPISODE
    assert " ".join(line["text"] for line in printed.json["lines"]) == said
    assert [line["line"] for line in printed.json["lines"]] == list(range(12, 941))
    assert {line["speaker"] for line in printed.json["lines"]} == {"Ezra Klein", "Stephen Kotkin"}
    keys = {"line", "text", "display", "speaker", "start", "estimated"}
    assert all(line.keys() - {"turns"} == keys for line in printed.json["lines"])


def test_turns_are_given_only_where_the_speaker_changes_inside_a_line(run: Run, write: Callable[..., Path]) -> None:
    path = write("Does it stand? It does.", "The bridge at Moster stands.", notes=SPLIT)
    first, second = run("transcript", "--json", "--episode", path).json["lines"]
    assert first["turns"] == [
        {"speaker": "Ada Host", "text": "Does it stand?"},
        {"speaker": "Bo Guest", "text": "It does."},
    ]
    assert "turns" not in second
    assert (second["text"], second["display"]) == ("The bridge at Moster stands.", "The bridge at Mostar stands.")


def test_check_finds_nothing_wrong_with_the_episode_that_ships(run: Run, seed: Any) -> None:
    path = seed.transcript.path
    printed = run("episode", "check", path, "--json")
    assert printed.status == 0
    assert printed.json == {
        "file": str(path),
        "format": "Whisper Markdown",
        "times": "estimated",
        "lines": 929,
        "faults": 0,
        "problems": [],
    }


def test_check_with_warnings_only_has_status_0(run: Run, write: Callable[..., Path]) -> None:
    path = write("Nobody says much.")
    printed = run("episode", "check", path, "--json")
    assert printed.status == 0
    assert {problem["severity"] for problem in printed.json["problems"]} == {"warning"}
    assert "0 errors, 1 warning" in run("episode", "check", path).out


def test_check_says_what_a_file_is_read_as_and_counts_the_recognisers_faults(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    said = ["A bridge is a promise.", *["Thank you for watching!"] * 3]
    cues = (f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n" for n, text in enumerate(said, start=1))
    path.write_text("\n".join(cues))
    printed = run("episode", "check", path, "--json").json
    assert (printed["format"], printed["times"], printed["lines"], printed["faults"]) == ("SRT", "exact", 4, 3)
    readable = run("episode", "check", path).out
    assert "SRT, 4 cues, 3 kept out as the recogniser's faults, each with its time" in readable


def test_check_lists_each_error_with_its_place_and_has_status_1(run: Run, write: Callable[..., Path]) -> None:
    path = write("Nobody says much.", notes='[[chapters]]\nline = 99\ntitle = "Far out"\n')
    printed = run("episode", "check", path, "--json")
    assert printed.status == 1
    (problem,) = printed.json["problems"]
    assert problem.keys() == {"severity", "file", "line", "key", "message"}
    assert (problem["severity"], problem["file"]) == ("error", str(path.with_name("talk.notes.toml")))
    readable = run("episode", "check", path)
    assert readable.status == 1
    assert f"error {path.with_name('talk.notes.toml')}:" in readable.out


@pytest.mark.parametrize("name", ["gone.txt", "folder", "binary.txt", "empty.txt"])
def test_check_of_what_cannot_be_read_has_status_2(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").touch()
    assert name in run("episode", "check", name).error
