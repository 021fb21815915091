"""The verbs that run the bot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.cli.conftest import Run, Shell


@contextmanager
def preview(*words: object) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start the preview; give its process and its address."""
    command = [sys.executable, "-m", "bot", "preview", "--no-browser", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        try:
            assert program.stdout
            assert b"Ctrl-C" in program.stdout.readline(), program.stderr and program.stderr.read().decode()
            yield program, program.stdout.readline().decode().strip()
        finally:
            program.kill()


@pytest.mark.parametrize("verb", ["run", "sync"])
def test_without_a_token_one_line_says_where_it_goes(shell: Shell, verb: str, tmp_path: Path) -> None:
    refused = shell(verb)
    assert refused.returncode == 2
    assert refused.stderr.count(b"\n") == 1
    assert b"DISCORD_TOKEN" in refused.stderr
    assert list(tmp_path.iterdir()) == [], "no database was made"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_preview_prints_its_address_and_ends_quietly_at_ctrl_c(tmp_path: Path) -> None:
    with preview() as (program, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urllib.request.urlopen(address) as page:
            assert page.status == 200
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=30)
        assert program.returncode == 0
        assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == [], "its data was temporary"


def test_preview_keeps_its_data_where_it_is_told(tmp_path: Path) -> None:
    with preview("--database", "kept.db") as (_, address):
        assert address
        assert (tmp_path / "kept.db").is_file()


def test_preview_on_a_port_that_is_taken_is_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert str(port) in run("preview", "--no-browser", "--port", port).error


def test_preview_of_a_broken_transcript_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[episodes]\npaths = ["gone.txt"]', "utf-8")
    assert "gone.txt" in run("preview", "--no-browser").error
