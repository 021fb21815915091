"""The verb that reads a natural question."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run

# A question of each kind, and the verb with which the same is asked.
KINDS: list[tuple[str, str, tuple[str, ...]]] = [
    ("What does the guest say about the bridge?", "quote", ("quote", "the bridge", "--speaker", "guest")),
    ("tl;dr of chapter 2", "summary", ("summary", "--of", "2", "--length", "short")),
    ("what should I read?", "books", ("books",)),
    ("did he really say the river there is green", "verify", ("verify", "the river there is green")),
    ("how often is Mostar mentioned", "mentions", ("mentions", "Mostar")),
    ("who is on this one", "episode", ("episode", "show", "talk")),
]


@pytest.mark.parametrize(("question", "kind", "verb"), KINDS, ids=[kind for _, kind, _ in KINDS])
def test_question_is_answered_as_by_the_verb_that_it_means(  # noqa: PLR0913, PLR0917 - one case
    run: Run, talk: Path, tmp_path: Path, question: str, kind: str, verb: tuple[str, ...]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[episodes]\npaths = ["{talk}"]\n', encoding="utf-8")
    asked = run("ask", question, "--json", "--config", config)
    same = run(*verb, "--json", "--config", config)
    assert asked.status == same.status
    assert asked.json == {"question": question, "kind": kind, "answer": same.json}
    readable = run("ask", question, "--config", config)
    assert (readable.status, readable.out) == (same.status, run(*verb, "--config", config).out)


def test_books_about_a_topic_are_named_first(run: Run) -> None:
    asked = run("ask", "did kotkin recommend a book about picasso", "--json")
    assert (asked.status, asked.json["kind"]) == (0, "books")
    answer = asked.json["answer"]
    assert list(answer) == ["recommended", "set_aside", "mentioned", "about", "matching"]
    assert answer["about"] == "picasso"
    assert [book["title"] for book in answer["matching"]] == ["A Life of Picasso"]
    assert answer["matching"][0] in answer["set_aside"]
    out = run("ask", "did kotkin recommend a book about picasso").out
    assert out.startswith("About “picasso”:\n\nA Life of Picasso by John Richardson (1991) · set aside on purpose")
    assert out.count("A Life of Picasso by") == 1


def test_topic_of_no_book_has_status_1_and_all_books(run: Run) -> None:
    asked = run("ask", "any book on aquariums?", "--json")
    assert asked.status == 1
    assert asked.json["answer"] == {**run("books", "--json").json, "about": "aquariums", "matching": []}
    out = run("ask", "any book on aquariums?").out
    assert out.startswith("No book here has “aquariums” in its title, its author or what is said of it.")
    assert "Chagall" in out


def test_help_is_one_text_with_what_this_episode_answers(run: Run, talk: Path) -> None:
    asked = run("ask", "what can you do?", "--json", "--episode", talk)
    assert asked.status == 0
    assert asked.json.keys() == {"question", "kind", "answer"}
    assert asked.json["kind"] == "help"
    assert asked.json["answer"].keys() == {"text"}
    assert "Bo Guest" in asked.json["answer"]["text"]
    assert "*" not in asked.json["answer"]["text"]


def test_nothing_found_is_a_quote_without_answers(run: Run, talk: Path) -> None:
    for question in ("what does she say about zeppelins", "summary of the part about zeppelins"):
        asked = run("ask", question, "--json", "--episode", talk)
        assert asked.status == 1
        assert (asked.json["kind"], asked.json["answer"]["answers"]) == ("quote", [])
        assert asked.json["answer"]["query"] == "zeppelins"


def test_each_line_of_standard_input_is_a_question(run: Run, talk: Path) -> None:
    lines = ["books?", "", "thanks", "more", "did anyone say that bridges sing"]
    printed = run("ask", "-", "--episode", talk, stdin="\n".join(lines) + "\n")
    assert printed.status == 0
    answers: list[dict[str, Any]] = [json.loads(line) for line in printed.out.splitlines()]
    assert [answer.get("kind") for answer in answers] == ["books", None, "help", "help", "verify"]
    assert "no words" in answers[1]["error"]
    assert "I don’t know what that refers to" in answers[3]["answer"]["text"]
    assert "channel" not in answers[3]["answer"]["text"]


@pytest.mark.parametrize("question", ["who is speaking here", "who's talking?", "who is speaking in this episode"])
def test_who_speaks_is_a_fact_of_the_episode_where_nothing_was_asked_before(
    run: Run, talk: Path, question: str
) -> None:
    assert run("ask", question, "--episode", talk, "--json").json["kind"] == "episode"


@pytest.mark.parametrize("question", ["", "   "])
def test_question_without_words_is_refused(run: Run, talk: Path, question: str) -> None:
    assert "no words" in run("ask", question, "--episode", talk).error


def test_question_that_is_too_long_is_refused(run: Run, talk: Path) -> None:
    assert "6,000" in run("ask", "why " * 1500, "--episode", talk).error.replace("6000", "6,000")


def test_question_for_the_chapters_lists_each_with_its_start(run: Run, talk: Path) -> None:
    printed = run("ask", "list the chapters", "--episode", talk).out.splitlines()
    assert [line.split(maxsplit=3) for line in printed[-2:]] == [
        ["1", "≈", "0:00", "Promises"],
        ["2", "≈", "0:33", "Mostar"],
    ]
