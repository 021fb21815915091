"""Whether a claim has enough in common with what was said to be a version of it."""

from collections import Counter
from collections.abc import Sequence

from store.language.lexicon import telling
from store.language.stopwords import STOP
from store.searching.wording import Wording
from store.verify.alignment import Match
from store.verify.held import Held
from store.verify.stitched import PIECE, SURE

# A claim that shares fewer of its words with what was said is no version of it.
NEAR = 0.6
# How much of what its telling words tell it has to share: "I think that it is" alone is nothing.
TOLD = 0.45


def is_version(held: Held) -> bool:
    """Tell whether a claim is what was said, or a version of it."""
    if held.match is None:
        return False
    if held.similarity < NEAR and not _is_reordered(held.wording, held.words, held.match):
        return False
    return held.similarity >= SURE or _told(held.wording, held.words, held.match) >= TOLD


def _is_reordered(wording: Wording, claimed: Sequence[str], match: Match) -> bool:
    """Tell whether a claim has the words of what was said, but two of them have changed places."""
    said = Counter(wording.whole[max(0, match.first - 1) : match.last + 1])
    kept = sum((Counter(claimed) & said).values())
    return len(claimed) >= PIECE and kept == len(claimed)


def _told(wording: Wording, claimed: Sequence[str], match: Match) -> float:
    """Return how much of what a claim's telling words tell is in what was said, from 0 to 1; 1 where it has none."""
    said = {*wording.whole[match.first : match.last]}
    weights = [(telling(word), word in said) for word in claimed if word not in STOP]
    whole_weight = sum(weight for weight, _ in weights)
    return sum(weight for weight, shared in weights if shared) / whole_weight if whole_weight else 1.0
