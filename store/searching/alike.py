"""Words that could be another one misspelt, told by their letters alone: few of many, none of them missed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# A word's letters as bits of one number: some letters share a bit, which lets more through and misses none.
_BITS = 64


class Alike:
    """A list of words, ready to be looked through."""

    def __init__(self, words: Sequence[str]) -> None:
        """Reckon each word's length and letters; none of them is empty."""
        self._words = words
        self._lengths = np.fromiter(map(len, words), np.int64, len(words))
        self._first, self._letters = _letters(words, self._lengths)

    def within(self, word: str, slips: int) -> list[str]:
        """Return all words that so many slips could make of another, and some that they couldn't.

        Those that begin with another letter are a single slip away at most: who makes more gets the first one right.
        """
        first, letters = _letters([word], np.array([len(word)]))
        farther = np.abs(self._lengths - len(word))
        others = np.bitwise_count(self._letters ^ letters)
        # A slip makes a word longer or shorter by one at most, and exchanges two letters at most.
        near = (farther <= slips) & (others <= 2 * slips) & (self._first == first)
        near |= (farther <= 1) & (others <= 2 * 1)
        return [self._words[at] for at in np.flatnonzero(near).tolist()]


def _letters(words: Sequence[str], lengths: NDArray[np.int64]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """Return each word's first letter, and all its letters."""
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
    if not len(words):
        return codes, codes.astype(np.uint64)
    starts = np.cumsum(lengths) - lengths
    return codes[starts], np.bitwise_or.reduceat(np.uint64(1) << (codes % _BITS).astype(np.uint64), starts)
