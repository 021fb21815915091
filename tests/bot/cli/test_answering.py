"""The verbs that answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import Run

QUOTE = {
    "text",
    "display",
    "speaker",
    "voice",
    "lines",
    "start",
    "estimated",
    "error",
    "url",
    "score",
    "episode",
    "corrections",
}
BOOK = {"title", "author", "year", "said", "reason", "recommended_by", "url", "reviewed"}


def check_quote(quote: dict[str, Any], said: str) -> None:
    """Hold a quote against the contract."""
    assert quote.keys() == QUOTE
    assert quote["text"] in said
    assert quote["speaker"] in {"Ezra Klein", "Stephen Kotkin"}
    first, last = quote["lines"]
    assert 12 <= first <= last <= 940
    assert quote["estimated"] is True
    assert 0 <= quote["start"] <= 4117
    assert 15 <= quote["error"] <= 81
    assert quote["episode"] == "000_07237bb4a34dc730"
    assert all(correction.keys() == {"heard", "meant", "line"} for correction in quote["corrections"])
    assert (quote["display"] != quote["text"]) == bool(quote["corrections"])


def test_quote_prints_the_contracts_object(run: Run, said: str) -> None:
    printed = run("quote", "the mystique is gone", "--limit", "3", "--json")
    assert printed.status == 0
    assert printed.json.keys() == {"query", "answers", "nearest"}
    assert printed.json["query"] == "the mystique is gone"
    assert printed.json["nearest"] is None
    assert 1 <= len(printed.json["answers"]) <= 3
    for quote in printed.json["answers"]:
        check_quote(quote, said)
        assert isinstance(quote["score"], float)


def test_quote_not_found_is_printed_with_status_1(run: Run, said: str) -> None:
    printed = run("quote", "Elon Musk and his rockets", "--json")
    assert (printed.status, printed.err) == (1, "")
    assert printed.json["answers"] == []
    if printed.json["nearest"] is not None:
        check_quote(printed.json["nearest"], said)


def test_quotes_of_one_speaker_only(run: Run, talk: Path) -> None:
    printed = run("quote", "bridge", "--speaker", "guest", "--json", "--episode", talk)
    assert {quote["speaker"] for quote in printed.json["answers"]} == {"Bo Guest"}


def test_quote_in_readable_text_has_words_speaker_moment_and_lines(run: Run, talk: Path) -> None:
    printed = run("quote", "steel and arithmetic", "--episode", talk)
    assert printed.status == 0
    assert "steel and with arithmetic.”" in printed.out
    assert "Ada Host · ≈ 0:" in printed.out
    assert " ± 15 s · line" in printed.out
    assert "https://www.youtube.com/watch?v=abcdefghijk&t=" in printed.out
    assert "A Show · On Bridges · 2023-06-30 · word for word from the transcript" in printed.out


def test_quote_not_found_in_readable_text_says_what_is_missing(run: Run, talk: Path) -> None:
    printed = run("quote", "zeppelins", "--episode", talk)
    assert printed.status == 1
    assert "Not in this episode" in printed.out
    assert "“zeppelins”" in printed.out


def test_quote_of_what_the_show_notes_list_as_not_spoken_of_names_it(run: Run) -> None:
    asked = ("quote", "how did Prigozhin die")
    assert run(*asked, "--json").json["unspoken"] == "Prigozhin's death in the plane crash"
    assert "not spoken of: Prigozhin's death in the plane crash." in run(*asked).out
    assert "unspoken" not in run("quote", "the mystique of the regime", "--json").json


@pytest.mark.parametrize("query", ["", "  ", "?!"])
def test_quote_of_nothing_is_refused(run: Run, talk: Path, query: str) -> None:
    assert "no words" in run("quote", query, "--episode", talk, "--json").error


def test_quote_of_far_too_much_is_refused(run: Run, talk: Path) -> None:
    assert "characters" in run("quote", "bridge " * 1000, "--episode", talk).error


def test_unknown_speaker_is_refused(run: Run, talk: Path) -> None:
    error = run("quote", "bridge", "--speaker", "Putin", "--episode", talk).error
    assert "Ada Host, Bo Guest" in error


def test_words_that_are_no_utf8_are_printed_as_json_all_the_same(run: Run, talk: Path) -> None:
    printed = run("quote", "bridge \udcff \x9b31m \u2028", "--episode", talk, "--json")
    assert printed.json["query"] == "bridge \udcff \x9b31m \u2028"
    assert len(printed.out.splitlines()) == 1


@pytest.mark.parametrize(("length", "most"), [("short", 5), ("medium", 10), ("long", 20)])
def test_summary_of_the_whole_prints_the_contracts_object(run: Run, said: str, length: str, most: int) -> None:
    printed = run("summary", "--length", length, "--json")
    assert printed.status == 0
    assert printed.json.keys() == {"of", "title", "written", "points"}
    assert printed.json["of"] == "whole"
    assert printed.json["written"].startswith("Days after")
    assert 1 <= len(printed.json["points"]) <= most
    for point in printed.json["points"]:
        check_quote(point, said)
        assert point["score"] is None


def test_summary_of_a_chapter_is_of_its_number(run: Run, talk: Path) -> None:
    printed = run("summary", "--of", "1", "--json", "--episode", talk)
    assert printed.json["of"] == "1"
    assert printed.json["title"] == "Promises"
    assert all(point["lines"][1] <= 14 for point in printed.json["points"])


def test_summary_in_readable_text_marks_what_the_editor_wrote(run: Run, talk: Path) -> None:
    printed = run("summary", "--episode", talk)
    assert printed.out.startswith("On Bridges\n\nTwo people talk about bridges.\nWritten by the editor")


def test_summary_of_an_unknown_chapter_is_refused(run: Run, talk: Path) -> None:
    assert "from 1 to 2" in run("summary", "--of", "3", "--episode", talk).error


@pytest.mark.parametrize("as_json", [True, False])
def test_summary_of_a_topic_that_is_not_spoken_of_has_status_1(run: Run, talk: Path, *, as_json: bool) -> None:
    printed = run("summary", "--of", "zeppelins", "--episode", talk, *(["--json"] if as_json else []))
    assert (printed.status, printed.err) == (1, "")
    assert "zeppelins" in printed.out


def test_books_print_the_contracts_object(run: Run, said: str) -> None:
    printed = run("books", "--json")
    assert printed.status == 0
    assert list(printed.json) == ["recommended", "set_aside", "mentioned"]
    assert [book["title"].split(":")[0] for book in printed.json["recommended"]] == [
        "Chagall",
        "Invisible China",
        "Classified",
    ]
    assert len(printed.json["set_aside"]) == 3
    for book in [book for books in printed.json.values() for book in books]:
        assert book.keys() == BOOK
        check_quote(book["said"], said)
        if book["reason"] is not None:
            check_quote(book["reason"], said)


def test_books_are_printed_in_utf8(run: Run) -> None:
    assert "Wullschläger" in run("books", "--json").out


def test_books_in_readable_text_stand_under_what_the_guest_made_of_them(run: Run) -> None:
    out = run("books").out
    places = [out.index(text) for text in ("Recommended:", "Chagall", "Set aside on purpose:", "A Life of Picasso")]
    assert places == sorted(places)
    assert "heard “Wulschlager”, corrected to “Wullschläger” (line 908)" in out


def test_no_books_have_status_1(run: Run, write: Callable[..., Path]) -> None:
    path = write("Nothing was ever read here.", "We only talk.")
    printed = run("books", "--json", "--episode", path)
    assert printed.status == 1
    assert printed.json == {"recommended": [], "set_aside": [], "mentioned": []}
    assert "No book" in run("books", "--episode", path).out


@pytest.fixture
def two(talk: Path, write: Callable[..., Path], tmp_path: Path) -> Path:
    """Configure two episodes."""
    write("A bridge over a river of tulips.", "Nobody crosses it in winter.", name="tulips")
    config = tmp_path / "two.toml"
    config.write_text(f"[episodes]\npaths = ['{talk.parent}']\n")
    return config


def test_quotes_of_all_episodes_say_which_they_are_from(run: Run, two: Path) -> None:
    found = run("quote", "a bridge", "--episode", "all", "--config", two, "--json").json
    assert {quote["episode"] for quote in found["answers"]} == {"talk", "tulips"}
    printed = run("quote", "a bridge", "--episode", "all", "--config", two)
    assert printed.status == 0
    assert printed.out.count("A Show · On Bridges · 2023-06-30") == len(found["answers"])
    assert printed.out.endswith(
        "word for word from the transcripts; speakers and names not reviewed by a person: tulips\n"
    )


def test_nothing_in_all_episodes(run: Run, two: Path) -> None:
    printed = run("quote", "photosynthesis", "--episode", "all", "--config", two)
    assert printed.status == 1
    assert printed.out.startswith("Not in any of the 2 episodes.")
    assert "Never said in any: “photosynthesis”." in printed.out


def test_batch_over_all_episodes(run: Run, two: Path) -> None:
    printed = run("quote", "-", "--episode", "all", "--config", two, "--speaker", "guest", stdin="Mostar\ntulips\n")
    first, second = (json.loads(line) for line in printed.out.splitlines())
    assert [quote["episode"] for quote in first["answers"]] == ["talk"]
    assert second["answers"] == []
    assert "nobody" in run("quote", "-", "--episode", "all", "--config", two, "--speaker", "nobody").error


def test_only_quote_asks_all_episodes(run: Run, two: Path) -> None:
    assert "one episode at a time" in run("books", "--episode", "all", "--config", two).error
    assert "no episode is called 'all'" in run("chapters", "--episode", "all", "--config", two).error


def test_episode_that_is_called_all_goes_before_all(run: Run, two: Path, write: Callable[..., Path]) -> None:
    write("Only a bridge.", name="all")
    found = run("quote", "bridge", "--episode", "all", "--config", two, "--json").json
    assert [quote["episode"] for quote in found["answers"]] == ["all"]


def test_search_of_all_says_which_could_not_be_opened(run: Run, two: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(99))
    printed = run("quote", "tulips", "--episode", "all", "--config", two)
    assert printed.status == 0
    assert printed.err.startswith("left out: ")
    assert "noise.txt" in printed.err
    assert run("quote", "tulips", "--episode", "tulips", "--config", two).err == ""
