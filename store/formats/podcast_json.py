"""The podcast namespace's JSON transcripts.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from collections.abc import Mapping
from pathlib import Path

from store.formats.parsed import Parsed, Tally
from store.formats.segments import Keys, header_from, lines_of

_KEYS = Keys(text=("body",), start=("startTime",), end=("endTime",))


def recognises(content: object) -> bool:
    """Tell whether an object holds segments with a body."""
    segments = content.get("segments") if isinstance(content, Mapping) else None
    return isinstance(segments, list) and any(
        isinstance(segment, Mapping) and ("body" in segment or "startTime" in segment) for segment in segments
    )


def parse(path: Path, content: object) -> Parsed:
    """Return the header, the segments as lines, and warnings of what could not be read."""
    tally = Tally(path, "segment")
    stated = content if isinstance(content, Mapping) else {}
    segments = stated.get("segments")
    lines = lines_of(segments if isinstance(segments, list) else [], _KEYS, tally)
    return Parsed("podcast JSON", "segment", header_from(stated, tally), lines, tally.problems())
