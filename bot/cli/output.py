"""Standard output: JSON and files for programs, text for people."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console, RenderableType

from bot.cli.errors import InputError
from bot.json_line import json_text
from bot.markdown import visible

# Characters. Nothing is wrapped for a program or a file, so that grep finds a whole quote in one line.
UNWRAPPED = 100_000


def print_json(form: object) -> None:
    """Print one JSON value as one line, at once."""
    print_utf8(f"{json_text(form)}\n")


def print_utf8(text: str) -> None:
    """Print text that is a file's, in UTF-8 whatever the terminal has, at once."""
    with _writing():
        typer.echo(text.encode(), nl=False)


def print_readable(parts: Iterable[RenderableType]) -> None:
    """Print for people: as wide as the terminal, in colour only there, and nothing in it read as markup."""
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = UNWRAPPED
    with _writing():
        with console.capture() as captured:
            console.print(*parts, sep="\n")
        # Tables fill their cells with blanks.
        lines = (line.rstrip() for line in captured.get().rstrip("\n").split("\n"))
        typer.echo("\n".join(lines), color=True)  # rich has seen to it that there is none where none is wanted


def say_left_out(problems: Iterable[Exception]) -> None:
    """Say on standard error what could not be opened, one line each."""
    for problem in problems:
        typer.echo(f"left out: {' '.join(visible(str(problem)).split())}", err=True)


def discard_the_rest() -> None:
    """Keep Python from complaining at its end of what it could not write (see `signal` in its documentation)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _writing() -> Iterator[None]:
    """Say in a line where standard output takes no more; a closed pipe is no fault, and is left to the program."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_the_rest()
        raise InputError(f"cannot write to standard output ({error.strerror}); make room, or name another") from None
