"""A question, taken apart: its telling words, what each tells, and how much of it an answer has to hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

# The least where a name is asked for that is never said: no length of the question makes up for that.
LEAST_NAMED = 0.4
# Of what a word tells, how much is covered by the nearest to it in meaning.
COVERED_BY_NEAR = 0.5
# How much more a lacking word counts that is a name, a name that the whole talk is about, so that "he" will do, and a
# given name before a surname that is said.
NAMED, NAMED_EVERYWHERE, GIVEN = 4.0, 1.5, 0.5


# Terms near to one in meaning, nearest first, with how near each is, from 0 to 1.
Near = tuple[tuple[str, float], ...]
# An index term, what it tells, what it counts where it is lacking, and what is near to it.
_Weighed = tuple[str, float, float, Near]


@dataclass(frozen=True, slots=True)
class Strictness:
    """What an answer has to hold of a question, as shares of what the question tells.

    `absent` is how much more than its weight a word counts that is never said. A question of one telling word wants
    `share`, each word more takes `a_word` from it, down to `least`: a long question says one thing in many words. Of
    what it asks about the names in it `beside_names` is wanted: that somebody is named is no answer to all about them.

    An editor's index has the other words that people use: what is not even there tells. Without one, a paraphrase
    lacks half of its words, and they tell little.
    """

    absent: float
    share: float
    a_word: float
    least: float
    beside_names: float


INDEXED = Strictness(absent=3.0, share=0.65, a_word=0.06, least=0.34, beside_names=0.32)
UNINDEXED = Strictness(absent=1.5, share=0.75, a_word=0.11, least=0.2, beside_names=0.0)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: as typed, folded, the plain word searched for, its index term, and how much it tells.

    `said` tells whether the episode has it; `name` whether it is a name, so that nothing else can stand for it; `given`
    whether it stands before a name that is said, as a given name that nobody says does; `everywhere` whether the whole
    talk is about it. `near` are the terms of the episode that are near to it in meaning, nearest first, with how near
    each is, from 0 to 1.
    """

    typed: str
    plain: str
    word: str
    term: str
    weight: float
    said: bool
    name: bool
    given: bool = False
    everywhere: bool = False
    near: Near = ()

    @property
    def is_sure(self) -> bool:
        """Tell whether the word itself is said: a guess is no better than what is never said."""
        return self.said and self.word == self.plain


@dataclass(frozen=True)
class Query:
    """The telling words of a question, in order. `changed` are pairs of what was typed and what was searched for.

    One that `asks` wants an answer, and no question; with `wants_number` only a number can answer. `speakers` are the
    terms for those who speak, which are left out where something else is asked.
    """

    terms: tuple[Term, ...]
    strictness: Strictness = INDEXED
    asks: bool = False
    wants_number: bool = False
    speakers: frozenset[str] = frozenset()

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
        """Pairs of what was typed and what was searched for in its place: a word that is said."""
        return tuple(
            dict.fromkeys((term.typed, term.word) for term in self.terms if term.said and term.word != term.plain)
        )

    @property
    def absent_names(self) -> tuple[str, ...]:
        """The names, as typed, that are never said; a given name beside a surname that is said is no such name."""
        return tuple(term.typed for term in self.terms if term.name and not term.said and not term.given)

    @cached_property
    def weight(self) -> float:
        """What the whole question tells."""
        return sum(term.weight for term in self.distinct)

    def share(self, held: frozenset[str]) -> float:
        """Return the share of what the question tells that these terms hold, from 0 to 1.

        What they lack counts for more where it cannot be said in other words: a name, or a word that is nowhere in
        the episode nor in its index.
        """
        told = held & self.wanted
        if told not in self._shares:
            self._shares[told] = _share(self._weights, told)
        return self._shares[told]

    def share_beside_names(self, held: frozenset[str]) -> float:
        """Return the share that these terms hold of all but the names; 1 where nothing but names is asked for."""
        beside = [weighed for weighed, term in zip(self._weights, self.distinct, strict=True) if not term.name]
        return _share(beside, held) if beside else 1.0

    @cached_property
    def _shares(self) -> dict[frozenset[str], float]:
        """Shares that were reckoned: candidates hold the same few words again and again."""
        return {}

    @property
    def threshold(self) -> float:
        """The share that an answer has to hold: less for a long question, which says one thing in many words."""
        strictness = self.strictness
        least = LEAST_NAMED if self.absent_names else strictness.least
        return max(least, strictness.share - strictness.a_word * (len(self.distinct) - 1))

    @cached_property
    def _weights(self) -> tuple[_Weighed, ...]:
        """Each index term once, weighed."""
        return tuple(
            (term.term, term.weight, term.weight * self._stubbornness(term), term.near) for term in self.distinct
        )

    @property
    def is_widened(self) -> bool:
        """Tell whether it takes in what is near to its words in meaning."""
        return any(term.near for term in self.terms)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The terms to look up, and those that can stand in for them."""
        return frozenset(self.index_terms).union(*({other for other, _ in term.near} for term in self.distinct))

    def _stubbornness(self, term: Term) -> float:
        """Return how much more than its weight a term counts where it is lacking."""
        if term.given:
            return GIVEN
        if term.name:
            return NAMED_EVERYWHERE if term.everywhere else NAMED
        return 1.0 if term.is_sure else self.strictness.absent

    @cached_property
    def distinct(self) -> tuple[Term, ...]:
        """Each word once."""
        return tuple({term.term: term for term in self.terms}.values())


def _share(weighed: Iterable[_Weighed], held: frozenset[str]) -> float:
    had = lacked = 0.0
    for term, weight, lacking, near in weighed:
        if term in held:
            had += weight
        else:
            stands_in = next((COVERED_BY_NEAR * nearness for other, nearness in near if other in held), 0.0)
            had += weight * stands_in
            lacked += lacking * (1 - stands_in)
    return had / (had + lacked) if had else 0.0
