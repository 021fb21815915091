"""Numbers in one form, written in words or in figures: "twenty thousand", "20 thousand" and "20,000" are 20000."""

import re
from collections.abc import Sequence
from decimal import Decimal

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_UNITS = {word: value for value, word in enumerate(_SMALL.split())}
_TEN = 10
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: _TEN * value for value, word in enumerate(_ROUND.split(), start=2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AFTER_TENS = {"first": 1, "second": 2, "third": 3}
# The others stand by themselves, too: "first" to "third" are then more often no numbers.
_NTH = """
fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
eighteenth nineteenth
"""
_ORDINALS = {word: value for value, word in enumerate(_NTH.split(), start=4)} | {
    f"{word[:-1]}ieth": value for word, value in _TENS.items()
}
_FIGURES = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th|k)?")
_CENTURIES = range(11, 22)
# What a number in words may begin with.
STARTING = frozenset((*_UNITS, *_TENS, *_ORDINALS, *_SCALES, "hundred"))
_NONE = Decimal(0)


def starts_number(word: str) -> bool:
    """Tell whether a plain word may be a number or begin one."""
    return word in STARTING or word[:1].isdecimal()


def number(words: Sequence[str]) -> tuple[int, str]:
    """Return how many plain words, one after the other, are one number, and the number in figures.

    Of words that are none the first is returned as it is. "One" alone is seldom a number, and stays a word.
    """
    length, value = _year(words)
    if not length:
        length, value = _counted(words)
    if not length or (length == 1 and value == 1):
        return 1, "one" if words[0] == "1" else words[0]
    return length, f"{value.normalize():f}"


def _year(words: Sequence[str]) -> tuple[int, Decimal]:
    """Read "nineteen ninety-one"."""
    century = (_UNITS | _TENS).get(words[0], 0)
    length, rest = _below_hundred(words[1:4])
    followed = {*words[1 + length : 2 + length]}
    if century in _CENTURIES and rest >= _TEN and not followed & {"hundred", *_SCALES}:
        return 1 + length, Decimal(100 * century + rest)
    return 0, _NONE


def _counted(words: Sequence[str]) -> tuple[int, Decimal]:
    """Read a number of any size: as many of each scale as is said, from the greatest down."""
    total, at, below = _NONE, 0, None
    while True:
        length, value = _below_thousand(words, at)
        scale = _SCALES.get(words[at + length]) if at + length < len(words) else None
        if scale and (below is None or scale < below) and (length or at == 0):
            total, at, below = total + (value if length else 1) * scale, at + length + 1, scale
        elif length and not scale and (below is None or value < below):
            return at + length, total + value
        else:
            return at, total


def _below_thousand(words: Sequence[str], at: int) -> tuple[int, Decimal]:
    """Read what may stand before a scale, or after one: figures or words, and hundreds."""
    start = at + (at > 0 and words[at : at + 1] == ["and"])
    length, value = _figures(words[0]) if at == 0 else (0, _NONE)
    if not length:
        length, value = _below_hundred(words[start : start + 2])
    end = start + length
    if words[end : end + 1] == ["hundred"] and (length or at == 0):
        more, rest = _after_hundred(words, end + 1)
        return end + 1 + more - at, (value if length else 1) * 100 + rest
    return (end - at, value) if length else (0, _NONE)


def _after_hundred(words: Sequence[str], at: int) -> tuple[int, Decimal]:
    """Read what is left of a number below a thousand; nothing where that is said of another number of hundreds."""
    start = at + (words[at : at + 1] == ["and"])
    length, rest = _below_hundred(words[start : start + 2])
    if not length or words[start + length : start + length + 1] == ["hundred"]:
        return 0, _NONE
    return start + length - at, rest


def _below_hundred(words: Sequence[str]) -> tuple[int, Decimal]:
    """Read "seven", "seventeen" or "seventy-seven", or the like as an ordinal."""
    first, second = (*words, "", "")[:2]
    if first in _TENS:
        unit = (_UNITS | _ORDINALS | _AFTER_TENS).get(second, 0)
        return (2, Decimal(_TENS[first] + unit)) if 0 < unit < _TEN else (1, Decimal(_TENS[first]))
    value = (_UNITS | _ORDINALS).get(first)
    return (0, _NONE) if value is None else (1, Decimal(value))


def _figures(word: str) -> tuple[int, Decimal]:
    found = _FIGURES.fullmatch(word)
    return (1, Decimal(found[1]) * (1000 if found[2] == "k" else 1)) if found else (0, _NONE)
