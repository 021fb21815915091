"""What the editor lists as not spoken of: a question for it is refused rather than answered with what is near.

The words of such a question are often all said, of other things: only somebody who knows the talk can tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from store.bm25 import Bm25Index
from store.notes import UnspokenNote
from store.searching.parsing import only_asks
from store.searching.query import Query
from store.words import plain_words, stem

# How many entries are looked at more closely.
ENTRIES = 10
# From which fit on a question asks for the matter itself: half of all words are in both.
FITTING = 0.5


@dataclass(frozen=True, slots=True)
class Unspoken:
    """A matter that is not spoken of, the share of a question that its entry holds, and how well that fits.

    The share is from 0 to 1, infinite where the question is one of the entry's own: no passage holds more. The fit is
    how far the question and the entry's nearest way to ask are one, from 0 to 1.
    """

    heading: str
    share: float
    fit: float

    @property
    def is_meant(self) -> bool:
        """Tell whether the question is so near to one of the entry's own that it asks for this very matter."""
        return self.fit >= FITTING


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading, and the telling terms of each way to ask for it and of all together."""

    heading: str
    ways: frozenset[frozenset[str]]
    terms: frozenset[str]

    @classmethod
    def of(cls, note: UnspokenNote) -> "_Entry":
        ways = frozenset(map(_telling, (note.heading, *note.also)))
        return cls(note.heading, ways, frozenset().union(*ways))

    def holding(self, query: Query) -> Unspoken:
        asked = query.speakers.union(query.index_terms)
        fit = max(len(asked & way) / len(asked | way) for way in self.ways)
        # Whoever is only named may be spoken of, though "who is he" is not answered.
        own = fit == 1.0 and len(asked) > 1 and any(not term.name for term in query.terms)
        return Unspoken(self.heading, inf if own else query.share(self.terms), fit)


class UnspokenIndex:
    """The entries for what is not spoken of; empty where the show notes have none."""

    def __init__(self, notes: Sequence[UnspokenNote]) -> None:
        """Index each entry as a document of its own."""
        self._entries = [_Entry.of(note) for note in notes]
        texts = [" ".join((note.heading, *note.also)) for note in notes]
        self.words = frozenset(word for text in texts for word in plain_words(text))
        self._index = Bm25Index([[stem(word) for word in plain_words(text)] for text in texts])

    def nearest(self, query: Query) -> Unspoken | None:
        """Return the entry that holds most of a question; None where none holds a word of it."""
        ids, _ = self._index.top(query.index_terms, ENTRIES)
        held = (self._entries[at].holding(query) for at in ids.tolist())
        return max(held, key=lambda one: (one.share, one.fit), default=None)


def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words(text) if not only_asks(word))
