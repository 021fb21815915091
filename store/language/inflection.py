"""Irregular forms of words, which no stemmer sees: "fought" is a form of "fight".

Source: Miller, WordNet: a lexical database for English (1995). `scripts/build-thesaurus` makes the file from it.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


def base(word: str) -> str:
    """Return the plain word that a plain one is an irregular form of; else the word itself.

    A form that is a word of its own, too, stays: "left" may be no form of "leave".
    """
    return _irregular().get(word, word)


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    lines = files("store.language").joinpath("irregular.txt").read_text("ascii").splitlines()
    return MappingProxyType(dict(line.split(" ") for line in lines))
