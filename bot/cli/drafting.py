"""The verb that drafts show notes for a transcript."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.errors import InputError
from bot.cli.output import print_utf8
from bot.cli.terminal import Verb
from store import formats
from store.draft import draft, update
from store.episode import Episode
from store.manuscripts.opening import open_episode
from store.notes import notes_path

notes = typer.Typer()


@notes.callback()
def about() -> None:
    """Write what an editor knows and the recogniser did not."""


@notes.command(
    "draft",
    cls=Verb,
    epilog="Examples:\n\n{prog} notes draft talks/tuesday.txt > talks/tuesday.notes.toml\n\n"
    "{prog} notes draft talks/tuesday.txt --update > new.toml",
)
def draft_notes(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A transcript.")],
    *,
    updating: Annotated[
        bool,
        typer.Option("--update", help="Keep the notes beside it to the letter, and add what they lack, commented out."),
    ] = False,
) -> None:
    """Draft show notes (TOML) on standard output, for a person to finish; nothing in them is reviewed.

    With --update, write to another file than the notes themselves: a shell empties a file before it is read.
    """
    print_utf8(_updated(file) if updating else draft(Episode(formats.read(file))))


def _updated(file: Path) -> str:
    """Return the notes beside a transcript with what they lack. Raises InputError, TranscriptError and NotesError."""
    episode = open_episode(file)
    beside = notes_path(file)
    if not beside.exists():
        raise InputError(f"{file} has no show notes to update: there is no {beside}; leave --update off to draft them")
    source = beside.read_bytes().decode("utf-8-sig")
    if not source.strip():
        raise InputError(f"{beside} is empty; if a shell has emptied it (> to the same file), restore it first")
    return update(source, episode)
