"""`python -m bot` as a shell starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.cli.conftest import Shell

PROGRAM = [sys.executable, "-m", "bot"]


def test_found_is_status_0_and_nothing_found_1(shell: Shell, talk: Path) -> None:
    found = shell("quote", "Mostar", "--json", "--episode", talk)
    assert (found.returncode, found.stderr) == (0, b"")
    assert json.loads(found.stdout)["answers"]
    assert shell("quote", "zeppelins", "--episode", talk).returncode == 1


def test_wrong_is_status_2_and_one_line_that_names_the_program_as_it_was_called(shell: Shell) -> None:
    wrong = shell("quote")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert wrong.stderr.decode().splitlines() == ["Missing argument 'QUERY'; see python -m bot quote --help"]


def test_files_are_utf8_and_text_is_what_the_terminal_has(shell: Shell, talk: Path) -> None:
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    text = shell("quote", "Mostar", "--episode", talk, env=latin)
    assert (text.returncode, text.stderr) == (0, b"")
    assert "Bo Guest · ? 0:".encode("latin-1") in text.stdout
    assert "≈".encode() in shell("transcript", "--episode", talk, env=latin).stdout


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="a shell of Unix")
def test_closed_pipe_is_quiet(talk: Path) -> None:
    questions = b"bridge\n" * 5_000
    with subprocess.Popen(
        [*PROGRAM, "quote", "-", "--episode", str(talk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(questions[:7])
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["query"] == "bridge", "each answer comes at once"
        program.stdout.close()
        program.stdin.write(questions[:7])
        program.stdin.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_interrupt_is_status_130_and_quiet(talk: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "quote", "-", "--episode", str(talk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(b"bridge\n")
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.stderr.read() == b""
    assert program.returncode == 130


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
@pytest.mark.parametrize("words", [("books", "--json"), ("chapters",)])
def test_full_disk_is_one_line(shell: Shell, talk: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        stuck = shell(*words, "--episode", talk, stdout=full)
    assert stuck.returncode == 2
    assert stuck.stderr.count(b"\n") == 1
    assert b"No space left" in stuck.stderr


def test_answering_loads_neither_discord_nor_what_draws_nor_the_database(talk: Path) -> None:
    heavy = "discord, simcord, aiohttp, matplotlib, alembic, aiosqlite, bot.client"
    answer = (
        "import sys, contextlib; from bot.cli.app import app\n"
        f"with contextlib.suppress(SystemExit): app(['quote', 'Mostar', '--json', '--episode', {str(talk)!r}])\n"
        f"sys.exit(', '.join(set({heavy!r}.split(', ')) & set(sys.modules)) or None)"
    )
    loaded = subprocess.run([sys.executable, "-c", answer], capture_output=True, check=False, timeout=60)
    assert loaded.stderr.decode() == ""
    assert loaded.returncode == 0


def test_fault_shows_its_traceback_and_is_not_taken_for_nothing_found(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import store.desk\nstore.desk.respond = None\n", "utf-8")
    failed = shell("books", env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert failed.returncode == 70
    assert b"Traceback" in failed.stderr
