"""Tells what nobody says: source code, tables, settings, data. Of plain text only: other formats show what they are."""

import re
from collections.abc import Sequence

from store.transcript import Line

# Marks that stand in code and settings, and hardly in what is spoken: "a=b", "call(", "name:x", paths; not "and/or". A
# web address is no such mark. Asterisks, brackets after a blank and times are left alone: transcripts have them.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARK = re.compile(
    r"[{}<>=_|\\#@$^~;`]|(?<![^\W\d])/|/(?![^\W\d])|(?<=\w)[(\[]|(?<=[^\W\d]):(?=\w)|(?<=\d):(?=[^\W\d])|::"
)
# Marks for each letter, and how many there are at least. Of 18 transcripts the worst has one mark in 5,000 letters.
_SHARE, _FEWEST = 0.03, 5
# Characters without a blank, in a script that writes blanks, and their share of all.
_UNBROKEN, _MOSTLY = re.compile(r"[!-~]{40,}"), 0.5


def is_no_speech(lines: Sequence[Line]) -> bool:
    """Tell whether lines can be nobody's speech: full of the marks of code, or of words that no mouth could say."""
    text = _ADDRESS.sub("", "\n".join(line.text for line in lines))
    marks, letters = len(_MARK.findall(text)), sum(character.isalpha() for character in text)
    unbroken = sum(map(len, _UNBROKEN.findall(text)))
    return (marks >= _FEWEST and marks > _SHARE * letters) or unbroken > _MOSTLY * len(text)
