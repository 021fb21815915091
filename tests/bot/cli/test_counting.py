"""Counts at the terminal: what is printed, and what is only counted."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run


def test_first_sentences_are_printed_and_how_many_more_there_are(run: Run) -> None:
    every = run("mentions", "Putin", "--json").json["mentions"]
    out = run("mentions", "Putin").out
    assert _numbers(out) == list(range(1, 21))
    assert f"{len(every) - 20} more sentences; mentions --all prints them." in out


def test_every_sentence_is_printed_where_all_are_asked_for(run: Run) -> None:
    every = run("mentions", "Putin", "--json").json["mentions"]
    out = run("mentions", "Putin", "--all").out
    assert len(every) > 20
    assert _numbers(out) == list(range(1, len(every) + 1))
    assert "more sentence" not in out


def test_speaker_is_counted_alone(run: Run, talk: Path) -> None:
    form = run("mentions", "bridge", "--speaker", "host", "--episode", talk, "--json").json
    assert (form["speaker"], form["count"], form["by_others"]) == ("Ada Host", 1, 2)
    assert form["by_speaker"] == {"Ada Host": 1}
    printed = run("mentions", "bridge", "--speaker", "ada", "--episode", talk)
    assert printed.status == 0
    assert printed.out.startswith("Ada Host says “bridge” once.\nIn all it is said 3 times.\n")
    assert "Mostar last summer" not in printed.out


def test_what_only_another_says_is_not_found(run: Run, talk: Path) -> None:
    printed = run("mentions", "Mostar", "--speaker", "ada", "--episode", talk)
    assert printed.status == 1
    assert printed.out.startswith("Ada Host never says “Mostar” in this episode.\n")


def test_names_on_standard_input_are_counted_of_the_speaker(run: Run, talk: Path) -> None:
    printed = run("mentions", "-", "--speaker", "bo", "--episode", talk, stdin="bridge\nzeppelin\n")
    counts = [(form["speaker"], form["count"]) for form in map(json.loads, printed.out.splitlines())]
    assert counts == [("Bo Guest", 2), ("Bo Guest", 0)]


def test_unknown_speaker_of_mentions_is_refused_once(run: Run, talk: Path) -> None:
    assert "Ada Host, Bo Guest" in run("mentions", "bridge", "--speaker", "Putin", "--episode", talk).error
    assert "Ada Host" in run("mentions", "-", "--speaker", "Putin", "--episode", talk, stdin="a\nb\n").error


def test_few_sentences_are_all_printed(run: Run) -> None:
    assert "more sentence" not in run("mentions", "Dubai").out


def test_question_that_names_a_speaker_counts_that_speakers_alone(run: Run) -> None:
    form = run("ask", "how often does Kotkin say coup", "--json").json
    everybody = run("mentions", "coup", "--json").json
    assert form["kind"] == "mentions"
    answer = form["answer"]
    assert answer["by_speaker"] == {"Stephen Kotkin": everybody["by_speaker"]["Stephen Kotkin"]}
    assert answer["speaker"] == "Stephen Kotkin"
    assert answer["count"] + answer["by_others"] == everybody["count"]
    out = run("ask", "how often does Kotkin say coup").out
    assert out.startswith(
        f"Stephen Kotkin says “coup” {answer['count']} times.\nIn all it is said {everybody['count']}"
    )
    assert "“coups”, counted apart, " in out


def _numbers(out: str) -> list[int]:
    return [int(number) for number in re.findall(r"^ *(\d+) “", out, re.MULTILINE)]
