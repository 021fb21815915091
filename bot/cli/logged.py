"""The verbs that read the query log: recent, unanswered, export."""

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import AsJson, ConfigOption
from bot.cli.output import print_json, print_readable, print_utf8
from bot.cli.stored import DaysOption, MemberOption, ServerOption, stored, which
from bot.cli.terminal import Verb, answered
from bot.cli.text import log as text
from bot.log_form import Rows, header, queries_form, row, unanswered_form

if TYPE_CHECKING:
    from pathlib import Path

    from store.database import LoggedQuery, QueryFilter
    from store.question import Outcome
    from store.server.likeness import AskedAlike

log = typer.Typer()


class Outcomes(StrEnum):
    """What may become of a question."""

    ANSWERED = "answered"
    NOTHING_FOUND = "nothing_found"
    REFUSED = "refused"
    FAILED = "failed"


CommandOption = Annotated[
    str | None, typer.Option("--command", metavar="VERB", help="Only what this verb answered.", show_default=False)
]
OutcomeOption = Annotated[Outcomes | None, typer.Option("--outcome", help="Only what ended so.", show_default=False)]


@log.command(cls=Verb, epilog="Examples:\n\n{prog} log recent\n\n{prog} log recent --limit 100 --days 7 --json")
def recent(  # noqa: PLR0913 - as many as there are options
    *,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many at most.")] = 20,
    member: MemberOption = None,
    server: ServerOption = None,
    command: CommandOption = None,
    outcome: OutcomeOption = None,
    days: DaysOption = None,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Show the latest questions, the newest first."""
    ended: Outcome | None = outcome.value if outcome else None
    wanted = which(server=server, member=member, command=command, outcome=ended, days=days)
    listed = asyncio.run(_recent(config, limit, wanted))
    if as_json:
        print_json(queries_form(listed))
    else:
        print_readable(text.queries(listed))
    answered(found=bool(listed))


@log.command(cls=Verb, epilog="Examples:\n\n{prog} log unanswered\n\n{prog} log unanswered --days 30 --json")
def unanswered(
    *,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many at most.")] = 50,
    server: ServerOption = None,
    days: DaysOption = None,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Show what was asked and not found, grouped by likeness, the most asked first."""
    groups = asyncio.run(_unanswered(config, which(server=server, days=days)))[:limit]
    if as_json:
        print_json(unanswered_form(groups))
    else:
        print_readable(text.unanswered(groups))
    answered(found=bool(groups))


@log.command(
    cls=Verb,
    epilog="Examples:\n\n{prog} log export > log.csv\n\n{prog} log export --format jsonl | gzip > log.jsonl.gz",
)
def export(
    *,
    written_as: Annotated[Rows, typer.Option("--format", help="A spreadsheet's rows, or one JSON object a line.")] = (
        Rows.CSV
    ),
    server: ServerOption = None,
    days: DaysOption = None,
    config: ConfigOption = None,
) -> None:
    """Write out every question, the oldest first.

    In CSV, a text that a spreadsheet would compute has an apostrophe before it.
    """
    answered(found=asyncio.run(_export(config, written_as, which(server=server, days=days))) > 0)


async def _recent(config: "Path | None", limit: int, wanted: "QueryFilter") -> "tuple[LoggedQuery, ...]":
    from store.database import QueryLog  # noqa: PLC0415 - the verbs that answer start without it

    async with stored(config) as opened:
        return await QueryLog(opened).recent(limit, which=wanted)


async def _unanswered(config: "Path | None", wanted: "QueryFilter") -> "tuple[AskedAlike, ...]":
    from store.database import QueryStatistics  # noqa: PLC0415

    async with stored(config) as opened:
        return await QueryStatistics(opened).unanswered(wanted)


async def _export(config: "Path | None", written_as: Rows, wanted: "QueryFilter") -> int:
    from store.database import QueryLog  # noqa: PLC0415

    rows = 0
    async with stored(config) as opened:
        print_utf8(header(written_as))
        async for query in QueryLog(opened).export(wanted):
            rows += 1
            print_utf8(row(written_as, query))
    return rows
