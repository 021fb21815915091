"""Rows of the query log as the contract fixes them, for programs and for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from bot.json_line import json_text

if TYPE_CHECKING:
    from store.database import LoggedQuery
    from store.server.likeness import AskedAlike

# What a spreadsheet would compute (owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Rows(StrEnum):
    """How rows are written."""

    CSV = "csv"
    JSONL = "jsonl"


class QueryForm(TypedDict):
    id: str
    asked_at: str
    user_id: str | None
    guild_id: str | None
    channel_id: str | None
    surface: str
    command: str
    text: str | None
    episode: str | None
    outcome: str
    answer_lines: list[tuple[int, int]]
    latency_ms: float


class QueriesForm(TypedDict):
    queries: list[QueryForm]


class UnansweredRow(TypedDict):
    text: str
    count: int
    last_asked_at: str


class UnansweredForm(TypedDict):
    unanswered: list[UnansweredRow]


COLUMNS = tuple(QueryForm.__annotations__)


def queries_form(queries: Iterable["LoggedQuery"]) -> QueriesForm:
    return {"queries": [query_form(query) for query in queries]}


def unanswered_form(groups: "Iterable[AskedAlike]") -> UnansweredForm:
    rows: list[UnansweredRow] = [
        {"text": group.text, "count": group.count, "last_asked_at": instant(group.last_asked_at)} for group in groups
    ]
    return {"unanswered": rows}


def query_form(query: "LoggedQuery") -> QueryForm:
    return {
        "id": str(query.id),
        "asked_at": instant(query.asked_at),
        "user_id": _id(query.user_id),
        "guild_id": _id(query.guild_id),
        "channel_id": _id(query.channel_id),
        "surface": query.surface,
        "command": query.command,
        "text": query.text,
        "episode": query.episode,
        "outcome": query.outcome,
        "answer_lines": list(query.answer_lines),
        "latency_ms": query.latency_ms,
    }


def csv_row(query: "LoggedQuery") -> list[str]:
    """Return the same in cells: nothing for null, lines as JSON, and an apostrophe before what looks like a formula."""
    form = query_form(query)
    cells = {**form, "answer_lines": json.dumps(form["answer_lines"])}
    return [_cell(cells[column]) for column in COLUMNS]


def header(rows: Rows) -> str:
    """Return what stands before the first row."""
    return _csv_line(COLUMNS) if rows is Rows.CSV else ""


def row(rows: Rows, query: "LoggedQuery") -> str:
    """Write a row, with its end of line."""
    return _csv_line(csv_row(query)) if rows is Rows.CSV else f"{json_text(query_form(query))}\n"


def _csv_line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()


def instant(moment: datetime) -> str:
    """Write an instant in UTC, with `Z`."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _id(snowflake: int | None) -> str | None:
    return None if snowflake is None else str(snowflake)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
