"""Which words are near to a word in meaning: synonyms, and what is kindred, wider or narrower.

Source: Miller, WordNet: a lexical database for English (1995). `scripts/build-thesaurus` makes the file from it.
"""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from store.language.lexicon import stems

# How near a word is by what leads to it, from 0 to 1.
_SYNONYM, _KINDRED, _WIDER, _NARROWER = 1.0, 0.8, 0.7, 0.6
# Of a word's senses the first two are what it mostly means; what another leads to counts less.
_USUAL, _RARE = 2, 0.8
# What is less near than this is no help.
_LEAST = 0.55


@dataclass(frozen=True, slots=True)
class _Synset:
    """Words of one meaning, each with the place of this meaning among its own; the synsets that are near to it."""

    words: dict[str, int]
    wider: tuple[int, ...]
    kindred: tuple[int, ...]


@lru_cache(maxsize=16384)
def near(word: str) -> Mapping[str, float]:
    """Return the plain words near in meaning to one, in any inflection, and how near each is: from 0.55 to 1."""
    found: dict[str, float] = {}
    for base in {word, *stems(word)}:
        for other, nearness in _related(base):
            found[other] = max(found.get(other, 0.0), nearness)
    found.pop(word, None)
    return MappingProxyType({other: nearness for other, nearness in found.items() if nearness >= _LEAST})


def _related(base: str) -> Iterator[tuple[str, float]]:
    wordnet = _wordnet()
    for number in wordnet.senses.get(base, ()):
        synset = wordnet.synset(number)
        share = 1.0 if synset.words[base] < _USUAL else _RARE
        yield from ((other, share * _SYNONYM) for other in synset.words)
        yield from wordnet.words_of(synset.kindred, share * _KINDRED)
        yield from wordnet.words_of(synset.wider, share * _WIDER)
        yield from wordnet.words_of(wordnet.narrower.get(number, ()), share * _NARROWER)


class _WordNet:
    """The synsets by their number, and where each word stands. A synset is read when it is asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)
        self.senses: dict[str, list[int]] = {}
        self.narrower: dict[int, list[int]] = {}
        for number, line in enumerate(self._lines):
            words, wider, _ = line.split("|")
            for word in words.split(" "):
                self.senses.setdefault(word.partition(":")[0], []).append(number)
            for other in map(int, wider.split()):
                self.narrower.setdefault(other, []).append(number)

    def synset(self, number: int) -> _Synset:
        """Return one synset."""
        words, wider, kindred = self._lines[number].split("|")
        ranked = (word.partition(":") for word in words.split(" "))
        return _Synset(
            {word: int(rank) for word, _, rank in ranked},
            tuple(map(int, wider.split())),
            tuple(map(int, kindred.split())),
        )

    def words_of(self, numbers: Iterable[int], nearness: float) -> Iterator[tuple[str, float]]:
        """Give all words of some synsets, with how near they are."""
        yield from ((word, nearness) for number in numbers for word in self.synset(number).words)


@lru_cache(maxsize=1)
def _wordnet() -> _WordNet:
    packed = files("store.language").joinpath("wordnet.txt.gz").read_bytes()
    return _WordNet(gzip.decompress(packed).decode("ascii").splitlines())
