"""How rules are written: patterns over a tidied message, with short names for what comes up again and again."""

import re
from functools import lru_cache

from store.routing.scene import HIDDEN

_ROLE = r"(?:the |our |this |today's )?(?:host|interviewer|presenter|podcaster|guest|interviewee)"
_PRONOUN = r"(?:he|she|they|him|her|them)(?!\w)"
_ANYONE = r"(?:any(?:one|body)|some(?:one|body)|we|people|the (?:two|both|pair)|both|either)"
_PARTS = {
    # Somebody who speaks, to be told; the same, not to be told; whose.
    "%who%": rf"(?P<who>(?:the )?{HIDDEN}|{_ROLE}|{_PRONOUN})",
    "%one%": rf"(?:{HIDDEN}|{_ROLE}|{_PRONOUN}|{_ANYONE}|it|the (?:episode|podcast|show))",
    "%whose%": rf"(?P<who>{HIDDEN}(?='?s)|{_ROLE}(?='s)|his|her|their)(?:'?s)?",
    # Words that only insist.
    "%ever%": (
        r"(?:(?:really|actually|ever|even|literally|truly|seriously|just|honestly|also|exactly|then|once|again|indeed|"
        r"in fact|specifically|basically|at all|possibly|only|all|said to have) )*"
    ),
    # The episode, or all of it.
    "%it%": (
        r"(?:(?:this|that|the|it|here|all|whole|entire|full|of|in|on|from|for|to|about|today's|latest|current|new|one|"
        r"thing|episode|podcast|show|interview|conversation|discussion|recording|transcript|audio|video|everything|"
        r"talk|chat|story|overall|me|us)(?: |$))+"
    ),
    "%on%": (
        r"(?:about|on|of|regarding|re|concerning|when it comes to|with regards? to|in regards? to|around|as to|to|for|"
        r"upon|into|that|with)"
    ),
}
_OPEN, _CLOSE = "\"'\u201c\u201e\u00ab\u2039", "\"'\u201d\u201c\u00bb\u203a"
_QUOTED = re.compile(rf"(?<!\w)[{_OPEN}](?=\S)(.+?)(?<=\S)[{_CLOSE}](?!\w)")
_EDGES = f" \t\n.,;:!?…-–—{_OPEN}{_CLOSE}()[]"
# Whatever asks: these begin a question or a wish.
ASKS = re.compile(
    r"""(?:(?:wh(?:o|at|en|ere|y|ich|ose|om)|how|do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|
    any)"""
    r"(?:'s|'re|'d)?|find|show|give|get|search|look|tell|list|explain|summar\w+|sum|quotes?|verify|check|count|random|"
    r"mentions?|remember|looking|i'?m looking|i am looking|a random|according)\b|.*\?\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def rule(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which `%who%`, `%one%` and the like stand for what `_PARTS` has.

    It may run over several lines: their ends, and the blanks that the next begins with, are no part of it.
    """
    pattern = re.sub(r"\n\s*", "", pattern)
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern, re.IGNORECASE)


def rules(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Compile several."""
    return tuple(map(rule, patterns))


def first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """Return the first match of a whole text."""
    return next((found for pattern in patterns if (found := pattern.fullmatch(text))), None)


def group(found: re.Match[str], name: str) -> str | None:
    """Return what a group holds; None where a pattern has no such group."""
    return found[name] if name in found.re.groupindex else None


def bare(text: str) -> str:
    """Take off what stands around words: blanks, stops, quotation marks."""
    return text.strip(_EDGES)


def without_stop(text: str) -> str:
    """Take the stops off the end of a text."""
    return text.rstrip(" ?!.,…:;")


def quoted(text: str) -> str | None:
    """Return the longest stretch between quotation marks; None where there is none."""
    return max((bare(found) for found in _QUOTED.findall(text)), key=len, default=None) or None
