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
from pathlib import Path

from store.formats import facts as reading
from store.formats.chapters import chapters
from store.formats.parsed import Parsed, Tally, sound_times
from store.transcript import Header, Line

_TITLE = re.compile(r"^#[ \t]+(?P<title>\S.*)$")
_SHOW = re.compile(r"^\*\*(?P<show>.+?):?\*\*:?[ \t]*(?:\[(?P<date>[^\]]*)\]\((?P<url>[^)\s]*)\))?")
_SPOKEN = re.compile(r"^\*[ \t]+(?P<text>.*)$")
_TIME_LINK = re.compile(r"\[\[(?P<h>\d{1,3}):(?P<m>\d\d):(?P<s>\d\d)\]\((?P<url>[^)\s]*)\)\]")
_TIME_IN_URL = re.compile(r"[?&]t=(?P<seconds>\d{1,7}(?:\.\d+)?)s?(?:&|$)")
_FACT = re.compile(
    r"^(?P<key>Date Generated|Transcription Model|Length|Video Keywords|Video Views|Video Rating|Video Description):"
    r"[ \t]*(?P<value>.*)$"
)
_FENCE = "---"
_OPENING = 12
_HEADING = 6


def recognises(text: str) -> bool:
    """Tell whether a text is of this format: it opens with the block of facts, or has a title over its bullets."""
    lines = text[:20_000].lstrip().split("\n")[:_OPENING]
    facts = sum(bool(_FACT.match(line)) for line in lines)
    opens = (lines[0].strip() == _FENCE and facts >= 1) or facts > 1
    return opens or (bool(_TITLE.match(lines[0])) and any(_SPOKEN.match(line) for line in lines[1:]))


def parse(path: Path, text: str) -> Parsed:
    """Return the header, the spoken lines numbered as in the file, and warnings of what could not be read."""
    rows = text.split("\n")
    body = _end_of_facts(rows)
    tally = Tally(path)
    header = _header(tally, rows, body, _facts(rows[:body]))
    spoken = (
        _line(number, match["text"])
        for number, row in enumerate(rows[body:], start=body + 1)
        if (match := _SPOKEN.match(row))
    )
    lines = sound_times([line for line in spoken if line.text], tally)
    return Parsed("Whisper Markdown", "line", header, lines, tally.problems())


def _end_of_facts(rows: list[str]) -> int:
    """Return the index of the row after the block of facts; 0 where the file has none.

    A description may hold rows of dashes and headings itself, so the block ends at the first fence that a title over
    the show's line or a bullet follows.
    """
    written = [index for index, row in enumerate(rows) if row.strip()]
    fences = [place for place, index in enumerate(written) if rows[index].strip() == _FENCE]
    if not any(_FACT.match(rows[index]) for index in written[:_OPENING]):
        return 0
    for place in fences:
        first, second, *_ = [*(rows[index] for index in written[place + 1 : place + 3]), "", ""]
        if _TITLE.match(first) and (_SHOW.match(second) or _SPOKEN.match(second)):
            return written[place] + 1
    return written[fences[1]] + 1 if len(fences) > 1 else 0


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


def _header(tally: Tally, rows: list[str], body: int, facts: dict[str, str]) -> Header:
    title = show = ""
    published, url = None, None
    for number, row in enumerate(rows[body : body + _HEADING], start=body + 1):
        if not title and (match := _TITLE.match(row)):
            title = match["title"].strip()
        elif not show and (match := _SHOW.match(row)):
            show, url = match["show"].strip(), reading.address(match["url"] or "")
            published = reading.day(match["date"] or "")
            if match["date"] and published is None:
                tally.warn(f"the date {match['date'][:80]!r} cannot be read", number)
    description = facts.get("Video Description", "")
    return Header(
        title=title,
        show=show,
        published=published,
        duration=reading.length(facts.get("Length", "")),
        url=url,
        description=description,
        chapters=tuple(chapters(description)),
    )


def _line(number: int, text: str) -> Line:
    """Read a line and the time link at its end, the last brackets in it."""
    text = text.strip()
    at = text.rfind("[[")
    match = _TIME_LINK.fullmatch(text, at) if at >= 0 else None
    if match is None:
        return Line(number, text)
    exact = _TIME_IN_URL.search(match["url"])
    clock = int(match["h"]) * 3600 + int(match["m"]) * 60 + int(match["s"])
    return Line(number, text[:at].rstrip(), start=float(exact["seconds"]) if exact else float(clock))
