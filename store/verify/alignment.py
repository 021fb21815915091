"""Where in a long text a short one stands, allowing for words that differ.

Sellers, The theory and computation of evolutionary distances: pattern recognition (1980): edit distance in which the
text may begin and end anywhere. One row of the table is one numpy operation, so that a claim is held against a whole
episode in a few milliseconds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
# Where stretches end in so many places equally near, none of them is what was meant.
MOST = 200
# Steps that looking for their beginnings may take: with long patterns fewer places are looked at.
EFFORT = 20_000_000
# How many beginnings of a stretch are looked at that are equally near.
BEGINNINGS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """The words from `first` to `last` (excluded) are `distance` edits of a word from the pattern."""

    first: int
    last: int
    distance: int


def matches(pattern: Ids, text: Ids) -> list[Match]:
    """Return the stretches of a text that are nearest to a pattern, all equally near.

    They are in the order of their ends, up to MOST, of a long pattern fewer; of those with one end first that whose
    length is nearest to the pattern's own. A stretch is never empty; there is none in an empty text.
    """
    if not len(text) or not len(pattern):
        return []
    ends = _last_row(pattern, text, free_start=True)[1:]
    least = int(ends.min())
    return [
        match
        for end in np.flatnonzero(ends == least)[: max(1, min(MOST, EFFORT // (2 * len(pattern) ** 2)))]
        for match in _ending(pattern, text, int(end) + 1, least)
        if match.last > match.first
    ]


def beginnings(pattern: Ids, text: Ids) -> list[tuple[int, Ids]]:
    """Return for the first 1, 2, 3 … words of a pattern how near anything comes to them, and where that ends."""
    steps = np.arange(len(text) + 1, dtype=np.int64)
    row, found = np.zeros_like(steps), []
    for word in pattern:
        row = _next_row(row, text != word, steps)
        least = int(row[1:].min(initial=len(pattern)))
        found.append((least, np.flatnonzero(row[1:] == least)[:MOST] + 1))
    return found


def _ending(pattern: Ids, text: Ids, last: int, distance: int) -> list[Match]:
    """Find where the stretches begin that end before `last`, by aligning both backwards."""
    reach = text[max(0, last - 2 * len(pattern)) : last][::-1]
    starts = _last_row(pattern[::-1], reach, free_start=False)
    lengths = np.flatnonzero(starts == distance)
    nearest = np.argsort(np.abs(lengths - len(pattern)), kind="stable")[:BEGINNINGS]
    return [Match(last - int(length), last, distance) for length in lengths[nearest]]


def _last_row(pattern: Ids, text: Ids, *, free_start: bool) -> Ids:
    """Return the distances of the pattern to the stretches that end after 0, 1, 2 … words of the text."""
    steps = np.arange(len(text) + 1, dtype=np.int64)
    row = np.zeros_like(steps) if free_start else steps
    for word in pattern:
        row = _next_row(row, text != word, steps)
    return row


def _next_row(row: Ids, differs: NDArray[np.bool_], steps: Ids) -> Ids:
    """Return the distances with one word more of the pattern, which differs from some of the text's."""
    best = row + 1
    best[1:] = np.minimum(best[1:], row[:-1] + differs)
    # A word more in the text costs one: the least over all that came before, without a loop.
    return np.minimum.accumulate(best - steps) + steps
