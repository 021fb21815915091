"""Counts at the terminal: what is printed, and what is only counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.cli.conftest import Run


def test_first_sentences_are_printed_and_how_many_more_there_are(run: Run) -> None:
    every = run("mentions", "Putin", "--json").json["mentions"]
    out = run("mentions", "Putin").out
    assert re.findall(r"^ *(\d+) “", out, re.MULTILINE) == [str(number) for number in range(1, 21)]
    assert f"{len(every) - 20} more sentences; --json has them all." in out


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
