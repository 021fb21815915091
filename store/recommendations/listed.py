"""The books that an episode's description lists, with the right titles and authors, and where they are said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from store.question import BookStatus, Span
from store.words import plain

_HEADING = re.compile(
    r"^\W*(?:(?P<recommended>(?:book|reading) recommendations?|recommended (?:books?|reading)s?|"
    r"(?:\w+['’]s )?(?:book )?recommendations?|reading list)|"
    r"(?:books?|reading)(?: and \w+)?(?: (?:mentioned|discussed|referenced|cited|in this episode))?)\b[^.:]{0,40}:\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*\(?\bhttps?://\S+")
_ITEM = re.compile(r"^[\s\-–*•·\d.)]*(?P<title>.+?)(?:,?\s+by\s+(?P<author>[^()]+?))?\s*[.:]?\s*$")
_MOST_WORDS = 25
_ALIKE, _SHORTEST, _LONG = 84, 5, 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A book as the description writes it; `author` is empty where it names none."""

    title: str
    author: str
    status: BookStatus


def listed(description: str) -> list[Listed]:
    """Read the lists of books in a description: a heading that names them, and an item a line."""
    return list(_listed(description))


def _listed(description: str) -> Iterator[Listed]:
    status: BookStatus | None = None
    for row in description.splitlines():
        if match := _HEADING.match(row.strip()):
            status = "recommended" if match["recommended"] else "mentioned"
        elif status and row.strip():
            bare = _ADDRESS.sub("", row).strip().strip(":").strip()
            item = _ITEM.match(bare)
            if (
                not item
                or len(bare.split()) > _MOST_WORDS
                or bare.endswith((".", "!", "?"))
                or row.strip().endswith(":")
            ):
                status = None
            elif not item["title"].startswith(("“", '"')) or item["author"]:
                yield Listed(item["title"].strip(" “”\"'"), (item["author"] or "").strip(" .,"), status)


def place_of(title: str, text: str, within: Span) -> Span | None:
    """Find where a title is said, as it may have been misheard; None where it is not."""
    bare = plain(title.partition(":")[0]).strip()
    said = text[within.start : within.end]
    if len(bare) < _SHORTEST:
        match = re.search(rf"\b{re.escape(title.partition(':')[0])}\b", said)
        return Span(within.start + match.start(), within.start + match.end()) if match else None
    lowered = said.lower()
    found = fuzz.partial_ratio_alignment(bare, lowered, score_cutoff=_ALIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and said[start - 1].isalnum():
        start -= 1
    while end < len(said) and said[end].isalnum():
        end += 1
    return Span(within.start + start, within.start + end)


def alike(one: str, other: str) -> bool:
    """Tell whether two spellings name the same book."""
    whole, part = sorted((plain(one), plain(other)), key=len, reverse=True)
    if len(part) >= _LONG and whole.endswith(part):
        return True  # a subtitle, named alone
    first, second = plain(one.partition(":")[0]), plain(other.partition(":")[0])
    shorter = min(len(first), len(second))
    likeness = fuzz.partial_ratio if shorter > _SHORTEST else fuzz.ratio
    return likeness(first, second) >= _ALIKE
