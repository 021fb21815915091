"""Whether a claim is put together from what was said far apart: together that is no quote."""

import re
from collections.abc import Sequence
from itertools import pairwise

from store.searching.wording import Wording, whole
from store.verify.alignment import Match, matches
from store.verify.held import similarity

# Words of a sentence that can be told for one that was said; how much of it has to agree; and how many words apart two
# sentences are far apart.
PIECE, SURE, FAR = 4, 0.8, 60
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+")
_CLAUSE_END = re.compile(r"\s*[.!?\u2026,;:\u2014\u2013]+[\"'\u201d\u2019)]*\s+(?:(?:and|but|so|because|that)\s+)?")


def is_stitched(wording: Wording, text: str) -> bool:
    """Tell whether sentences of a claim were said, or clauses, but far from one another."""
    return any(_is_apart(wording, parting.split(text)) for parting in (_SENTENCE_END, _CLAUSE_END))


def _is_apart(wording: Wording, pieces: Sequence[str]) -> bool:
    places = [found for piece in pieces if (found := _places(wording, piece))]
    return any(
        all(abs(one.first - other.last) > FAR and abs(other.first - one.last) > FAR for one in ones for other in others)
        for ones, others in pairwise(places)
    )


def _places(wording: Wording, piece: str) -> list[Match]:
    """Return where a sentence of a claim was said; nowhere for one of a few words, or not near enough to be sure."""
    claimed = tuple(map(whole, *wording.taken(piece)))
    if len(claimed) < PIECE:
        return []
    found = matches(wording.numbers(claimed), wording.whole_ids)
    return [match for match in found if similarity(match, len(claimed)) >= SURE]
