"""The words of an episode, and the nearest of them to a word that is not among them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.alike import Alike
from store.lexicon import is_ordinary, slips_allowed
from store.words import stem

# A word with two slips that has lost or gained two letters is another word, unless it is this long.
_LONG = 10
_SHORTEST_KNOWN = 3
_LONG_ENOUGH = 5


class Vocabulary:
    """Plain words with how often each is said, and the terms that they are indexed by."""

    def __init__(self, said: Iterable[str] | Mapping[str, int]) -> None:
        """Take every word as often as it is said, or as often as a mapping has it."""
        self._counts = Counter(said)
        del self._counts[""]
        self._terms = {stem(word) for word in self._counts}
        self._alike = Alike(list(self._counts))

    def __contains__(self, word: str) -> bool:
        """Tell whether a plain word is said, in any inflection."""
        return stem(word) in self._terms

    def nearest(self, word: str, *, bold: bool = False) -> str | None:
        """Return the word that a misspelt one was meant for; None for one that is said, or spelt well, or too far off.

        Of several equally near the one with the same first letter wins, then the one said most. A `bold` guess allows
        one slip more, or that one slip has made another word of the language.
        """
        allowed = slips_allowed(word)
        if bold and len(word) >= _LONG_ENOUGH:
            allowed = 1 if is_ordinary(word) else allowed + 1
        elif is_ordinary(word):
            return None
        if not allowed or word in self:
            return None
        words = self._within(word, allowed)
        found = process.extract(word, words, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        near = [(known, int(slips)) for known, slips, _ in found if _plausible(word, known, int(slips))]
        if not near:
            return None
        return min(near, key=lambda one: (one[1], one[0][0] != word[0], -self._count(one[0]), one[0]))[0]

    def _within(self, word: str, slips: int) -> Sequence[str]:
        return self._alike.within(word, slips)

    def _count(self, word: str) -> int:
        return self._counts[word]


class Vocabularies(Vocabulary):
    """Several vocabularies as one, without copying them."""

    def __init__(self, *parts: Vocabulary) -> None:
        """Count a word as often as all parts together have it."""
        self._parts = parts

    def __contains__(self, word: str) -> bool:
        """Tell whether a plain word is said, in any inflection."""
        return any(word in part for part in self._parts)

    def _within(self, word: str, slips: int) -> Sequence[str]:
        return list(dict.fromkeys(known for part in self._parts for known in part._within(word, slips)))  # noqa: SLF001

    def _count(self, word: str) -> int:
        return sum(part._count(word) for part in self._parts)  # noqa: SLF001


def _plausible(word: str, known: str, slips: int) -> bool:
    if slips <= 1:
        return len(known) >= _SHORTEST_KNOWN
    return word[0] == known[0] and (len(word) >= _LONG or abs(len(word) - len(known)) < slips)
