"""What a file's name tells of its recording, where the file itself does not: guesses, and marked as such."""

import re
from datetime import date

from store.transcript import Header

# show_20250415_3945s: how collections name their files.
_SHOW_DATE_LENGTH = re.compile(r"(?P<show>.*[^\W\d_].*?)[_ -]+(?P<date>\d{8})[_ -]+(?P<length>\d{1,6})s")
_DATE = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_EPISODE = re.compile(r"^(?:(?:ep(?:isode)?|s\d{1,2}e)[ _.-]*)?#?\d{1,5}[ _.:-]+", re.IGNORECASE)
_GUEST = (
    re.compile(r"\b(?:with|ft|feat|featuring|guest)\.? (?P<guest>[^\W\d_]+(?: [^\W\d_]+){1,2})$", re.IGNORECASE),
    re.compile(r"^(?P<guest>[^\W\d_]+ [^\W\d_]+) on (?=\w)", re.IGNORECASE),
)
_MACHINE = re.compile(
    r"(?=[0-9a-fA-F_-]*\d)[0-9a-fA-F_-]{6,}|\d+"
    # A video's id: capitals and digits where no word has them.
    r"|(?=.*(?:[A-Za-z]\d[A-Za-z]|[A-Z]{2}[a-z].*\d)|(?:.*[a-z][A-Z]){3})[A-Za-z0-9_-]{11}"
)
_GENERIC = {"audio", "captions", "episode", "example", "file", "output", "podcast", "recording", "sample", "subtitles",
            "talk", "test", "transcript", "transcription", "untitled"}  # fmt: skip
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
_LONGEST = 120


def complete(header: Header, stem: str) -> Header:
    """Add to a header what its file's name tells, and only where the file says nothing itself."""
    guesses = _guesses(stem)
    missing = {name: found for name, found in guesses.items() if found and not getattr(header, name)}
    if "title" in missing and (header.show or header.published):
        # A file that names its show has no reason to hide its title in its name.
        del missing["title"]
    return Header(
        title=_text(header.title, missing, "title"),
        show=_text(header.show, missing, "show"),
        published=header.published or _day(missing.get("published")),
        duration=header.duration or _length(missing.get("duration")),
        url=header.url,
        description=header.description,
        guest=_text(header.guest, missing, "guest"),
        language=header.language,
        chapters=header.chapters,
        guessed=header.guessed | missing.keys(),
    )


def _text(stated: str, missing: dict[str, object], name: str) -> str:
    found = missing.get(name)
    return found if isinstance(found, str) else stated


def _day(found: object) -> date | None:
    return found if isinstance(found, date) else None


def _length(found: object) -> float | None:
    return found if isinstance(found, float) else None


def _guesses(stem: str) -> dict[str, object]:
    stem = stem[:_LONGEST]
    if match := _SHOW_DATE_LENGTH.fullmatch(stem):
        length = float(match["length"])
        return {"show": _title(match["show"]), "published": _date(match["date"]), "duration": length or None}
    dated = _DATE.search(stem)
    published = _date("".join(dated.groups())) if dated else None
    rest = stem.replace(dated[0], " ") if dated and published else stem
    if _MACHINE.fullmatch(re.sub(r"^\s[_ -]?|[_ -]?\s$", "", rest)):
        return {"published": published}
    rest = _EPISODE.sub("", rest.strip(" _-.")).strip(" _-.")
    if _MACHINE.fullmatch(rest) or rest.casefold() in _GENERIC:
        return {"published": published}
    title = _title(rest)
    return {"title": title, "guest": _guest(title), "published": published}


def _guest(title: str) -> str:
    found = next((match["guest"] for pattern in _GUEST if (match := pattern.search(title))), "")
    return found if found and not _SMALL & set(found.casefold().split()) else ""


def _date(digits: str) -> date | None:
    try:
        found = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return found if found >= _FIRST_RECORDING else None


_FIRST_RECORDING = date(1900, 1, 1)


def _title(words: str) -> str:
    """Write words of a file's name as a title; those that have capitals keep them."""
    parts = re.split(r"[\s_-]+", words.strip(" _-."))
    if any(part != part.lower() for part in parts):
        return " ".join(parts)
    titled = [part if at and part in _SMALL else part[:1].upper() + part[1:] for at, part in enumerate(parts)]
    return " ".join(titled)
