"""What the editor lists as not spoken of: a question for it is refused rather than answered with what is near.

The words of such a question are often all said, of other things: only somebody who knows the talk can tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from store.bm25 import Bm25Index
from store.language.lexicon import is_listed
from store.notes import UnspokenNote
from store.searching.parsing import is_name, only_asks
from store.searching.query import Query
from store.words import plain_words, spellings, stem, terms

# How many entries are looked at more closely.
ENTRIES = 10
# From which fit on a question asks for the matter itself: half of all words are in both.
FITTING = 0.5


@dataclass(frozen=True, slots=True)
class Unspoken:
    """What is not spoken of: the share of a question that an entry for it holds, from 0 to 1.

    The share is infinite where the question is one of an entry's own: no passage holds more. The heading is that of the
    entry that the question asks for; None where it only has words in common with some.
    """

    share: float
    heading: str | None


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to ask for an entry's matter: its telling terms, and the names without which it is about somebody else.

    They are its own names, or else the heading's: "how old is he", for "Putin's age", is about Putin.
    """

    terms: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str, heading: str) -> "_Way":
        return cls(frozenset(map(stem, _telling(text))), _names(text) or _names(heading))

    def fit(self, asked: frozenset[str]) -> float:
        """Return how far a question and this are one, from 0 to 1; 0 where this is about somebody else."""
        return len(asked & self.terms) / len(asked | self.terms) if self.names <= asked else 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading, the ways to ask for it, and the terms of all of them."""

    heading: str
    ways: tuple[_Way, ...]
    terms: frozenset[str]

    @classmethod
    def of(cls, note: UnspokenNote) -> "_Entry":
        ways = tuple(_Way.of(text, note.heading) for text in (note.heading, *note.also))
        return cls(note.heading, ways, frozenset().union(*(way.terms for way in ways)))

    def fit(self, asked: frozenset[str]) -> float:
        """Return how far a question's terms and its nearest way to ask are one."""
        return max(way.fit(asked) for way in self.ways)


class UnspokenIndex:
    """The entries for what is not spoken of; empty where the show notes have none."""

    def __init__(self, notes: Sequence[UnspokenNote]) -> None:
        """Index each entry as a document of its own."""
        self._entries = [_Entry.of(note) for note in notes]
        texts = [" ".join((note.heading, *note.also)) for note in notes]
        self.words = frozenset(word for text in texts for word in plain_words(text))
        self._index = Bm25Index([terms(text) for text in texts])

    def nearest(self, query: Query) -> Unspoken | None:
        """Return what most of a question asks for; None where no entry has a word of it."""
        ids, _ = self._index.top(query.index_terms, ENTRIES)
        near = [self._entries[at] for at in ids.tolist()]
        if not near:
            return None
        asked = query.speakers.union(query.index_terms)
        fit, meant = max(((entry.fit(asked), entry) for entry in near), key=lambda one: one[0])
        # Whoever is only named may be spoken of, though "who is he" is not answered.
        own = fit == 1.0 and len(asked) > 1 and not all(term.name for term in query.terms)
        share = inf if own else max(query.share(entry.terms) for entry in near)
        return Unspoken(share, meant.heading if fit >= FITTING else None)


def _telling(text: str) -> list[str]:
    return [word for word in plain_words(text) if not only_asks(word)]


def _names(text: str) -> frozenset[str]:
    return frozenset(stem(word) for at, (typed, word) in enumerate(spellings(text)) if _is_name(typed, word, at))


def _is_name(typed: str, word: str, at: int) -> bool:
    """Tell whether a word is a name; at the beginning it has a capital anyway."""
    return not only_asks(word) and (is_name(word) or (typed[0].isupper() and (at > 0 or not is_listed(word))))
