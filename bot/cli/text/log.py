"""The query log for reading."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.cli.text.said import QUIET, clean, dotted, line_range
from bot.log_form import instant

if TYPE_CHECKING:
    from datetime import datetime

    from store.database import LoggedQuery
    from store.server.likeness import AskedAlike

_OUTCOMES = {"answered": "green", "nothing_found": "yellow", "refused": "yellow", "failed": "bold red"}


def queries(listed: Sequence["LoggedQuery"]) -> Iterator[RenderableType]:
    """Give what was asked as a table, the newest first."""
    if not listed:
        yield Text("Nothing has been asked yet.", style="bold")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Asked at", no_wrap=True)
    table.add_column("Outcome", no_wrap=True)
    table.add_column("Question", overflow="fold")
    for query in listed:
        outcome = Text(query.outcome.replace("_", " "), style=_OUTCOMES.get(query.outcome, ""))
        table.add_row(_second(query.asked_at), outcome, _question(query))
    yield table


def unanswered(groups: Sequence["AskedAlike"]) -> Iterator[RenderableType]:
    """Give what was not found as a table, the most asked first."""
    if not groups:
        yield Text("Nothing was asked that was not found.", style="bold")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Times", justify="right", no_wrap=True)
    table.add_column("Last asked at", no_wrap=True)
    table.add_column("Question", overflow="fold")
    for group in groups:
        table.add_row(str(group.count), _second(group.last_asked_at), Text(clean(group.text)))
    yield table


def _second(at: "datetime") -> str:
    return f"{instant(at).removesuffix('Z').partition('.')[0]}Z"


def _question(query: "LoggedQuery") -> Text:
    asked = "(erased)" if query.text is None else clean(query.text)
    return Text.assemble((query.command, "bold"), f" {asked}\n" if asked else "\n", (_circumstances(query), QUIET))


def _circumstances(query: "LoggedQuery") -> str:
    lines = ", ".join(line_range(lines) for lines in query.answer_lines[:1])
    return dotted(
        query.surface,
        f"user {query.user_id}" if query.user_id else "",
        f"server {query.guild_id}" if query.guild_id else "direct message",
        lines,
        f"{query.latency_ms:.0f} ms",
    )
