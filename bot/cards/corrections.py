"""What the recogniser misheard, listed beside what it was corrected to."""

from collections.abc import Iterable

from bot.cards.fit import short
from bot.words import Words
from store.question import Correction, Quote

MOST = 6
NAME = 40
_LINES = 3


def corrections(quotes: Iterable[Quote], words: Words) -> str:
    """Return each pair of heard and meant once, with its lines; nothing where nothing was corrected."""
    pairs = _lines_by_pair(correction for quote in quotes for correction in quote.corrections)
    if not pairs:
        return ""
    listed = [_pair(heard, meant, pairs[heard, meant], words) for heard, meant in list(pairs)[:MOST]]
    if more := len(pairs) - MOST:
        listed += [words.count("{n} more", "{n} more", more)] if more > 0 else []
    return words.say("Heard {corrections}.", corrections="; ".join(listed))


def _lines_by_pair(corrected: Iterable[Correction]) -> dict[tuple[str, str], list[int]]:
    pairs: dict[tuple[str, str], list[int]] = {}
    for correction in corrected:
        lines = pairs.setdefault((correction.heard, correction.meant), [])
        if correction.line not in lines:
            lines.append(correction.line)
    return pairs


def _pair(heard: str, meant: str, lines: list[int], words: Words) -> str:
    numbers = [str(line) for line in lines[:_LINES]] + (["…"] if len(lines) > _LINES else [])
    return words.say(
        "“{heard}”, corrected to “{meant}” ({lines})",
        heard=short(heard, NAME),
        meant=short(meant, NAME),
        lines=words.count("line {lines}", "lines {lines}", len(lines), lines=", ".join(numbers)),
    )
