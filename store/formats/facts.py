"""Facts of a header, as people and programs write them: addresses, dates, lengths, languages."""

import re
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,9}))?"
_CLOCK = re.compile(CLOCK)
_SECONDS = re.compile(r"(\d{1,7}(?:\.\d{1,9})?)\s*(?:s|sec|secs|seconds)?", re.IGNORECASE)
_SPOKEN_LENGTH = re.compile(
    r"(?:(\d{1,3})\s*h(?:ours?|rs?)?)?[\s,]*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?)?[\s,]*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?",
    re.IGNORECASE,
)
_DATES = ("%B %d, %Y", "%b %d, %Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_NAMED_MONTH = re.compile(r"(\d{1,2})\.?(?: de)? ([^\W\d_]{3,12})\.?(?: de)? (\d{4})")
_DATE_LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
# Whisper's own interface gives the name and not the code.
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi",
    "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "korean": "ko", "norwegian": "no", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "welsh": "cy",
}  # fmt: skip
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
    named = _NAMED_MONTH.fullmatch(bare)
    if named and (month := _months().get(named[2].casefold())):
        bare = f"{named[3]}-{month:02}-{named[1]:0>2}"
    for form in _DATES:
        try:
            return datetime.strptime(bare, form).date()  # noqa: DTZ007 - a date has no time zone
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(bare).date()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the number of each month by its name in some languages."""
    from babel.dates import get_month_names  # noqa: PLC0415 - it reads the zone of the machine at import

    return {
        name.rstrip(".").casefold(): number
        for language in _DATE_LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


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
