"""What is kept of a person as a file to take along: JSON, compressed only where it has to be."""

import gzip
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from store.server.privacy import PersonalData

_SNOWFLAKES = ("id", "_id", "_by")


def personal_file(data: PersonalData, now: datetime, limit: int) -> tuple[str, bytes]:
    """Return a name and the content, within `limit` bytes. What is over is left out, the oldest questions first."""
    questions = data.tables.get("queries", ())
    while True:
        content = _written(data, questions, now)
        if len(content) <= limit:
            return "on-the-record.json", content
        packed = gzip.compress(content, mtime=0)
        if len(packed) <= limit or not questions:
            return "on-the-record.json.gz", packed
        questions = questions[-(len(questions) // 2) :] if len(questions) > 1 else ()


def _written(data: PersonalData, questions: Sequence[Mapping[str, Any]], now: datetime) -> bytes:
    rows = {**data.tables, "queries": questions}
    form = {
        "user_id": str(data.user_id),
        "exported_at": _instant(now),
        "left_out": {"queries": len(data.tables.get("queries", ())) - len(questions)},
        "tables": {name: [_row(row) for row in found] for name, found in rows.items()},
    }
    return json.dumps(form, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _cell(name, value) for name, value in row.items()}


def _cell(name: str, value: Any) -> Any:
    """Write Discord's ids as text, for JSON's numbers are too short for them, and instants in UTC."""
    if isinstance(value, datetime):
        return _instant(value)
    is_snowflake = isinstance(value, int) and not isinstance(value, bool) and name.endswith(_SNOWFLAKES)
    return str(value) if is_snowflake else value


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
