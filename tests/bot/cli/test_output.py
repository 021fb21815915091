"""Standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.json_line import json_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import Run

LONG = (
    "Once upon a time there was a [bold]bridge[/bold] :smile: "
    + " ".join(f"and it went on to pier {number}" for number in range(16))
    + " until the other shore."
)


@given(st.text(alphabet=st.characters()))
def test_json_is_one_line_of_utf8_and_reads_back(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert written.encode().decode() == written
    assert len(f"{written}\n".splitlines()) == 1


def test_quote_in_a_pipe_is_one_line_and_its_brackets_are_no_markup(run: Run, write: Callable[..., Path]) -> None:
    out = run("quote", "shore", "--episode", write(LONG)).out
    assert any(LONG in line for line in out.splitlines())
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_quote_is_wrapped_where_the_width_is_known_and_nothing_is_cut(run: Run, write: Callable[..., Path]) -> None:
    out = run("quote", "shore", "--episode", write(LONG), env={"COLUMNS": "60"}).out
    assert max(map(len, out.splitlines())) <= 60
    assert LONG in " ".join(out.split())


def test_colour_is_for_terminals_that_want_it(run: Run, talk: Path) -> None:
    words = ("quote", "steel", "--episode", talk)
    assert "\x1b[1" in run(*words, env={"FORCE_COLOR": "1", "TERM": "xterm"}).out
    plain = run(*words, env={"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm"}).out
    assert "\x1b[1;36m" not in plain
    assert "\x1b[" not in run(*words, env={"TERM": "xterm"}).out
