"""Time zones by their IANA names, as moderators type them."""

import functools
import re
import zoneinfo

from rapidfuzz import fuzz

from store.errors import ZoneUnknownError

# Where most people are, first among those that are offered.
COMMON = (
    "UTC",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Istanbul",
    "Africa/Lagos",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
)
# How many are suggested for one that is unknown, and how much alike they must be.
NEAREST, ALIKE = 3, 60
MOST_WORDS = 6


@functools.cache
def zones() -> tuple[str, ...]:
    """Return the names of all zones, the common ones first. The first call reads the system's list."""
    known = zoneinfo.available_timezones() - {"localtime", "Factory"}
    common = [name for name in COMMON if name in known]
    return (*common, *sorted(name for name in known.difference(common) if "/" in name), *_short(known, common))


def zone_named(given: str) -> str:
    """Return a zone's name as it is written, whatever its case. Raises ZoneUnknownError."""
    wanted = _plain(given)
    for name in zones():
        if _plain(name) == wanted:
            return name
    raise ZoneUnknownError(given, _likest(given))


def zones_like(typed: str) -> list[str]:
    """Return the zones whose names have this in them."""
    wanted = _plain(typed)
    return [name for name in zones() if wanted in _plain(name)]


def _likest(given: str) -> list[str]:
    """Return the zones of which the city is most like a word that was given, or like all of them together."""
    tried = [_plain(given), *(_plain(word) for word in re.findall(r"\w+", given))][:MOST_WORDS]
    scores = {name: max(fuzz.ratio(_place(name), word) for word in tried) for name in zones()}
    likest = sorted((name for name in scores if scores[name] >= ALIKE), key=lambda name: -scores[name])
    return likest[:NEAREST]


def _short(known: set[str], common: list[str]) -> list[str]:
    return sorted(name for name in known.difference(common) if "/" not in name)


def _place(name: str) -> str:
    """Return the city of a zone, which is what people know."""
    return _plain(name.rpartition("/")[2])


def _plain(name: str) -> str:
    return "_".join(name.casefold().split())
