"""Moments as people write them: 27:10, 1:02:03, 27m10s, "at 27:10"."""

import re

_BEFORE = r"(?:(?:at|around|about|near|from|bei|um|ab|gegen|etwa|ca\.?|minute)\s+|[@~≈]\s*)*"
_CLOCK = r"(?:(?P<hours>\d{1,2}):(?P<of_hour>[0-5]\d)|(?P<minutes>\d{1,3})):(?P<seconds>[0-5]\d)(?:[.,]\d+)?"
_UNITS = (
    r"(?:(?P<h>\d{1,2})\s*(?:h|hours?|hrs?|std\.?)\s*)?(?P<m>\d{1,3})\s*(?:m|min\.?|mins|minutes?|minuten)"
    r"(?:\s*(?P<s>\d{1,2})\s*(?:s|sec\.?|secs|seconds?|sek\.?|sekunden)?)?"
)
_MINUTE = r"minute\s+(?P<minute>\d{1,3})"
_MOMENT = re.compile(
    rf"\s*(?:{_BEFORE}(?:{_CLOCK}|{_UNITS})|(?:at\s+|bei\s+|in\s+)?{_MINUTE})\s*[?!.]?\s*", re.IGNORECASE
)
_HOUR, _MINUTE_LONG = 3600, 60


def timecode(text: str) -> int | None:
    """Return the seconds that a text names, and nothing but those; None for any other text."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = (
        sum(int(found[name] or 0) for name in names)
        for names in (("hours", "h"), ("of_hour", "minutes", "m", "minute"), ("seconds", "s"))
    )
    return hours * _HOUR + minutes * _MINUTE_LONG + seconds
