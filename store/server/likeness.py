"""Questions grouped by likeness: what is asked most, and what somebody could add to the index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz import fuzz, process

from store.language.stopwords import STOP
from store.searching.parsing import ASKING
from store.words import stem, words

# How like each other two questions are, of 100, that ask the same: one letter in a name, a word more.
ALIKE = 85


@dataclass(frozen=True, slots=True)
class AskedAlike:
    """Questions that ask the same: how the most of them put it, how many there were, when the last was asked."""

    text: str
    count: int
    last_asked_at: datetime


def grouped(questions: Iterable[AskedAlike]) -> tuple[AskedAlike, ...]:
    """Put like questions together, the most asked first. A text comes once; it takes half a second for some 2,000."""
    groups: list[AskedAlike] = []
    # Which group a question belongs to that has these words: one word, and several.
    one_word: dict[str, int] = {}
    several: dict[str, int] = {}
    for question in sorted(questions, key=_order):
        key = _key(question.text)
        known = several if " " in key else one_word
        like = _like(key, known)
        if like is None:
            known[key] = len(groups)
            groups.append(question)
        else:
            number = known[like]
            groups[number] = _with(groups[number], question)
            # Another spelling leads to the group, too; what says more does not, or all would end in one.
            if fuzz.ratio(key, like) >= ALIKE:
                known[key] = number
    return tuple(sorted(groups, key=_order))


def _like(key: str, known: Mapping[str, int]) -> str | None:
    """Return the words that are most like some; of several words, one question may say more than the other."""
    scorer = fuzz.token_set_ratio if " " in key else fuzz.ratio
    found = process.extractOne(key, known.keys(), scorer=scorer, processor=None, score_cutoff=ALIKE)
    return found[0] if found else None


def _order(one: AskedAlike) -> tuple[int, float, int, str]:
    return -one.count, -one.last_asked_at.timestamp(), len(one.text), one.text


def _with(group: AskedAlike, more: AskedAlike) -> AskedAlike:
    last = max(group.last_asked_at, more.last_asked_at)
    return replace(group, count=group.count + more.count, last_asked_at=last)


def _key(text: str) -> str:
    """Return the words that tell what a question is about, in the order of the alphabet; all, where none tells."""
    said = [word.plain for word in words(text)]
    telling = [stem(word) for word in said if word not in STOP and word not in ASKING]
    return " ".join(sorted(set(telling or said))) or text.strip()
