"""Who speaks, where a file writes it before the words: `NAME: …`, as a plain pattern of the whole file."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_LABEL = re.compile(
    r"(?:>{2,3}\s?|[-–—]\s?)?\*{0,2}[\[(]?(?P<name>[^\W_][^:<>\[\](){}\"?!;*]{0,39}?)[\])]?"
    r"(?:\s?[(\[](?P<role>[^)\]]{0,30})[)\]])?\*{0,2}\s?(?:\uff1a|:\*{0,2}(?:\s+|$))"
)
# A name in the middle of a row, after the end of a sentence.
_WITHIN = re.compile(r"(?<=[.?!…”\"]\s)(?:>{2,3}\s?|[-–—]\s)?(?P<name>[^\W_][^:<>\[\](){}\"?!;*]{0,39}?)\s?:\s")
_PARTICLES = {
    "de",
    "da",
    "del",
    "der",
    "den",
    "di",
    "la",
    "le",
    "van",
    "von",
    "of",
    "the",
    "and",
    "al",
    "bin",
    "y",
    "e",
}
_NO_NAMES = {
    "answer", "book", "books", "chapter", "conclusion", "credits", "date", "disclaimer", "duration", "email", "episode",
    "example", "fact", "first", "http", "https", "introduction", "language", "length", "link", "links", "no", "note",
    "notes", "ok", "okay", "part", "question", "quote", "remember", "second", "show", "so", "step", "summary", "third",
    "time", "tip", "title", "today", "transcript", "update", "url", "warning", "website", "well", "yes",
}  # fmt: skip
_MOST_WORDS = 5
_MOST_NAMES = 40
_LEAST_LABELS = 3
_SHARE = 0.6
_STRONG = 4


def label(row: str) -> tuple[str, str] | None:
    """Return the name that a row may begin with, and the words after it; None where it begins with none."""
    if ":" not in row[:90] and "\uff1a" not in row[:90]:
        return None
    match = _LABEL.match(row)
    if match is None or not _plausible(match["name"]):
        return None
    return match["name"].strip(), row[match.end() :]


def names_in(rows: Iterable[str]) -> frozenset[str]:
    """Return the names of a file in whose cues or rows they plainly are a pattern: few names, many times."""
    rows = list(rows)
    counts = Counter(found[0] for row in rows if (found := label(row)))
    often = {name: count for name, count in counts.items() if count > 1}
    steady = sum(often.values())
    once = [name for name in counts if name not in often]
    if steady >= _LEAST_LABELS and len(often) <= _MOST_NAMES:
        return frozenset([*often, *(once if len(once) * _STRONG <= steady else [])])
    labels = sum(counts.values())
    if labels > 1 and labels >= _SHARE * len(rows) and len(counts) <= _MOST_NAMES:
        return frozenset(counts)
    return frozenset()


def spoken_by(row: str, names: frozenset[str]) -> tuple[str | None, str]:
    """Split a row into the speaker whose name it begins with, where it does, and the words."""
    found = label(row) if names else None
    return found if found and found[0] in names else (None, row)


def pieces_of(row: str, names: frozenset[str]) -> list[tuple[str | None, str]]:
    """Split a row wherever a known name begins to speak; the first piece has none where the row begins without."""
    named, words = spoken_by(row, names)
    cuts = [match for match in _WITHIN.finditer(words) if match["name"] in names] if names else []
    starts = [(named, 0), *((match["name"], match.end()) for match in cuts)]
    ends = [*(match.start() for match in cuts), len(words)]
    return [(name, words[start:end].strip()) for (name, start), end in zip(starts, ends, strict=True)]


def most(pieces: Sequence[tuple[str | None, str]]) -> str | None:
    """Return who says most of some words."""
    said: dict[str | None, int] = {}
    for speaker, words in pieces:
        said[speaker] = said.get(speaker, 0) + len(words)
    return max(said, key=said.__getitem__, default=None)


def _plausible(name: str) -> bool:
    words = name.replace(".", " ").replace(",", " ").split()
    if not 0 < len(words) <= _MOST_WORDS or words[0].casefold() in _NO_NAMES:
        return False
    named = [word for word in words if word not in _PARTICLES]
    return bool(named) and named[0][0].isalpha() and all(not word[0].islower() for word in named)
