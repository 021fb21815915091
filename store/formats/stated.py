"""A header from pairs of a key and a value, as notes in subtitles, the top of a text and JSON's objects state them."""

import re
from collections.abc import Iterable

from store.formats import facts
from store.formats.chapters import chapters
from store.formats.parsed import Tally
from store.transcript import Header

_PAIR = re.compile(r"^[#*\s]{0,5}(?P<key>[^\W\d_][\w -]{1,25}?)\*{0,2}\s?[:=]\*{0,2}\s{0,9}(?P<value>\S.*)$")
_FIELDS = {
    "title": "title", "episode": "title", "episode title": "title", "episode name": "title",
    "show": "show", "podcast": "show", "series": "show", "podcast title": "show", "show title": "show",
    "program": "show", "podcast name": "show", "show name": "show", "channel": "show",
    "date": "published", "published": "published", "pubdate": "published", "pub date": "published",
    "release date": "published",
    "upload date": "published", "air date": "published", "recorded": "published", "publish date": "published",
    "published at": "published", "publication date": "published",
    "url": "url", "link": "url", "source": "url", "address": "url", "webpage url": "url", "episode url": "url",
    "duration": "duration", "length": "duration",
    "language": "language", "lang": "language",
    "description": "description", "summary": "description",
    "guest": "guest", "guests": "guest",
    "youtube url": "url", "video url": "url", "episode link": "url", "permalink": "url", "media": "url",
    "duration seconds": "duration", "length seconds": "duration", "audio duration": "duration",
    "titel": "title", "título": "title", "titre": "title", "titolo": "title",
    "sendung": "show", "programa": "show", "émission": "show",
    "datum": "published", "fecha": "published", "data": "published",
    "dauer": "duration", "länge": "duration", "duración": "duration", "durée": "duration",
    "sprache": "language", "idioma": "language", "langue": "language",
    "beschreibung": "description", "descripción": "description",
    "gast": "guest", "invitado": "guest", "invitada": "guest", "invité": "guest",
}  # fmt: skip
_NAMES = {"title", "show", "guest"}
_LONGEST = 500


def pair(row: str) -> tuple[str, str] | None:
    """Return a row's key, of those that state a fact, and its value; None for any other row."""
    match = _PAIR.match(row[:_LONGEST])
    if match is None or field_of(match["key"]) is None:
        return None
    return match["key"], match["value"].strip()


def field_of(key: str) -> str | None:
    """Return which field of the header a key names."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key[:60])
    return _FIELDS.get(" ".join(words.replace("_", " ").replace("-", " ").casefold().split()))


def header_of(pairs: Iterable[tuple[str, str]], tally: Tally) -> Header:
    """Make a header of what is stated; the first to state a field has it. What cannot be read is warned of."""
    found: dict[str, str] = {}
    for key, value in pairs:
        field = field_of(key)
        if field in _NAMES and facts.address(value.strip()):
            field = "url"
        if field and value.strip():
            found.setdefault(field, value.strip())
    published, duration = facts.day(found.get("published", "")), facts.length(found.get("duration", ""))
    url = facts.address(found.get("url", ""))
    for field, read in (("published", published), ("duration", duration)):
        if found.get(field) and read is None:
            tally.warn(f"its {field} {found[field][:60]!r} cannot be read")
    description = found.get("description", "")
    return Header(
        title=one_line(found.get("title", "")),
        show=one_line(found.get("show", "")),
        published=published,
        duration=duration,
        url=url,
        description=description,
        guest=one_line(found.get("guest", "")),
        language=facts.language(found.get("language", "")),
        chapters=tuple(chapters(description)),
    )


def one_line(text: str) -> str:
    """Return a title or a name as one line of a length that can be shown."""
    return " ".join(text[: 2 * _LONGEST].split())[:_LONGEST]
