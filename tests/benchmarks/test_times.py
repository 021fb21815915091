from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from benchmarks import times

WORDS = "So many words were said here, and in the same time as many others. "


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def app() -> Typer:
    made = Typer()
    made.command()(times.main)
    return made


def subtitles(folder: Path, seconds: list[int]) -> Path:
    cues = [
        f"{number}\n00:{at // 60:02}:{at % 60:02},000 --> 00:{at // 60:02}:{at % 60:02},900\n{WORDS}\n"
        for number, at in enumerate(seconds, start=1)
    ]
    path = folder / "talk.srt"
    path.write_text("\n".join(cues))
    return path


def test_steady_speech_is_found_again_where_it_was(tmp_path: Path, run: CliRunner) -> None:
    printed = run.invoke(app(), [str(subtitles(tmp_path, list(range(0, 400, 5))))])
    assert printed.exit_code == 0
    ours = next(row for row in printed.output.splitlines() if "ours (" in row)
    median, _, largest = (float(cell) for cell in ours.split("│")[2:5])
    assert median < 3
    assert largest < 6
    assert "100 %" in ours


def test_long_silence_shows_as_an_error(tmp_path: Path, run: CliRunner) -> None:
    talk = [*range(0, 100, 5), *range(500, 600, 5)]
    printed = run.invoke(app(), [str(subtitles(tmp_path, talk))])
    ours = next(row for row in printed.output.splitlines() if "ours (" in row)
    assert float(ours.split("│")[4]) > 150


def test_files_without_times_are_left_out_and_nothing_else_is_no_benchmark(tmp_path: Path, run: CliRunner) -> None:
    untimed = tmp_path / "talk.txt"
    untimed.write_text(WORDS * 30)
    assert run.invoke(app(), [str(untimed)]).exit_code == 2
    both = run.invoke(app(), [str(untimed), str(subtitles(tmp_path, list(range(0, 400, 5))))])
    assert "1 without times" in both.output
