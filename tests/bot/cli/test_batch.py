"""Questions on standard input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run


def test_each_line_is_answered_in_order(run: Run, talk: Path) -> None:
    printed = run("quote", "-", "--limit", "1", "--episode", talk, stdin="Mostar\nzeppelins\nsteel")
    assert printed.status == 0
    first, second, third = map(json.loads, printed.out.splitlines())
    assert [form["query"] for form in (first, second, third)] == ["Mostar", "zeppelins", "steel"]
    assert "Mostar" in first["answers"][0]["text"]
    assert second["answers"] == []
    assert first.keys() == second.keys() == third.keys() == {"query", "answers", "nearest"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "no words"),
        (b" \t ", "no words"),
        (b"...", "no words"),
        (b"\xff\xfe", "not UTF-8 at byte 1"),
        (b"bridge " * 1000, "characters"),
        (b"a" * 3_000_000, "65,536 bytes"),
    ],
)
def test_bad_line_has_its_error_in_its_place(run: Run, talk: Path, line: bytes, why: str) -> None:
    printed = run("quote", "-", "--episode", talk, stdin=b"bridge\n" + line + b"\nsteel\n")
    assert (printed.status, printed.err) == (0, "")
    before, bad, after = map(json.loads, printed.out.splitlines())
    assert why in bad["error"]
    assert bad.keys() == {"error"}
    assert before["query"] == "bridge"
    assert after["query"] == "steel"


def test_windows_lines_and_a_byte_order_mark_are_no_part_of_a_question(run: Run, talk: Path) -> None:
    printed = run("quote", "-", "--episode", talk, stdin=b"\xef\xbb\xbfbridge\r\nsteel\r\n")
    assert [json.loads(line)["query"] for line in printed.out.splitlines()] == ["bridge", "steel"]


def test_nothing_on_standard_input_is_nothing_printed(run: Run, talk: Path) -> None:
    printed = run("quote", "-", "--episode", talk, stdin=b"")
    assert (printed.status, printed.out, printed.err) == (0, "", "")


def test_unknown_speaker_is_said_once(run: Run, talk: Path) -> None:
    assert "Ada Host" in run("quote", "-", "--speaker", "Putin", "--episode", talk, stdin="bridge\nsteel\n").error


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line), min_size=1, max_size=20))
def test_any_bytes_give_one_object_a_line(run: Run, talk: Path, lines: list[bytes]) -> None:
    printed = run("quote", "-", "--episode", talk, stdin=b"\n".join(lines) + b"\n")
    assert (printed.status, printed.err) == (0, "")
    forms = [json.loads(line) for line in printed.out.splitlines()]
    assert len(forms) == len(lines)
    assert all(form.keys() in ({"error"}, {"query", "answers", "nearest"}) for form in forms)
