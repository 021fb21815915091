"""From the text of a question to its telling words: what it asks about, and what of that is never said."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from store.language.lexicon import is_garbled, is_listed_name, is_ordinary, mended
from store.language.stopwords import QUESTION_WORDS, SHORT_FORMS, STOP
from store.searching.query import INDEXED, Query, Strictness, Term
from store.searching.vocabulary import Vocabulary

# Words that only say what kind of answer is wanted, or that there is an episode and somebody speaks in it.
_ASKING = """
actually anyone anything bit call called came claim claimed clip come comes coming comment commented comments
conversation describe described describes did discuss discussed discusses discussion episode exact exactly explain
explained explains explanation find get give gives guest hear heard hello hey hi host idea interview interviewer kind
know line listen looking mean meaning means mention mentioned mentions moment no opinion opinions part passage phrase
please podcast point quote quotes really recall remember said saying sentence show somebody someone something sort
stuff talk talked talking talks tell telling thank thanks thing things think thinking thought thoughts transcript view
views want wanted wants word words yes
"""
ASKING = frozenset(_ASKING.split())
# The same where another follows: "his position on Crimea", and not "a position of power".
_STANDING = frozenset(
    {("status", "of"), *((word, on) for word in ("position", "stance") for on in ("on", "about", "toward", "towards"))}
)

# How a question for an answer begins; whatever else ends in a question mark may be remembered from the talk.
_ASKS = re.compile(
    rf"\W*(?:(?:so|and|but|ok|okay|well|hi|hey|also)\b\W*)*(?:{'|'.join(QUESTION_WORDS)})\b", re.IGNORECASE
)
# What only a number answers.
_NUMBERED = frozenset({("how", "many"), ("how", "old")})
Rewrite = Callable[[str], Sequence[tuple[str, str]]]


def parse(  # noqa: PLR0913 - all that a question is read by
    about: str,
    vocabulary: Vocabulary,
    speakers: frozenset[str],
    rewrite: Rewrite,
    *,
    strictness: Strictness = INDEXED,
    bold: bool = False,
    widen: bool = False,
) -> Query:
    """Take a question apart.

    `rewrite` gives its words, as typed and plain, with misheard names put right; `speakers` are plain names of those
    who speak, which tell little unless nothing else does. A `bold` reading guesses at misspelt words more freely; a
    question that is to `widen` takes in what is near to its words in meaning.
    """
    read = rewrite(about)
    asked = _asked(about, read, vocabulary, bold=bold)
    telling = _telling(asked)
    beside = [term for term in telling if term.word not in speakers]
    chosen = beside or telling or [term for term in asked if term.word in ASKING and term.said] or asked
    if widen and telling:
        own = {term.term for term in chosen}
        chosen = [_widened(term, vocabulary, own) for term in chosen]
    return Query(
        tuple(chosen),
        strictness,
        asks=bool(_ASKS.match(about)),
        wants_number=not _NUMBERED.isdisjoint(pairwise(word for _, word in read)),
        speakers=frozenset(term.term for term in telling if beside and term not in beside),
    )


def _asked(about: str, read: Sequence[tuple[str, str]], vocabulary: Vocabulary, *, bold: bool) -> list[Term]:
    """Return all words of a question; the first has a capital anyway, as all have of a title."""
    capitals_tell = not (about.isupper() or about.istitle())
    asked = [
        _term(typed, word, vocabulary, capitals=capitals_tell and at > 0, bold=bold)
        for at, (typed, word) in enumerate(read)
    ]
    return [replace(one, given=_is_given_name(one, other)) for one, other in pairwise([*asked, None]) if one]


def _telling(asked: Sequence[Term]) -> list[Term]:
    standing = {one.typed for one, other in pairwise(asked) if (one.plain, other.plain) in _STANDING}
    return [term for term in asked if term.typed not in standing and not _tells_nothing(term)]


def _widened(term: Term, vocabulary: Vocabulary, own: AbstractSet[str]) -> Term:
    """Take in what is near to a word, but for what the question itself asks for: a word that is said counts once."""
    if term.name:
        return term
    return replace(term, near=tuple(one for one in vocabulary.near(term.word) if one[0] not in own))


def _tells_nothing(term: Term) -> bool:
    garbled = not term.said and term.typed.islower() and is_garbled(term.plain)
    return garbled or only_asks(term.plain) or only_asks(term.word)


def only_asks(word: str) -> bool:
    """Tell whether a plain word shapes a question and says nothing of what it is about."""
    return word in STOP or word in SHORT_FORMS or word in ASKING


def _is_given_name(one: Term, other: Term | None) -> bool:
    return one.name and not one.said and other is not None and other.name and other.said


def _term(typed: str, word: str, vocabulary: Vocabulary, *, capitals: bool, bold: bool) -> Term:
    capital = capitals and typed[0].isupper()
    used = word if word in vocabulary else _meant(word, vocabulary, is_named=capital, bold=bold)
    said = used in vocabulary
    name = vocabulary.is_name(used) if said else is_name(used) or capital
    everywhere = said and vocabulary.is_everywhere(used)
    return Term(typed, word, used, vocabulary.term(used), vocabulary.telling(used), said, name, everywhere=everywhere)


def _meant(word: str, vocabulary: Vocabulary, *, is_named: bool, bold: bool) -> str:
    """Return what a word that the episode lacks was meant for: the nearest that it has, or an ordinary one misspelt.

    A name is no slip for an ordinary word, though it be but a letter away.
    """
    named = is_listed_name(word) or is_named
    guess = vocabulary.nearest(word, bold=bold)
    if guess and not (named and not vocabulary.is_name(guess)):
        return guess
    return word if named or is_ordinary(word) or vocabulary.is_spelt_well(word) else mended(word) or word


def is_name(word: str) -> bool:
    """Tell whether a plain word is one that the language knows only as a name, or not at all."""
    return is_listed_name(word) or not is_ordinary(word)
