"""A question, taken apart: what it asks about, and what of that is never said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from store.lexicon import is_listed_name, is_ordinary, mended, telling
from store.stopwords import STOP
from store.vocabulary import Vocabulary
from store.words import stem

# Words that only say what kind of answer is wanted, or that there is an episode and somebody speaks in it.
_ASKING = """
actually anyone anything bit call called claim claimed clip comment commented comments conversation describe described
describes did discuss discussed discusses discussion episode exact exactly explain explained explains explanation find
get give gives guest hear heard hello hey hi host idea interview interviewer kind know line listen looking mean meaning
means mention mentioned mentions moment opinion opinions part passage phrase please podcast point quote quotes really
recall remember said saying sentence show somebody someone something sort stuff talk talked talking talks tell telling
thank thanks thing things think thinking thought thoughts transcript view views want wants wanted word words yes no
"""
ASKING = frozenset(_ASKING.split())


# What a passage must hold of a question of up to FEW_WORDS telling words, how much less for each word more, and the
# least; and by how much a lacking word counts for more that is a name, or that is nowhere in the episode.
SHARE, FEW_WORDS, SHARE_A_WORD, LEAST_SHARE = 0.5, 4, 0.03, 0.3
NAMED, ABSENT = 2.5, 2.0


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: as typed, folded, the plain word searched for, its index term, and how much it tells.

    `said` tells whether the episode has it; `name` whether it is a name, so that nothing else can stand for it.
    """

    typed: str
    plain: str
    word: str
    term: str
    weight: float
    said: bool
    name: bool

    @property
    def stubbornness(self) -> float:
        """How much more than its weight a term counts where it is lacking."""
        return ABSENT if not self.said else NAMED if self.is_said_name else 1.0

    @property
    def is_said_name(self) -> bool:
        """Tell whether this is a name that is said."""
        return self.said and not is_ordinary(self.word)


@dataclass(frozen=True)
class Query:
    """The telling words of a question, in order. `changed` are pairs of what was typed and what was searched for."""

    terms: tuple[Term, ...]

    @cached_property
    def index_terms(self) -> list[str]:
        """The terms to look up."""
        return [term.term for term in self.terms]

    @property
    def missing(self) -> tuple[str, ...]:
        """The words, as typed, that nobody says in the episode."""
        return tuple(dict.fromkeys(term.typed for term in self.terms if not term.said))

    @property
    def changed(self) -> tuple[tuple[str, str], ...]:
        """Pairs of what was typed and what was searched for in its place."""
        return tuple(dict.fromkeys((term.typed, term.word) for term in self.terms if term.word != term.plain))

    @property
    def absent_names(self) -> tuple[str, ...]:
        """The names, as typed, that are never said; a given name beside a surname that is said is no such name."""
        return tuple(
            term.typed
            for at, term in enumerate(self.terms)
            if term.name and not (at + 1 < len(self.terms) and self.terms[at + 1].is_said_name)
        )

    @cached_property
    def weight(self) -> float:
        """What the whole question tells."""
        return sum(term.weight for term in self._distinct)

    def share(self, held: frozenset[str]) -> float:
        """Return the share of what the question tells that these terms hold, from 0 to 1.

        What they lack counts for more where it cannot be said in other words: a name, or a word that is nowhere in
        the episode nor in its index.
        """
        had = lacked = 0.0
        for term, weight, lacking in self._weights:
            if term in held:
                had += weight
            else:
                lacked += lacking
        return had / (had + lacked) if had else 0.0

    @property
    def threshold(self) -> float:
        """The share that an answer has to hold: less for a long question, which says one thing in many words."""
        return max(LEAST_SHARE, SHARE - SHARE_A_WORD * max(0, len(self._distinct) - FEW_WORDS))

    @cached_property
    def _weights(self) -> tuple[tuple[str, float, float], ...]:
        """Each index term once, what it tells, and what it counts where it is lacking."""
        return tuple((term.term, term.weight, term.weight * term.stubbornness) for term in self._distinct)

    @cached_property
    def _distinct(self) -> tuple[Term, ...]:
        return tuple({term.term: term for term in self.terms}.values())


Rewrite = Callable[[str], Sequence[tuple[str, str]]]


def parse(
    about: str, vocabulary: Vocabulary, speakers: frozenset[str], rewrite: Rewrite, *, bold: bool = False
) -> Query:
    """Take a question apart.

    `rewrite` gives its words, as typed and plain, with misheard names put right; `speakers` are plain names of those
    who speak, which tell little unless nothing else does. A `bold` reading guesses at misspelt words more freely.
    """
    capitals_tell = not (about.isupper() or about.istitle())
    # The first word has a capital anyway.
    asked = [
        _term(typed, word, vocabulary, capitals=capitals_tell and at > 0, bold=bold)
        for at, (typed, word) in enumerate(rewrite(about))
    ]
    telling_ones = [term for term in asked if not {term.plain, term.word} & (STOP | ASKING)]
    telling_ones = [term for term in telling_ones if term.word not in speakers] or telling_ones
    return Query(tuple(telling_ones or [term for term in asked if term.word in ASKING and term.said] or asked))


def _term(typed: str, word: str, vocabulary: Vocabulary, *, capitals: bool, bold: bool) -> Term:
    capital = capitals and typed[0].isupper()
    used = word if word in vocabulary else _meant(word, vocabulary, is_named=capital, bold=bold)
    said = used in vocabulary
    name = not said and (is_name(used) or capital)
    return Term(typed, word, used, stem(used), telling(used), said, name)


def _meant(word: str, vocabulary: Vocabulary, *, is_named: bool, bold: bool) -> str:
    """Return what a word that the episode lacks was meant for: the nearest that it has, or an ordinary one misspelt.

    A name is no slip for an ordinary word, though it be but a letter away.
    """
    named = is_listed_name(word) or is_named
    guess = vocabulary.nearest(word, bold=bold)
    if guess and not (named and is_ordinary(guess)):
        return guess
    return word if named or is_ordinary(word) else mended(word) or word


def is_name(word: str) -> bool:
    """Tell whether a plain word is one that the language knows only as a name, or not at all."""
    return is_listed_name(word) or not is_ordinary(word)
