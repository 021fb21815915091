"""The real program on the real episode, and on small ones that a test writes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.app import app
from store.episode import Episode
from store.manuscripts.opening import open_episode

ROOT = Path(__file__).parents[3]
SEED = ROOT / "seeds" / "000_07237bb4a34dc730.txt"
# Some seven lines that one could say in a talk, the last but one by the guest.
SAID = (
    "Welcome to the show, today we talk about bridges.",
    "A bridge is a promise that two shores make.",
    "Engineers keep that promise with steel and with arithmetic.",
    "I visited the old bridge at Mostar last summer.",
    "The river there is green, and very cold.",
    "I'd recommend a book on it, The Bridge over the Drina.",
    "Thank you for coming.",
)
NOTES = """
reviewed = true
overview = "Two people talk about bridges."
speakers = [{ name = "Ada Host", role = "host" }, { name = "Bo Guest", role = "guest" }]
turns = [{ line = 12, speaker = "Ada Host" }, { line = 15, speaker = "Bo Guest" }, { line = 18, speaker = "Ada Host" }]
chapters = [{ line = 12, title = "Promises", gist = "What a bridge is." }, { line = 15, title = "Mostar" }]
"""
# Eleven rows, so that the first line spoken is line 12.
FACTS = """---
Date Generated: May 17, 2024
Transcription Model: whisper medium 20231117
Length: {length}
Video Keywords: []
Video Views: 258511
Video Rating: None
---

# On Bridges
**A Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)
"""


@dataclass(frozen=True)
class Printed:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output, which has one line."""
        assert self.out.endswith("\n")
        assert self.out.count("\n") == 1
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The one line on standard error, where nothing else was printed."""
        assert (self.status, self.out) == (2, "")
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.strip()


Run = Callable[..., Printed]
Shell = Callable[..., subprocess.CompletedProcess[bytes]]


def invoke(*words: object, stdin: str | bytes | None = None, env: Mapping[str, str] | None = None) -> Printed:
    """Run the program in this process. What it did not foresee is raised."""
    runner = CliRunner(env=dict(env or {}))
    result = runner.invoke(app, [str(word) for word in words], input=stdin, prog_name="on-the-record")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Printed(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in an empty folder, with nothing of the developer's in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name in {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "DISCORD_TOKEN"} or name.startswith("ON_THE_RECORD_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def run() -> Run:
    return invoke


@pytest.fixture(scope="session")
def shell() -> Shell:
    """Run the program as a shell does, in a process of its own."""

    def started(*words: object, stdout: Any = subprocess.PIPE, **more: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "bot", *map(str, words)]
        return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60, **more)

    return started


@pytest.fixture(scope="session")
def seed() -> Episode:
    return open_episode(SEED)


@pytest.fixture(scope="session")
def said(seed: Episode) -> str:
    """All that is said in the seed."""
    return " ".join(line.text for line in seed.transcript.lines)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a transcript and its show notes; return the transcript's path."""

    def written(*lines: str, notes: str = "", name: str = "talk", length: str = "70s") -> Path:
        path = tmp_path / f"{name}.txt"
        path.write_text(FACTS.format(length=length) + "".join(f"*  {line}\n" for line in lines), "utf-8")
        if notes:
            path.with_name(f"{name}.notes.toml").write_text(notes, "utf-8")
        return path

    return written


@pytest.fixture
def talk(write: Callable[..., Path]) -> Path:
    return write(*SAID, notes=NOTES)
