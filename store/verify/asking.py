"""Whether a fragment is half of a question, so that it states what was asked."""

import re

_ASKING_WORD = r"(?:what|why|how|who|whom|whose|which|where|when)(?:['\u2019](?:s|re|d|ll))?"
_VERB = (
    r"(?:(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|shall|should|might|must)(?:n?['\u2019]t)?|"
    r"won['\u2019]t)"
)
_SUBJECT = (
    r"(?:I|you|he|she|it|we|they|there|this|that|these|those|the|an?|my|your|his|her|its|our|their|some\w*|any\w*|"
    r"every\w*|all|most|people|no(?:body)?|(?-i:[A-Z])\w*)"
)
_JOINED = r"\b(?:and|but|so|or|because|well|okay|now|then|yeah|oh|no)\b\W+"
_INVERTED = rf"{_VERB}\s+{_SUBJECT}\b"
# "Who" and "which" after a comma may only tell more of what stands before it.
_WHAT = rf"(?:what|(?:why|how)\b(?:\W+\w+){{0,3}}?\W+{_VERB})\b(?! I\b)"
_WHO = rf"(?:who|whom|whose|which|where|when)\b(?:(?:\W+\w+){{0,3}}?\W+{_VERB}\b|['\u2019]s\b)"
_OPENING = re.compile(
    rf"(?:^|{_JOINED})(?P<first>{_INVERTED}|{_WHAT}|{_WHO})|[,:;\u2014\u2013]\s*(?P<later>{_INVERTED}|{_WHAT})",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:{_JOINED})*(?:{_ASKING_WORD}\b|{_INVERTED})", re.IGNORECASE)
# Without its question mark a sentence is known for a question by its first words alone. "Do the work" is none.
_UNMARKED = re.compile(rf"(?:{_JOINED})*(?!(?:do|have|might|must|had|should|were)\b){_INVERTED}", re.IGNORECASE)


def is_asked(before: str, fragment: str, *, marked: bool) -> bool:
    """Tell whether what stands before a fragment makes a question of it, which it is not by its own words.

    The fragment begins in a sentence that is `marked` as a question, or not.
    """
    if not before.strip() or _ASKS.match(fragment):
        return False
    return _opens(before, fragment) if marked else bool(_UNMARKED.match(before + fragment))


def _opens(before: str, fragment: str) -> bool:
    """Tell whether a question begins before a fragment."""
    openings = _OPENING.finditer(before + fragment)
    return any(found.start("first" if found["first"] else "later") < len(before) for found in openings)
