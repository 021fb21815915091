"""The program: one Typer app, put together from its parts."""

from typing import Annotated

import typer

from bot.cli import answering, conversing, drafting, episodes, logged, operating, proving, serving
from bot.cli.output import print_utf8
from bot.cli.terminal import Terminal

DISTRIBUTION = "on-the-record"

app = typer.Typer(
    cls=Terminal,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for part in (answering.app, conversing.app, proving.app, episodes.app):
    app.add_typer(part)
app.add_typer(episodes.library, name="episode", help="The episodes that there are.")
app.add_typer(drafting.notes, name="notes", help="Show notes.")
app.add_typer(serving.app)
app.add_typer(logged.log, name="log", help="What has been asked.")
app.add_typer(operating.member, name="member", help="What is kept of a person.")
app.add_typer(operating.server, name="server", help="What is kept of servers.")
app.add_typer(serving.database, name="database", help="Where questions are kept.")


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - slow, and seldom wanted

        print_utf8(f"{DISTRIBUTION} {version(DISTRIBUTION)}\n")
        raise typer.Exit


@app.callback()
def about(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Ask a podcast episode: word-for-word quotes, summaries and books, every answer with its lines.

    Exit status: 0 found, 1 nothing found, 2 something wrong with what was given.
    """
