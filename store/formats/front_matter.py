"""The block of facts between two rows of dashes with which Markdown files open: as much of YAML as people write there.

---
title: "On Bridges"
description: may run over
  several rows
guests:
- Ada Host
---
"""

import re
from collections.abc import Iterator, Sequence

from store.formats.stated import field_of

_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?):(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-(?:\s+(?P<value>.*))?")
_FENCES = {"---", "..."}
_ESCAPE = re.compile(r"\\(?:u(?P<four>[0-9A-Fa-f]{4})|x(?P<two>[0-9A-Fa-f]{2})|(?P<one>.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "", "0": "", "a": "", "b": "", "e": "", "f": "", "v": ""}
_LONGEST = 500


def read(rows: Sequence[str]) -> tuple[list[tuple[str, str]], int]:
    """Return the keys and values, and the index of the row after the block; nothing and 0 where there is none."""
    first = next((index for index, row in enumerate(rows[:_LONGEST]) if row.strip()), 0)
    if not rows or rows[first].strip() != "---":
        return [], 0
    block = rows[first + 1 : first + _LONGEST]
    length = next((at for at, row in enumerate(block) if row.rstrip() in _FENCES), None)
    if length is None:
        return [], 0
    found = list(_pairs(block[:length]))
    known = any(field_of(key) for key, _ in found)
    return (found, first + length + 2) if known else ([], 0)


def _pairs(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    key, gathered = "", list[str]()
    for row in rows:
        match = _KEY.fullmatch(row.rstrip())
        if match is None:
            gathered.append(row)
            continue
        if key:
            yield key, _value(gathered)
        key, gathered = match["key"], [match["value"] or ""]
    if key:
        yield key, _value(gathered)


def _value(rows: Sequence[str]) -> str:
    head, rest = rows[0].strip(), rows[1:]
    items = [match["value"] or "" for row in rest if (match := _ITEM.fullmatch(row))]
    if not head and items:
        return ", ".join(_scalar([item]) for item in items)
    if head[:1] in {"|", ">"} and len(head) <= 2:  # noqa: PLR2004 - such as ">-"
        return ("\n" if head[0] == "|" else " ").join(row.strip() for row in rest).strip()
    return _scalar([head, *rest])


def _scalar(rows: Sequence[str]) -> str:
    """Fold the rows of a value as YAML does: a break is a space, an empty row a break."""
    first = rows[0].strip()
    if first.startswith('"'):
        text = re.sub(r"\\\n\s*", "", "\n".join(row.strip() for row in rows))
        return _ESCAPE.sub(_unescaped, _folded(text).strip().removeprefix('"').removesuffix('"'))
    text = _folded("\n".join(row.strip() for row in rows)).strip()
    return text[1:-1].replace("''", "'") if len(text) > 1 and text[0] == text[-1] == "'" else text


def _folded(text: str) -> str:
    return re.sub(r"\n+", lambda match: " " if len(match[0]) == 1 else "\n" * (len(match[0]) - 1), text)


def _unescaped(match: re.Match[str]) -> str:
    number = match["four"] or match["two"]
    return chr(int(number, 16)) if number else _ESCAPED.get(match["one"], match["one"])
