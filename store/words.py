"""Text to index terms."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import Stemmer

from store.language.inflection import base
from store.language.lexicon import american
from store.language.numerals import STARTING, number, starts_number
from store.question import Span

# Figures with their commas and point are one word.
_WORD = re.compile(r"(?<!\w)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,\w])|(?<![\w.])\d+\.\d+(?![.\w])|\w+(?:['\u2019]\w+)*")
# What may stand between the words of a number.
_JOINT = re.compile(r"[\s-]+")
_FIGURE = re.compile(r"\d")
Match = re.Match[str]
# The most words that a number is written in.
_LONGEST = 16
# Short forms as they are typed without their apostrophe, where that makes no other word that people use.
_SHORT_FORMS = """
ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't i'm i've isn't mustn't shouldn't they're they've
wasn't weren't we've won't wouldn't you're you've
"""
_APOSTROPHES = {form.replace("'", ""): form for form in _SHORT_FORMS.split()}
_POSSESSIVE = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and its plain form."""

    span: Span
    plain: str


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Fold case and accents: "Hämäläinen" and "HAMALAINEN" are one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'")).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str, start: int = 0) -> Iterator[Word]:
    """Give the words of a text in order, each number as one; their places count from `start`."""
    for first, last, plain_form in _read(text, list(_WORD.finditer(text))):
        yield Word(Span(start + first.start(), start + last.end()), plain_form)


def plain_words(text: str) -> list[str]:
    """Return the plain forms of the words of a text, in order: all that many need, in a fifth of the time."""
    found = [_own(written) for written in _WORD.findall(text)]
    if STARTING.isdisjoint(found) and not _FIGURE.search(text):
        return found
    return [plain_form for *_, plain_form in _read(text, list(_WORD.finditer(text)))]


def spellings(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, in order, as they are written and plain."""
    return [
        (text[first.start() : last.end()], plain_form)
        for first, last, plain_form in _read(text, list(_WORD.finditer(text)))
    ]


def _read(text: str, found: Sequence[Match]) -> Iterator[tuple[Match, Match, str]]:
    """Give the first and the last match of each word, a number being one, and its plain form."""
    passed = 0
    for at, one in enumerate(found):
        if at < passed:
            continue
        length, plain_form = 1, _own(one[0])
        if starts_number(plain_form):
            length, plain_form = number(list(_run(text, found[at : at + _LONGEST])))
            passed = at + length
        yield one, found[at + length - 1], plain_form


def _run(text: str, found: Sequence[Match]) -> Iterator[str]:
    """Give the plain words that nothing but spaces and hyphens stands between."""
    for earlier, one in pairwise([None, *found]):
        if earlier and one and not _JOINT.fullmatch(text, earlier.end(), one.start()):
            return
        if one:
            yield _own(one[0])


@lru_cache(maxsize=65536)
def _own(written: str) -> str:
    """Return a word's plain form: no possessive's ending, as Americans spell it, its apostrophe put back."""
    own = _POSSESSIVE.sub("", plain(written)).replace(",", "")
    return american(_APOSTROPHES.get(own, own))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the Snowball stem of a plain word (Porter 2, for English), of an irregular form that of its base."""
    return str(Stemmer.Stemmer("english").stemWord(base(word)))


def terms(text: str) -> list[str]:
    """Return the index terms of a text, in order, repeated as they are said."""
    return [stem(word) for word in plain_words(text)]
