"""What all verbs have in common: one line for what is wrong, statuses as grep's, quiet ends."""

import io
import sys
from copy import copy
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from bot.cli.errors import InputError
from bot.cli.output import discard_the_rest
from bot.markdown import visible
from store.errors import StoreError

FOUND, NOTHING_FOUND, WRONG = 0, 1, 2
# What the shell reports of a program that a closed pipe has killed: 128 + SIGPIPE.
PIPE_CLOSED = 141


class Verb(TyperCommand):
    """A verb, whose examples name the program as it was called."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the program's name where the epilog says `{prog}`."""
        shown = copy(self)
        shown.epilog = (self.epilog or "").replace("{prog}", ctx.find_root().info_name or "")
        super(Verb, shown).format_help(ctx, formatter)


class Terminal(TyperGroup):
    """The program: its verbs, and the one place where their failures become a line and a status."""

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run a verb and leave. A fault, which nobody foresaw, is raised as it is."""
        _replace_what_cannot_be_encoded()
        try:
            status = super().main(*args, **{**options, "standalone_mode": False})
        except typer.TyperException as error:
            status = _complain(_usage(error))
        except Exception as error:
            if not isinstance(error, _foreseen()):
                raise
            status = _complain(str(error))
        sys.exit(status)

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; stop without a word where nobody reads on."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            discard_the_rest()
            raise typer.Exit(PIPE_CLOSED) from None


def answered(*, found: bool) -> None:
    """End a verb with the status that says whether anything was found."""
    raise typer.Exit(FOUND if found else NOTHING_FOUND)


def _complain(what: str) -> int:
    typer.echo(" ".join(visible(what).split()), err=True)
    return WRONG


def _usage(error: typer.TyperException) -> str:
    """Say what is wrong with the command line, and where its help is."""
    ctx = getattr(error, "ctx", None)
    help_at = f"; see {ctx.command_path} --help" if ctx else ""
    what = error.format_message().replace(": Value error, ", ": ")  # pydantic's, which Typer passes on
    return f"{what.rstrip('.')}{help_at}"


def _foreseen() -> tuple[type[Exception], ...]:
    """Return the errors whose text is made for people."""
    from bot.config import BotError  # noqa: PLC0415 - only when something is wrong
    from bot.preview.errors import PreviewError  # noqa: PLC0415

    return (InputError, StoreError, BotError, PreviewError)


def _replace_what_cannot_be_encoded() -> None:
    """Let a terminal that lacks a character show another, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
