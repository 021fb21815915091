"""What all verbs have in common: their help, and one line for what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.cli.conftest import Run

VERBS = {
    ("run",),
    ("preview",),
    ("sync",),
    ("quote",),
    ("ask",),
    ("summary",),
    ("books",),
    ("verify",),
    ("mentions",),
    ("chapters",),
    ("transcript",),
    ("episode", "list"),
    ("episode", "show"),
    ("episode", "check"),
    ("notes", "draft"),
    ("log", "recent"),
    ("log", "unanswered"),
    ("log", "export"),
    ("member", "forget"),
    ("server", "list"),
    ("server", "erase"),
    ("database", "upgrade"),
}
ANSWERING = [("quote",), ("ask",), ("summary",), ("books",), ("verify",), ("mentions",), ("chapters",), ("transcript",)]
ASKING_SOMETHING = {("quote",), ("ask",), ("verify",), ("mentions",)}


def verbs(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(command, TyperGroup):
        for name, part in command.commands.items():
            yield from verbs(part, (*path, name))
    else:
        yield path


def test_verbs_are_those_of_the_contract() -> None:
    assert set(verbs(get_command(app))) == VERBS


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_help_names_the_verb_and_an_example_as_it_was_called(run: Run, verb: tuple[str, ...]) -> None:
    printed = run(*verb, "--help", env={"COLUMNS": "80"})
    assert (printed.status, printed.err) == (0, "")
    assert f"Usage: on-the-record {' '.join(verb)}" in printed.out
    assert printed.out.count(f"on-the-record {' '.join(verb)}") > 1, "an example"
    assert "{prog}" not in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80


@pytest.mark.parametrize("verb", ANSWERING)
def test_verbs_that_answer_take_json_episode_and_config(run: Run, verb: tuple[str, ...]) -> None:
    help_text = run(*verb, "--help").out
    assert all(option in help_text for option in ("--json", "--episode", "--config"))


def test_help_of_the_program_lists_its_verbs(run: Run) -> None:
    printed = run("--help")
    assert printed.status == 0
    assert all(f" {verb[0]} " in printed.out for verb in VERBS)


def test_version_is_the_packages(run: Run) -> None:
    printed = run("--version")
    assert (printed.status, printed.out) == (0, "on-the-record 0.1.0\n")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "on-the-record --help"),
        (("log",), "on-the-record log --help"),
        (("quot", "bridge"), "'quote'"),
        (("quote",), "QUERY"),
        (("quote", "bridge", "--speakr", "Bo"), "--speaker"),
        (("verify",), "TEXT"),
        (("verify", "bridge", "--limit", "3"), "--limit"),
        (("mentions",), "NAME"),
        (("mentions", "bridge", "--limit", "3"), "--limit"),
        (("quote", "bridge", "--limit", "0"), "--limit"),
        (("quote", "bridge", "--limit", "26"), "25"),
        (("quote", "bridge", "--limit", "many"), "--limit"),
        (("quote", "bridge", "and", "more"), "more"),
        (("summary", "--length", "huge"), "'short', 'medium', 'long'"),
        (("transcript", "--format", "pdf"), "'json', 'text', 'srt', 'vtt'"),
        (("transcript", "--format", "srt", "--json"), "--json"),
        (("log", "recent", "--limit", "0"), "--limit"),
        (("preview", "--port", "70000"), "--port"),
    ],
)
def test_usage_error_is_one_line_that_leads_to_the_help(run: Run, words: tuple[str, ...], named: str) -> None:
    error = run(*words).error
    assert named in error
    assert "--help" in error


@pytest.mark.parametrize("verb", [*ANSWERING, ("episode", "list")])
@pytest.mark.parametrize(
    ("config", "where"),
    [
        (None, "broken.toml: cannot be read"),
        ("answers = ", "broken.toml: is not TOML"),
        ("[answers]\npubic = true", "answers.pubic"),
        ('[episodes]\npaths = ["gone.txt"]', "gone.txt"),
    ],
)
def test_broken_configuration_is_one_line_that_says_where(
    run: Run, verb: tuple[str, ...], config: str | None, where: str, tmp_path: Path
) -> None:
    if config is not None:
        (tmp_path / "broken.toml").write_text(config, "utf-8")
    words = [*verb, *(["bridge"] if verb in ASKING_SOMETHING else []), "--config", "broken.toml"]
    assert where in run(*words).error


@pytest.mark.parametrize("verb", ANSWERING)
def test_unknown_episode_is_one_line_that_names_those_there_are(
    run: Run, verb: tuple[str, ...], talk: Path, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text(f"[episodes]\npaths = ['{talk.name}']", "utf-8")
    words = [*verb, *(["bridge"] if verb in ASKING_SOMETHING else [])]
    error = run(*words, "--episode", "tal").error
    assert "'tal'" in error
    assert "talk" in error
    assert "no such file" in run(*words, "--episode", "./tal.txt").error
    assert "no episode" in run(*words, "--episode", "a" * 300).error


def test_error_holds_nothing_that_a_terminal_obeys(run: Run) -> None:
    error = run("quote", "bridge", "--episode", "\x1b]0;title\x07\nsecond\u202eline").error
    assert error.isprintable()


def test_what_nobody_foresaw_is_raised() -> None:
    program = typer.Typer(cls=app.info.cls)
    program.callback()(lambda: None)

    @program.command()
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        program(["fail"])
