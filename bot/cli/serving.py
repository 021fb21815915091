"""The verbs that run the bot: run, preview, sync; and the one that prepares its database."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.asking import settings_from
from bot.cli.options import ConfigOption
from bot.cli.output import print_utf8
from bot.cli.terminal import Verb

if TYPE_CHECKING:
    from bot.config import Settings

# Nothing that takes long to load is imported before a verb needs it: the verbs that answer are to start quickly.
app = typer.Typer()
database = typer.Typer()


@app.command(cls=Verb, epilog="Example:\n\nDISCORD_TOKEN=… {prog} run --config server.toml")
def run(*, config: ConfigOption = None) -> None:
    """Run the bot on Discord, until Ctrl-C.

    Its token comes from the environment (DISCORD_TOKEN) or from a .env file in the working directory.
    """
    settings = settings_from(config)
    from bot import run as running  # noqa: PLC0415

    running.run(settings)


@app.command(
    cls=Verb, epilog="Examples:\n\n{prog} preview\n\n{prog} preview --port 8080 --no-browser --database try.db"
)
def preview(
    *,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65_535, help="The page's port; 0 takes any.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address, open nothing.")] = False,
    kept_in: Annotated[
        Path | None,
        typer.Option("--database", metavar="FILE", help="Keep the data in this file.", show_default="a temporary one"),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Try the bot as a web page on this computer, in a simulated Discord, until Ctrl-C. Needs no token."""
    settings = settings_from(config)
    from bot.client import create_bot  # noqa: PLC0415
    from bot.preview import serve  # noqa: PLC0415

    with _database_file(kept_in) as file:
        bot = create_bot(_keeping_in(settings, file))
        asyncio.run(serve(bot, port=port, open_browser=not no_browser, announce=_announce))


@app.command(cls=Verb, epilog="Example:\n\nDISCORD_TOKEN=… {prog} sync")
def sync(*, config: ConfigOption = None) -> None:
    """Register the commands with Discord, where they differ from those that it has."""
    settings = settings_from(config)
    from bot import run as running  # noqa: PLC0415

    differed = running.sync(settings)
    print_utf8("The commands are registered.\n" if differed else "Discord has these commands already.\n")


@database.command(cls=Verb, epilog="Example:\n\n{prog} database upgrade --config server.toml")
def upgrade(*, config: ConfigOption = None) -> None:
    """Bring the database's schema up to date, making the database where there is none. `run` does so, too."""
    url = settings_from(config).database.url
    from store import database as stored  # noqa: PLC0415

    before, after = stored.upgrade(url)
    print_utf8(f"The database is up to date: {_change(before, after)}.\n")


def _change(before: str | None, after: str | None) -> str:
    if before == after:
        return f"it was at revision {after} already"
    return f"from revision {before} to {after}" if before else f"made at revision {after}"


def _announce(address: str) -> None:
    print_utf8(f"The preview is ready; Ctrl-C ends it.\n{address}\n")


@contextmanager
def _database_file(kept_in: Path | None) -> Iterator[Path]:
    """Give the file to keep data in: a temporary one, gone at the end, where none is named."""
    if kept_in is not None:
        yield kept_in.absolute()
        return
    with TemporaryDirectory(prefix="on-the-record-") as folder:
        yield Path(folder) / "preview.db"


def _keeping_in(settings: "Settings", file: Path) -> "Settings":
    """Return the settings of a single process that keeps its data in a file, whatever shards they name."""
    from sqlalchemy import URL  # noqa: PLC0415

    from bot.config import Database, Discord  # noqa: PLC0415

    url = URL.create("sqlite+aiosqlite", database=str(file)).render_as_string()
    return settings.model_copy(update={"database": Database(url=url), "discord": Discord()})
