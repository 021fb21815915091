"""Whether a claim has enough in common with what was said to be a version of it."""

from bisect import bisect_left
from collections import Counter

from store.language.lexicon import telling
from store.language.stopwords import SHORT_FORMS, STOP
from store.question import Difference
from store.verify.alignment import Match
from store.verify.cut import around
from store.verify.held import Held
from store.verify.stitched import PIECE, SURE

# A claim that shares fewer of its words with what was said is no version of it; nor one of fewer still, unless it says
# several things and the sentences around hold nearly all of them: "there is no honour" for "there's no honor".
NEAR, LEAST, SEVERAL, NEARLY_ALL = 0.6, 0.5, 3, 0.7
# How much of what its telling words tell it has to share, where nearly all of its words agree and where fewer do: "I
# think that it is" alone is nothing. Of few telling words fewer may differ, a quarter for each that there is more:
# "it is slow" is no version of "it is everywhere".
TOLD_SURE, TOLD, MORE = 0.4, 0.45, 0.25


def is_version(held: Held) -> bool:
    """Tell whether a claim is what was said, or a version of it."""
    if held.match is None:
        return False
    if held.similarity >= SURE:
        return _told(held, held.match) >= TOLD_SURE
    several = sum(map(_tells, held.words))
    if held.similarity >= NEAR or _is_reordered(held, held.match):
        around_it = _widened(held, held.match) if several > SEVERAL else held.match
        return _told(held, around_it) >= max(TOLD, 1 - MORE * max(0, several - 1))
    return held.similarity >= LEAST and several >= SEVERAL and _told(held, _widened(held, held.match)) >= NEARLY_ALL


def resembles(held: Held) -> bool:
    """Tell whether what is nearest reads like a claim, be it no version of it."""
    return held.match is not None and held.similarity >= NEAR and _told(held, held.match) >= TOLD


def _is_reordered(held: Held, match: Match) -> bool:
    """Tell whether a claim has the words of what was said, but two of them have changed places."""
    said = Counter(held.wording.whole[max(0, match.first - 1) : match.last + 1])
    kept = sum((Counter(held.words) & said).values())
    return len(held.words) >= PIECE and kept == len(held.words)


def _widened(held: Held, match: Match) -> Match:
    """Widen what matched to the claim's length on both sides, and to the whole sentences that it then touches."""
    starts = [word.span.start for word in held.wording.words]
    more = max(0, len(held.words) - (match.last - match.first))
    reach = held.wording.span(max(0, match.first - more), min(len(starts), match.last + more))
    whole = around(held.wording.episode, reach)
    return Match(bisect_left(starts, whole.start), bisect_left(starts, whole.end), match.distance)


def _told(held: Held, match: Match) -> float:
    """Return how much of what a claim's telling words tell was said there, from 0 to 1; 1 where it has none."""
    said = {*held.wording.whole[match.first : match.last]}
    weights = {word: telling(word) for word in held.words if _tells(word)}
    every = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in said) / every if every else 1.0


def _tells(word: str) -> bool:
    """Tell whether a claim's word says what it is about.

    A negation or a number makes another statement of the same words, not one of others: neither counts.
    """
    shapes = word in SHORT_FORMS or word.removesuffix("'s") in STOP
    return not shapes and not word.isdecimal() and not Difference(word, "").negates
