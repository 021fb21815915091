"""Facts of a header, as people and programs write them: addresses, dates, lengths, chapters, languages."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from store.transcript import Chapter

CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,9}))?"
_CLOCK = re.compile(CLOCK)
_STAMP_FIRST = re.compile(rf"^[\s*•▶➤-]{{0,6}}[(\[]?{CLOCK}[)\]]?\s{{0,4}}[-–—:|•~]{{0,2}}\s{{0,4}}(?P<title>\S.*)$")
_STAMP_LAST = re.compile(
    rf"^[\s*•▶➤-]{{0,6}}(?P<title>\S.{{0,150}}?)\s{{1,4}}[-–—:|•~]?\s{{0,4}}[(\[]?{CLOCK}[)\]]?\s*$"
)
_SECONDS = re.compile(r"(\d{1,7}(?:\.\d{1,9})?)\s*(?:s|sec|secs|seconds)?", re.IGNORECASE)
_SPOKEN_LENGTH = re.compile(
    r"(?:(\d{1,3})\s*h(?:ours?|rs?)?)?[\s,]*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?)?[\s,]*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?",
    re.IGNORECASE,
)
_DATES = ("%B %d, %Y", "%b %d, %Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d", "%d.%m.%Y")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
# Whisper's own interface gives the name and not the code.
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi",
    "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "korean": "ko", "norwegian": "no", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "welsh": "cy",
}  # fmt: skip
_LEAST_CHAPTERS = 2
_HOUR, _MINUTE = 3600, 60


def address(text: str) -> str | None:
    """Return an address that a browser can open, or None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.hostname else None


def day(text: str) -> date | None:
    """Read a date, or a moment's date, or return None."""
    bare = _ORDINAL.sub("", text.strip()[:40])
    for form in _DATES:
        try:
            return datetime.strptime(bare, form).date()  # noqa: DTZ007 - a date has no time zone
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(bare).date()
    except ValueError:
        return None


def clock(text: str) -> float | None:
    """Read `1:02:11`, `62:11` or `00:12.500` as seconds, or return None."""
    match = _CLOCK.fullmatch(text.strip()[:40])
    return seconds_of(match.groups()) if match else None


def seconds_of(groups: tuple[str | None, ...]) -> float | None:
    """Give the seconds of hours, minutes, seconds and their decimals, as `CLOCK` matches them; None past 59."""
    hours, minutes, seconds, decimals = groups[:4]
    if int(seconds or 0) >= _MINUTE or (hours and int(minutes or 0) >= _MINUTE):
        return None
    whole = int(hours or 0) * _HOUR + int(minutes or 0) * _MINUTE + int(seconds or 0)
    return float(f"{whole}.{decimals or 0}")


def length(text: str) -> float | None:
    """Read a recording's length (`4117s`, `1:08:37`, `1 h 8 min`) in seconds, or return None."""
    text = text.strip()[:60]
    if match := _SECONDS.fullmatch(text):
        found = float(match[1])
    elif (at := clock(text)) is not None:
        found = at
    elif (match := _SPOKEN_LENGTH.fullmatch(text)) and any(match.groups()):
        found = int(match[1] or 0) * _HOUR + int(match[2] or 0) * _MINUTE + float(match[3] or 0)
    else:
        return None
    return found if found > 0 else None


def language(text: str) -> str:
    """Return a language's code, in lower case but for its region; nothing where it is none."""
    text = text.strip()
    if text.lower() in _LANGUAGES:
        return _LANGUAGES[text.lower()]
    return text if _LANGUAGE.fullmatch(text) else ""


def chapters(description: str) -> list[Chapter]:
    """List what a description's rows name with a time, such as `8:49 - Title` or `(1:02:11) Title`, as they stand."""
    rows = [row.strip() for row in description.split("\n") if row.strip()]
    for pattern in (_STAMP_FIRST, _STAMP_LAST):
        found = [chapter for row in rows if (chapter := _chapter(pattern.match(row[:400])))]
        if len(found) >= _LEAST_CHAPTERS:
            return found
    return []


def ordered_chapters(found: list[Chapter], duration: float | None) -> tuple[Chapter, ...]:
    """Keep the chapters that ascend and begin within the recording; none where fewer than two are left."""
    kept: list[Chapter] = []
    for chapter in found:
        if (not kept or chapter.start > kept[-1].start) and (duration is None or chapter.start < duration):
            kept.append(chapter)
    return tuple(kept) if len(kept) >= _LEAST_CHAPTERS else ()


def _chapter(match: re.Match[str] | None) -> Chapter | None:
    if match is None:
        return None
    times = match.groups()[:4] if match.re is _STAMP_FIRST else match.groups()[1:5]
    start = seconds_of(times)
    return Chapter(match["title"].strip(), start) if start is not None else None
