"""TOML as people write it, with comments."""

import json
from collections.abc import Iterable, Mapping

from store.question import Span
from store.speech.spoken import SpokenText

Value = str | int | bool | tuple[str, ...] | tuple[int, ...] | Mapping[str, "Value"]


def table(name: str, values: Mapping[str, Value | None], *, remark: str = "") -> str:
    """Write an entry of an array of tables; what is None is left out."""
    rows = [f"# {one_line(remark)}"] if remark else []
    rows += [f"[[{name}]]", *(f"{key} = {literal(value)}" for key, value in values.items() if value is not None)]
    return "\n".join(rows)


def literal(value: Value) -> str:
    """Write a value. A JSON string of text without lone surrogates is a TOML string; only DEL has to be escaped."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            text = value.encode("utf-8", "replace").decode()
            return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(literal(one) for one in value)}]"
        case _:
            return f"{{ {', '.join(f'{key} = {literal(one)}' for key, one in value.items())} }}"


def excerpt(spoken: SpokenText, span: Span) -> dict[str, Value]:
    """Return a span as the notes write it: its lines, and its words to the letter."""
    return {"lines": spoken.lines_of(span), "text": spoken[span]}


def commented(text: str) -> str:
    """Turn every row into a comment; rows that are comments stay."""
    return "\n".join(row if not row or row.startswith("#") else f"# {row}" for row in text.split("\n"))


def one_line(text: str) -> str:
    """Return a text fit for a comment: on one row, without the control characters that TOML forbids."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))


def paragraph(rows: Iterable[str]) -> str:
    """Write rows of a comment."""
    return "\n".join(f"# {row}".rstrip() for row in rows)
