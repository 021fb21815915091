"""Names that the recogniser spells in several ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from store.episode import Episode
from store.language.lexicon import is_listed_name, is_ordinary
from store.words import plain

_SHORTEST = 4
# Spelt alike this much; sounding alike, this much is enough.
_ALIKE, _SOUNDS = 0.74, 0.55
_SURE = 6
_MOST = 60
# Few words begin with a capital: the others need not be looked at.
_CAPITALISED = re.compile(r"\b(?![a-z\d_])\w+(?:['\u2019]\w+)*")
_SOUND = str.maketrans(
    {
        **dict.fromkeys("aeiouyhw"),
        **dict.fromkeys("ckqgj", "k"),
        **dict.fromkeys("szx", "s"),
        **dict.fromkeys("bpfv", "p"),
        **dict.fromkeys("dt", "t"),
        **dict.fromkeys("mn", "m"),
        "l": "l",
        "r": "r",
    }
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, and the lines in which it stands."""

    heard: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings of what may be one name; `sure` where the description confirms the one that is meant."""

    meant: str
    spellings: tuple[Spelling, ...]
    sure: bool


def clusters(episode: Episode) -> list[Cluster]:
    """Group the names that are spelt or sound alike, the most said first."""
    said = dict(_names(episode))
    header = episode.transcript.header
    written = {word for word in re.findall(r"\w+", f"{header.title} {header.description}") if word[:1].isupper()}
    # A name that the description has and nobody says was probably misheard.
    said |= {word: [] for word in written - said.keys() if _could_be_misheard(word)}
    leaders: list[list[str]] = []
    for name in sorted(said, key=lambda name: (name not in written, not _known(name, written), -len(said[name]), name)):
        group = next((group for group in leaders if _alike(name, group[0])), None)
        if group is None:
            leaders.append([name])
        else:
            group.append(name)
    found = [_cluster(group, said, written) for group in leaders if len(group) > 1]
    found = [one for one in found if any(spelling.heard != one.meant for spelling in one.spellings)]
    return sorted(found, key=lambda one: -sum(len(spelling.lines) for spelling in one.spellings))[:_MOST]


def _names(episode: Episode) -> Mapping[str, list[int]]:
    """Return the capitalised words that are no words of the language, with the lines in which each stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for written in _CAPITALISED.finditer(episode.text):
        heard = re.sub(r"['\u2019]s?$", "", written[0])
        if len(heard) >= _SHORTEST and heard[0].isupper() and heard.isalpha() and not is_ordinary(plain(heard)):
            found[heard].append(episode.spoken.line_at(written.start()).number)
    return found


def _could_be_misheard(word: str) -> bool:
    return len(word) >= _SURE - 1 and word.isalpha() and not word.isupper() and not is_ordinary(plain(word))


def _known(name: str, written: set[str]) -> bool:
    return name in written or is_listed_name(plain(name))


def _alike(one: str, other: str) -> bool:
    first, second = plain(one), plain(other)
    if first == second or (is_listed_name(first) and is_listed_name(second)):
        return first == second and one != other
    if first in second or second in first:
        return abs(len(first) - len(second)) == 1 and min(len(first), len(second)) > _SHORTEST
    if first[0] != second[0]:
        return False
    likeness = Levenshtein.normalized_similarity(first, second)
    if _sound(first) == _sound(second):
        return likeness >= _SOUNDS
    return likeness >= _ALIKE and JaroWinkler.similarity(_sound(first), _sound(second)) >= _ALIKE


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    kept = (name[0] + name[1:].translate(_SOUND)) if name else ""
    return re.sub(r"(.)\1+", r"\1", kept)


def _cluster(group: list[str], said: Mapping[str, list[int]], written: set[str]) -> Cluster:
    meant = group[0]
    sure = meant in written and all(
        len(name) >= _SURE and not is_listed_name(plain(name)) and _sound(plain(name)) == _sound(plain(meant))
        for name in group[1:]
    )
    return Cluster(meant, tuple(_spellings(group, said)), sure)


def _spellings(group: list[str], said: Mapping[str, list[int]]) -> Iterator[Spelling]:
    for name in filter(said.__getitem__, group):
        yield Spelling(name, tuple(dict.fromkeys(said[name])))
