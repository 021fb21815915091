"""The verbs that read the query log: recent, export."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.asking import settings_from
from bot.cli.options import AsJson, ConfigOption
from bot.cli.output import print_json, print_readable, print_utf8
from bot.cli.terminal import Verb, answered
from bot.cli.text import log as text
from bot.log_form import Rows, header, queries_form, row
from store.errors import DatabaseError

if TYPE_CHECKING:
    from store.database import LoggedQuery

log = typer.Typer()


@log.command(cls=Verb, epilog="Examples:\n\n{prog} log recent\n\n{prog} log recent --limit 100 --json")
def recent(
    *,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many at most.")] = 20,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Show the latest questions, the newest first."""
    listed = asyncio.run(_recent(_url(config), limit))
    if as_json:
        print_json(queries_form(listed))
    else:
        print_readable(text.queries(listed))
    answered(found=bool(listed))


@log.command(
    cls=Verb,
    epilog="Examples:\n\n{prog} log export > log.csv\n\n{prog} log export --format jsonl | gzip > log.jsonl.gz",
)
def export(
    *,
    written_as: Annotated[Rows, typer.Option("--format", help="A spreadsheet's rows, or one JSON object a line.")] = (
        Rows.CSV
    ),
    config: ConfigOption = None,
) -> None:
    """Write out every question.

    In CSV, a text that a spreadsheet would compute has an apostrophe before it.
    """
    answered(found=asyncio.run(_export(_url(config), written_as)) > 0)


async def _recent(url: str, limit: int) -> "tuple[LoggedQuery, ...]":
    from store.database import QueryLog, open_database  # noqa: PLC0415 - the verbs that answer start without it

    async with open_database(url) as opened:
        return tuple(await QueryLog(opened).recent(limit))


async def _export(url: str, written_as: Rows) -> int:
    from store.database import QueryLog, open_database  # noqa: PLC0415

    rows = 0
    async with open_database(url) as opened:
        print_utf8(header(written_as))
        async for query in QueryLog(opened).export():
            rows += 1
            print_utf8(row(written_as, query))
    return rows


def _url(config: Path | None) -> str:
    """Return the database's URL. Raises DatabaseError where it is SQLite's and there is no such file: make none."""
    url = settings_from(config).database.url
    from sqlalchemy import make_url  # noqa: PLC0415

    parsed = make_url(url)
    file = parsed.database or ":memory:"
    if parsed.get_backend_name() == "sqlite" and not file.startswith("file:") and not Path(file).is_file():
        raise DatabaseError(file, "there is none yet, the bot makes it when it first runs")
    return url
