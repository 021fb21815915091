"""What a language knows of a word: whether it is an ordinary one, and how much it tells.

Two well-kept lists answer: Hunspell's dictionary tells ordinary words from names and slips of the fingers, wordfreq
how often a word is used at all.
"""

import re
from functools import lru_cache

from hunspell import Hunspell
from rapidfuzz import process
from rapidfuzz.distance import OSA
from wordfreq import top_n_list, zipf_frequency

LANGUAGE = "en"
# On the Zipf scale, from 0 (unknown) to 8. Slang, other spellings and contractions are this frequent; slips are not.
_COMMON = 3.6
# How many words, from the most frequent on, people misspell; and how many near ones are looked at.
_FREQUENT, _NEAREST = 20_000, 5
# A word too short to be put right, and how many words, from the most frequent on, one writes without looking.
_GARBLED, _EVERYDAY = 3, 1_000
# What a word tells: 8 less its Zipf frequency, within these.
_LEAST, _MOST = 0.5, 6.0
# The shortest word that may hold one slip, two and three.
_SHORTEST = (4, 7, 12)
# Where British spelling differs, and what the dictionary, which is American, has in its place.
_BRITISH = re.compile(
    r"(?P<our>our)(?=[a-z]{0,5}$)|(?P<ise>(?<=[iy])s)(?=(?:e[drs]?s?|ing|ations?)$)|(?P<re>(?<=[bt])re)(?=s?$)|"
    r"(?P<ence>(?<=en)c)(?=e[sd]?$)|(?P<ll>ll)(?=(?:ed|ing|ers?)$)|(?P<ogue>ogue)(?=s?$)|(?P<mme>mme)(?=s?$)"
)
_AMERICAN = {"our": "or", "ise": "z", "re": "er", "ence": "s", "ll": "l", "ogue": "og", "mme": "m"}


@lru_cache(maxsize=1)
def _dictionary() -> Hunspell:
    return Hunspell("en_US")


@lru_cache(maxsize=16384)
def telling(word: str) -> float:
    """Return how much a plain word tells: the rarer in the language, the more."""
    return min(_MOST, max(_LEAST, 8.0 - frequency(word)))


@lru_cache(maxsize=65536)
def frequency(word: str) -> float:
    """Return how often a plain word is used, on the Zipf scale."""
    return float(zipf_frequency(word, LANGUAGE))


@lru_cache(maxsize=16384)
def is_ordinary(word: str) -> bool:
    """Tell whether a plain word is one of the language, and neither a name nor a slip."""
    if not word.isalpha() or is_listed(word):
        return True
    return frequency(word) >= _COMMON and not is_listed_name(word)


@lru_cache(maxsize=16384)
def is_listed_name(word: str) -> bool:
    """Tell whether the dictionary knows a plain word only with a capital."""
    return not is_listed(word) and is_listed(word.capitalize())


def is_listed(word: str) -> bool:
    """Tell whether the dictionary has a word as it is written."""
    try:
        return bool(_dictionary().spell(word))
    except UnicodeEncodeError:  # the dictionary is Latin-1, and so knows no such word
        return False


def stems(word: str) -> tuple[str, ...]:
    """Return the forms that the dictionary has a plain word from: "go" for "went"; none for one that it lacks."""
    try:
        return tuple(_dictionary().stem(word))
    except UnicodeEncodeError:  # as above
        return ()


@lru_cache(maxsize=16384)
def american(word: str) -> str:
    """Return the American spelling of a plain word that the dictionary only has so: "defense" for "defence"."""
    found = _BRITISH.search(word)
    if found is None or is_listed(word):
        return word
    other = word[: found.start()] + _AMERICAN[str(found.lastgroup)] + word[found.end() :]
    return other if is_listed(other) else word


@lru_cache(maxsize=16384)
def mended(word: str) -> str | None:
    """Return the frequent word that a plain one is a slip of; None where it is none."""
    frequent = _by_first_letter(_FREQUENT, _SHORTEST[0]).get(word[0], [])
    near = process.extract(word, frequent, scorer=OSA.distance, score_cutoff=slips_allowed(word), limit=_NEAREST)
    return next((known for known, _, _ in near if not is_listed_name(known)), None)


@lru_cache(maxsize=16384)
def is_garbled(word: str) -> bool:
    """Tell whether a plain word is so short that it could be a slip of several: "teh", "kil"; "fsb" is of none."""
    if len(word) != _GARBLED or frequency(word) >= _COMMON or is_ordinary(word) or is_listed(word.upper()):
        return False
    everyday = _by_first_letter(_EVERYDAY, _GARBLED).get(word[0], [])
    return process.extractOne(word, everyday, scorer=OSA.distance, score_cutoff=1) is not None


@lru_cache(maxsize=2)
def _by_first_letter(most: int, shortest: int) -> dict[str, list[str]]:
    """Return the most frequent words of some letters or more by their first one, which a slip seldom changes."""
    by_letter: dict[str, list[str]] = {}
    for word in top_n_list(LANGUAGE, most):
        if word.isalpha() and len(word) >= shortest:
            by_letter.setdefault(word[0], []).append(word)
    return by_letter


def slips_allowed(word: str) -> int:
    """Return how many slips of the fingers a word of this length may hold and still be recognised."""
    return sum(len(word) >= shortest for shortest in _SHORTEST)
