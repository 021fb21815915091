"""Which font file can draw a text: those that come with matplotlib first, then the system's own."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

Face = Literal["DejaVu Serif", "DejaVu Sans"]
# Draws the name of a script instead of its letters.
_LAST_RESORT = "LastResort"
# A letter here and there may be a box: an emoji, a mark. More than this share, and nobody could read the rest.
MOST_BOXES = 0.05


class NoFontError(Exception):
    """No font that is installed here has the letters of a text."""


@lru_cache(maxsize=256)
def font_file(letters: frozenset[str], face: Face, weight: Literal["normal", "bold"] = "normal") -> str:
    """Return the first font that has all the letters, else the one that lacks fewest: it draws boxes for those.

    Not on the event loop: the first call may look through all fonts of the system. Raises NoFontError.
    """
    from matplotlib.font_manager import FontProperties, findfont  # noqa: PLC0415 - loaded where it draws

    wanted = {ord(letter) for letter in letters}
    preferred = [findfont(FontProperties(family=name, weight=weight)) for name in (face, "DejaVu Sans")]
    best = min(_lacking(preferred, wanted), default=(0, preferred[0]))
    if best[0] == 0:
        return best[1]
    lacks, file = min([best, *_lacking(_installed(), wanted)], key=lambda found: found[0])
    if lacks > max(1, MOST_BOXES * len(wanted)):
        raise NoFontError
    return file


def _lacking(files: Iterable[str], wanted: set[int]) -> Iterator[tuple[int, str]]:
    """Tell of each font how many letters it lacks, up to the first that has them all."""
    for file in files:
        lacks = len(wanted - _letters(file))
        yield lacks, file
        if not lacks:
            return


@lru_cache(maxsize=512)
def _letters(file: str) -> frozenset[int]:
    from matplotlib.font_manager import get_font  # noqa: PLC0415

    try:
        return frozenset(get_font(file).get_charmap())
    except (OSError, RuntimeError):  # a font that FreeType cannot read
        return frozenset()


def _installed() -> list[str]:
    from matplotlib.font_manager import fontManager  # noqa: PLC0415

    return sorted({entry.fname for entry in fontManager.ttflist if _LAST_RESORT not in entry.fname})
