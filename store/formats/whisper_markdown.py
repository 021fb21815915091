"""Whisper transcripts in Markdown: a block of facts, a title, the show's line, then a bullet for each line spoken.

---
Date Generated: May 17, 2024
Length: 4117s
Video Description: may run
over many lines
---

# Title
**Show:** [June 30, 2023](https://…)
*  What was said. [[00:00:11](https://…&t=11.24s)]
"""

import re
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from store.errors import Problem
from store.transcript import Header, Line

_TITLE = re.compile(r"^#[ \t]+(?P<title>\S.*)$")
_SHOW = re.compile(r"^\*\*(?P<show>.+?):?\*\*:?[ \t]*(?:\[(?P<date>[^\]]*)\]\((?P<url>[^)\s]*)\))?")
_SPOKEN = re.compile(r"^\*[ \t]+(?P<text>.*)$")
_TIME_LINK = re.compile(r"[ \t]*\[\[(?P<h>\d{1,3}):(?P<m>\d\d):(?P<s>\d\d)\]\((?P<url>[^)\s]*)\)\][ \t]*$")
_TIME_IN_URL = re.compile(r"[?&]t=(?P<seconds>\d{1,7}(?:\.\d+)?)s?(?:&|$)")
_FACT = re.compile(
    r"^(?P<key>Date Generated|Transcription Model|Length|Video Keywords|Video Views|Video Rating|Video Description):"
    r"[ \t]*(?P<value>.*)$"
)
_FENCE = "---"


def recognises(text: str) -> bool:
    """Tell whether a text is of this format: it opens with the block of facts, or has a title over its bullets."""
    lines = text.lstrip().splitlines()
    if not lines:
        return False
    opens = lines[0].strip() == _FENCE and any(_FACT.match(line) for line in lines[1:12])
    return opens or (bool(_TITLE.match(lines[0])) and any(_SPOKEN.match(line) for line in lines[1:12]))


def parse(path: Path, text: str) -> tuple[Header, tuple[Line, ...], tuple[Problem, ...]]:
    """Return the header, the spoken lines numbered as in the file, and warnings of what could not be read."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    body = _end_of_facts(rows)
    facts = _facts(rows[:body])
    header, warnings = _header(path, rows, body, facts)
    spoken = (
        _line(number, match["text"])
        for number, row in enumerate(rows[body:], start=body + 1)
        if (match := _SPOKEN.match(row))
    )
    return header, tuple(line for line in spoken if line.text), tuple(warnings)


def _end_of_facts(rows: list[str]) -> int:
    """Return the index of the row after the block of facts; 0 where the file does not open with one.

    A description may hold rows of dashes and headings itself, so the block ends at the first fence that a title over
    the show's line or a bullet follows.
    """
    fences = [index for index, row in enumerate(rows) if row.strip() == _FENCE]
    if not fences or any(row.strip() for row in rows[: fences[0]]):
        return 0
    for fence in fences[1:]:
        first, second, *_ = [*islice((row for row in rows[fence + 1 :] if row.strip()), 2), "", ""]
        if _TITLE.match(first) and (_SHOW.match(second) or _SPOKEN.match(second)):
            return fence + 1
    return fences[1] + 1 if len(fences) > 1 else 0


def _facts(rows: list[str]) -> dict[str, str]:
    """Read the `Key: value` rows; a description takes all rows up to the end of the block."""
    facts: dict[str, str] = {}
    for index, row in enumerate(rows):
        if match := _FACT.match(row):
            facts[match["key"]] = match["value"].strip()
            if match["key"] == "Video Description":
                facts[match["key"]] = "\n".join([match["value"], *rows[index + 1 : -1]]).strip()
                break
    return facts


def _header(path: Path, rows: list[str], body: int, facts: dict[str, str]) -> tuple[Header, list[Problem]]:
    warnings: list[Problem] = []
    title = show = ""
    published, url = None, None
    for number, row in enumerate(rows[body : body + 6], start=body + 1):
        if not title and (match := _TITLE.match(row)):
            title = match["title"].strip()
        elif not show and (match := _SHOW.match(row)):
            show, url = match["show"].strip(), _address(match["url"] or "")
            published = _date(match["date"] or "")
            if match["date"] and published is None:
                warnings.append(Problem("warning", path, f"the date {match['date']!r} cannot be read", number))
    length = re.fullmatch(r"(\d{1,7}(?:\.\d+)?)\s*s?", facts.get("Length", ""))
    duration = float(length[1]) if length and float(length[1]) > 0 else None
    return Header(title, show, published, duration, url, facts.get("Video Description", "")), warnings


def _address(text: str) -> str | None:
    """Return an address that a browser can open, or None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.hostname else None


def _date(text: str) -> date | None:
    for form in ("%B %d, %Y", "%b %d, %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a date has no time zone
        except ValueError:
            continue
    return None


def _line(number: int, text: str) -> Line:
    match = _TIME_LINK.search(text)
    if match is None:
        return Line(number, text.strip())
    exact = _TIME_IN_URL.search(match["url"])
    clock = int(match["h"]) * 3600 + int(match["m"]) * 60 + int(match["s"])
    return Line(number, text[: match.start()].strip(), start=float(exact["seconds"]) if exact else float(clock))
