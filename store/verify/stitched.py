"""Whether a claim is put together from what was said far apart: together that is no quote."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from store.language.lexicon import telling
from store.language.stopwords import STOP
from store.searching.wording import Wording, whole
from store.verify.alignment import Ids, Match, beginnings, matches
from store.verify.held import Held, similarity

# Words of a sentence that can be told for one that was said; how much of it has to agree; and how many words apart two
# sentences are far apart.
PIECE, SURE, FAR = 4, 0.8, 60
# The least that can be told for a part of a claim that has no comma: words, how much they tell, so that "a lot of
# people" is none, and its share of the claim. How many words may join two such; and how many words, and how much of the
# shorter part, have to be from elsewhere.
SHORTEST, TELLING, SHARE = 3, 6.0, 0.2
JOINING, ELSEWHERE, LARGELY = 2, 3, 0.5
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+")
_CLAUSE_END = re.compile(r"\s*[.!?\u2026,;:\u2014\u2013]+[\"'\u201d\u2019)]*\s+(?:(?:and|but|so|because|that)\s+)?")


def is_stitched(held: Held, wording: Wording) -> bool:
    """Tell whether sentences of a claim were said, or clauses, or its two halves, but far from one another."""
    if not held.distance:
        return False
    text = held.claim.text
    return any(_is_apart(wording, parting.split(text)) for parting in (_SENTENCE_END, _CLAUSE_END)) or _is_halved(
        held, wording
    )


def _is_halved(held: Held, wording: Wording) -> bool:
    """Tell whether a claim is far better explained by two places than by the one that is nearest to all of it."""
    pattern, length = wording.numbers(held.words), len(held.words)
    first = beginnings(pattern, wording.whole_ids)
    last = beginnings(pattern[::-1], wording.whole_ids[::-1])
    return any(
        _is_joint(held, at, skipped, first[at - 1], _mirrored(last[length - at - skipped - 1], len(wording.whole_ids)))
        for skipped in range(JOINING + 1)
        for at in range(SHORTEST, length - skipped - SHORTEST + 1)
        if all(word in STOP for word in held.words[at : at + skipped])
    )


def _mirrored(found: tuple[int, Ids], length: int) -> tuple[int, Ids]:
    return found[0], length - found[1]


def _is_joint(held: Held, at: int, skipped: int, first: tuple[int, Ids], last: tuple[int, Ids]) -> bool:
    """Tell whether a claim's words up to one were said in one place and those after it, some skipped, in another."""
    one, other = held.words[:at], held.words[at + skipped :]
    (edits, ends), (more_edits, starts) = first, last
    shorter = min(len(one), len(other))
    return (
        shorter >= SHARE * len(held.words)
        and _is_sure(one, edits)
        and _is_sure(other, more_edits)
        and held.distance - edits - more_edits >= max(ELSEWHERE, LARGELY * shorter)
        and not np.any(_is_near(starts[:, None] - ends[None, :], len(held.words)))
    )


def _is_sure(part: Sequence[str], edits: int) -> bool:
    """Tell whether a part of a claim says something, and was said."""
    return edits <= (1 - SURE) * len(part) and sum(telling(word) for word in part if word not in STOP) >= TELLING


def _is_near(gaps: Ids, length: int) -> NDArray[np.bool_]:
    """Tell which gaps between one part's end and the other's start are small, in whichever order they were said."""
    return (gaps <= FAR) & (gaps >= -length - FAR)


def _is_apart(wording: Wording, pieces: Sequence[str]) -> bool:
    places = [found for piece in pieces if (found := _places(wording, piece))]
    return any(
        all(abs(one.first - other.last) > FAR and abs(other.first - one.last) > FAR for one in ones for other in others)
        for ones, others in pairwise(places)
    )


def _places(wording: Wording, piece: str) -> list[Match]:
    """Return where a sentence of a claim was said; nowhere for one that says little, or not near enough to be sure.

    One of a few words has to be there to the letter.
    """
    claimed = tuple(map(whole, *wording.taken(piece)))
    if len(claimed) < SHORTEST or not _is_sure(claimed, 0):
        return []
    least = SURE if len(claimed) >= PIECE else 1.0
    found = matches(wording.numbers(claimed), wording.whole_ids)
    return [match for match in found if similarity(match, len(claimed)) >= least]
