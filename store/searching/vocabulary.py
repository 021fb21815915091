"""The words of an episode, and the nearest of them to a word that is not among them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from math import log, sqrt

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.language.lexicon import is_listed_name, is_ordinary, slips_allowed, telling
from store.language.stopwords import STOP
from store.language.thesaurus import near
from store.searching.alike import Alike
from store.words import stem, words

# A word with two slips that has lost or gained two letters is another word, unless it is this long.
_LONG = 10
_SHORTEST_KNOWN = 3
_LONG_ENOUGH = 4
# What is said once in so many words or oftener, and so often, is what the talk is about: it is meant where it is not
# named, too.
EVERYWHERE, OFTEN = 1 / 600, 5


class Vocabulary:
    """Plain words with how often each is said, the terms that they are indexed by, and which of them are names."""

    def __init__(
        self,
        said: Iterable[str] | Mapping[str, int],
        names: Iterable[str] = (),
        spellings: Mapping[str, str] | None = None,
        spelt_well: AbstractSet[str] = frozenset(),
    ) -> None:
        """Take every word as often as it is said, or as often as a mapping has it.

        `names` are those of them that are always written as names; `spellings` lead from other spellings of a name to
        the one that all are indexed by. What is `spelt_well` is no slip for what is said, though nobody says it.
        """
        self.names = frozenset(names)
        self._spellings = spellings or {}
        self._spelt_well = spelt_well
        self._counts = Counter(said)
        del self._counts[""]
        self._terms = Counter[str]()
        for word, count in self._counts.items():
            self._terms[self.term(word)] += count
        self._alike = Alike(list(self._counts))

    def __contains__(self, word: str) -> bool:
        """Tell whether a plain word is said, in any inflection."""
        return self.term(word) in self._terms

    def term(self, word: str) -> str:
        """Return the term that a plain word is indexed by."""
        return stem(self._spellings.get(word, word))

    def telling(self, word: str) -> float:
        """Return how much a plain word tells: the rarer in the language and here, the more."""
        rarity = log(1 + self.size / (1 + self._said(self.term(word))))
        return sqrt(telling(word) * rarity)

    @cached_property
    def size(self) -> int:
        """How many words there are, each as often as it is said."""
        return self._terms.total()

    def is_name(self, word: str) -> bool:
        """Tell whether a word that is said is a name: one that is always written so, or that the language lacks."""
        return word in self.names or (word in self._counts and not is_ordinary(word))

    def is_everywhere(self, word: str) -> bool:
        """Tell whether a plain word is said so often that the whole talk is about it."""
        return self._said(self.term(word)) >= max(OFTEN, EVERYWHERE * self.size)

    def is_spelt_well(self, word: str) -> bool:
        """Tell whether a word that nobody says is no slip all the same: a name, or one that the show notes have."""
        return is_listed_name(word) or word in self._spelt_well

    def near(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the terms said that are near to a plain word in meaning, nearest first, with how near each is."""
        others = near(word)
        if others and word not in self._near:
            self._near[word] = tuple(self._said_of(others, self.term(word)))
        return self._near.get(word, ())

    @cached_property
    def _near(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """What was looked up before; no more words can be than are near to any."""
        return {}

    def _said_of(self, others: Mapping[str, float], own: str) -> list[tuple[str, float]]:
        found: dict[str, float] = {}
        for other, nearness in others.items():
            term = self.term(other)
            if term != own and other not in STOP and self._said(term):
                found[term] = max(found.get(term, 0.0), nearness)
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))

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
        if not allowed or word in self or self.is_spelt_well(word):
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

    def _said(self, term: str) -> int:
        return self._terms[term]


class Vocabularies(Vocabulary):
    """Several vocabularies as one, without copying them."""

    def __init__(self, *parts: Vocabulary) -> None:
        """Count a word as often as all parts together have it."""
        self._parts = parts

    def __contains__(self, word: str) -> bool:
        """Tell whether a plain word is said, in any inflection."""
        return any(word in part for part in self._parts)

    def term(self, word: str) -> str:
        """Return the term that a plain word is indexed by, in the first part that has it."""
        return next((part.term(word) for part in self._parts if word in part), stem(word))

    @cached_property
    def size(self) -> int:
        """How many words all parts have."""
        return sum(part.size for part in self._parts)

    def is_name(self, word: str) -> bool:
        """Tell whether a word is a name in each part that has it."""
        having = [part.is_name(word) for part in self._parts if word in part]
        return bool(having) and all(having)

    def is_spelt_well(self, word: str) -> bool:
        """Tell whether a word is known in any part for one that is no slip."""
        return any(part.is_spelt_well(word) for part in self._parts)

    def _within(self, word: str, slips: int) -> Sequence[str]:
        return list(dict.fromkeys(known for part in self._parts for known in part._within(word, slips)))  # noqa: SLF001

    def _count(self, word: str) -> int:
        return sum(part._count(word) for part in self._parts)  # noqa: SLF001

    def _said(self, term: str) -> int:
        return sum(part._said(term) for part in self._parts)  # noqa: SLF001


def _plausible(word: str, known: str, slips: int) -> bool:
    if slips <= 1:
        return len(known) >= _SHORTEST_KNOWN
    return word[0] == known[0] and (len(word) >= _LONG or abs(len(word) - len(known)) < slips)


def capitalised(sentences: Iterable[str]) -> frozenset[str]:
    """Return the plain words that stand with a capital inside a sentence and nowhere without one: the names."""
    with_capital: set[str] = set()
    without: set[str] = set()
    for sentence in sentences:
        for at, word in enumerate(words(sentence)):
            if not sentence[word.span.start].isupper():
                without.add(word.plain)
            elif at:
                with_capital.add(word.plain)
    return frozenset(with_capital - without)
