"""The quotes inside a message: what stands between quotation marks or on lines that begin with `>`, else all of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.words import plain_words

# More are not judged: nobody reads them on one card.
MOST = 5
# Words, or letters where a script writes no spaces: a single word between quotation marks is no quote.
FEWEST, FEWEST_LETTERS = 2, 6
# Of a line that begins with `>`, what is between quotation marks in it is the quote if it is so much of it.
MAINLY = 0.5
_MARKS = ("“”", "„“", "„”", "«»", "»«", "‹›", "›‹", "「」", "『』", "《》", '""', "＂＂", "””")  # noqa: RUF001 - marks
# Single ones are apostrophes, too: they stand at the edges of words.
_SINGLE = ("‘’", "‚‘", "‚’", "''")  # noqa: RUF001 - marks
_INSIDE = r"(?:(?!\n\s*\n)[^{first}{last}]){{2,}}"
_QUOTED = re.compile(
    "|".join(
        [
            *(f"{first}({_INSIDE.format(first=first, last=last)}){last}" for first, last in map(tuple, _MARKS)),
            *(rf"(?<!\w){first}(?=\S)([^\n]{{2,}}?){last}(?!\w)" for first, last in map(tuple, _SINGLE)),
        ]
    )
)
# Kana, Chinese characters, Thai, Lao, Khmer, Burmese: no spaces stand between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
_BLOCK = re.compile(r"^[ \t]*>>>[ \t]?(?P<all>.*)\Z|(?:^[ \t]*>(?!>)[^\n]*(?:\n|\Z))+", re.MULTILINE | re.DOTALL)
_MARKER = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
# What Discord shows as something else: mentions, emojis, moments, addresses, marks of emphasis.
_FOREIGN = re.compile(r"<(?:[@#]|a?:\w+:|/|t:|id:)[^<>\s]*>|<?https?://[^\s<>]+>?")
_EMPHASIS = re.compile(r"\\(?=[^\w\s])|\*+|~~+|\|\||`+|(?<!\w)_+|_+(?!\w)|^(?:-#|#{1,3})[ \t]", re.MULTILINE)
# "— Somebody" under a quote.
_SIGNED = re.compile(r"\n[ \t]*[—–-][ \t]*\S[^\n]{0,60}\s*\Z")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotes of a message, in order, each once; and how many more there are."""

    texts: tuple[str, ...]
    left_out: int = 0


def quoted(message: str) -> Quoted:
    """Return what a message quotes; all of it where it quotes nothing, and nothing where it has no words."""
    text = _EMPHASIS.sub("", _FOREIGN.sub(" ", message))
    found = [" ".join(one.split()) for one in _quotes(text)]
    found = [one for one in found if _is_quote(one)] or [" ".join(text.split())]
    once = {said: one for one in reversed(found) if (said := " ".join(plain_words(one)))}
    texts = tuple(reversed(once.values()))
    return Quoted(texts[:MOST], max(0, len(texts) - MOST))


def _quotes(text: str) -> Iterator[str]:
    """Give what is quoted, in the order in which it stands."""
    at = 0
    for block in _BLOCK.finditer(text):
        yield from _between_marks(text[at : block.start()])
        yield from _of_block(_MARKER.sub("", block["all"] if block["all"] is not None else block[0]))
        at = block.end()
    yield from _between_marks(text[at:])


def _of_block(text: str) -> list[str]:
    said = _SIGNED.sub("", text)
    inside = [one for one in _between_marks(said) if _is_quote(one)]
    return inside if sum(map(len, inside)) >= MAINLY * len(said.strip()) else [said]


def _between_marks(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        yield next(inside for inside in found.groups() if inside is not None)


def _is_quote(text: str) -> bool:
    return len(plain_words(text)) >= FEWEST or len(_UNSPACED.findall(text)) >= FEWEST_LETTERS
