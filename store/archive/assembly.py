"""All compiled episodes laid end to end, as one: the same columns, every place and number counted on from the last.

The episodes are gone through twice, to measure them and to lay them where they belong, so that one at a time is in
memory, however many there are.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from store.archive.cache import Array, Shape, Stored
from store.archive.compiled import NOBODY, Table

# As rank-bm25 has them.
K1, B = 1.5, 0.75
_LISTS = ("topics", "corrections", "facts", "voiced", "bases")
# The columns, by what each has a row for: the kind of its numbers, and how many there are to a row.
_COLUMNS: Mapping[str, Mapping[str, tuple[str, int]]] = {
    "bytes": {"text": ("|u1", 1)},
    "terms": {"terms": ("<i4", 1)},
    "sentences": {
        "spans": ("<i8", 2),
        "bytes": ("<i8", 2),
        "lines": ("<i4", 2),
        "moment": ("<f8", 1),
        "error": ("<f8", 1),
        "estimated": ("|b1", 1),
        "aside": ("|b1", 1),
        "turn": ("<i4", 1),
        "speaker": ("<i4", 1),
        "term_ends": ("<i8", 1),
    },
    "passages": {"lengths": ("<i4", 1), "first": ("<i8", 1), "last": ("<i8", 1)},
    "postings": {"passages": ("<i4", 1), "counts": ("<u2", 1)},
    "vocabulary": {"posting_ends": ("<i8", 1), "most": ("<f8", 1)},
}


@dataclass(slots=True)
class _At:
    """How much was gone through so far."""

    characters: int = 0
    bytes: int = 0
    turns: int = 0
    terms: int = 0
    sentences: int = 0
    passages: int = 0

    def go_on(self, one: Stored) -> None:
        """Pass over an episode. A character and a turn that nobody has part it from the next."""
        arrays = one.arrays
        self.characters += int(arrays["spans"].max(initial=0)) + 1
        self.bytes += len(arrays["text"])
        self.turns += int(arrays["turn"].max(initial=-1)) + 1
        self.terms += len(arrays["terms"])
        self.sentences += len(arrays["spans"])
        self.passages += len(arrays["first"])


class Plan:
    """What all episodes say that is no array, and the room that their arrays take."""

    def __init__(self, compiled: Iterable[Stored]) -> None:
        """Measure the episodes."""
        self._said: dict[str, list[Any]] = {name: [] for name in _LISTS}
        self._terms, self._speakers = Table(), Table()
        self._words: Counter[str] = Counter()
        self._names: set[str] = set()
        self._others: set[str] = set()
        self._spellings: dict[str, str] = {}
        self._end, self._length = _At(), 0
        self._held = np.zeros(0, np.int64)
        self._numbers: list[tuple[Array, Array]] = []
        for one in compiled:
            self._measure(one)

    @property
    def said(self) -> dict[str, Any]:
        """What JSON can say of them."""
        tables = {"terms": self._terms.texts, "speakers": self._speakers.texts}
        words = {"words": list(self._words), "counts": list(self._words.values())}
        # What is a name in one episode and another word in the next is none.
        names = {"names": sorted(self._names - self._others), "spellings": self._spellings}
        return self._said | tables | words | names

    @property
    def shapes(self) -> dict[str, Shape]:
        """Their arrays, still empty."""
        rows = {name: getattr(self._end, name) for name in ("bytes", "terms", "sentences", "passages")}
        rows |= {"postings": int(self._held.sum()), "vocabulary": len(self._held)}
        return {
            name: (kind, (rows[group],) if width == 1 else (rows[group], width))
            for group, columns in _COLUMNS.items()
            for name, (kind, width) in columns.items()
        }

    def fill(self, compiled: Iterable[Stored], arrays: Mapping[str, Array]) -> None:
        """Lay the episodes that were measured into arrays of these shapes, and index them by the whole's statistics."""
        ends = np.cumsum(self._held)
        arrays["posting_ends"][...], arrays["most"][...] = ends, 0
        at, free = _At(), ends - self._held
        for one, (terms, speakers) in zip(compiled, self._numbers, strict=True):
            columns = _counted_on(one, at) | {
                "terms": terms[one.arrays["terms"]],
                "speaker": speakers[one.arrays["speaker"]],
            }
            _lay(columns, at, arrays)
            self._index(one, terms, arrays, free, at.passages)
            at.go_on(one)

    def _measure(self, one: Stored) -> None:
        terms, speakers = (
            _renumbered(one.said[name], table) for name, table in (("terms", self._terms), ("speakers", self._speakers))
        )
        self._numbers.append((terms, speakers))
        held = np.bincount(terms[one.arrays["posting_terms"]], minlength=max(len(self._held), int(terms.max()) + 1))
        held[: len(self._held)] += self._held
        self._held = held
        self._length += int(one.arrays["lengths"].sum())
        self._words.update(dict(zip(one.said["words"], one.said["counts"], strict=True)))
        self._names.update(one.said["names"])
        self._others.update(set(one.said["words"]) - set(one.said["names"]))
        self._spellings.update(one.said["spellings"])
        _say(one.said, self._end, self._said)
        self._end.go_on(one)

    def _index(self, one: Stored, numbers: Array, arrays: Mapping[str, Array], free: Array, base: int) -> None:
        """Lay an episode's postings behind those that each term has. Those of one term stand together, in order."""
        terms, passages, counts = (one.arrays[f"posting_{name}"] for name in ("terms", "passages", "counts"))
        if not len(terms):
            return
        starts = np.flatnonzero(np.diff(terms, prepend=-2))
        held, repeats = numbers[terms[starts]], np.diff(starts, append=len(terms))
        places = np.arange(len(terms)) + np.repeat(free[held] - starts, repeats)
        arrays["passages"][places], arrays["counts"][places] = passages + base, counts
        free[held] += repeats
        length = saturation(one.arrays["lengths"], self._length / max(1, self._end.passages))
        gains = counts * (K1 + 1) / (counts + length[passages])
        arrays["most"][held] = np.maximum(arrays["most"][held], np.maximum.reduceat(gains, starts))


def assemble(compiled: Sequence[Stored]) -> Stored:
    """Lay episodes end to end in memory."""
    plan = Plan(compiled)
    arrays: dict[str, Array] = {name: np.empty(shape, kind) for name, (kind, shape) in plan.shapes.items()}
    plan.fill(compiled, arrays)
    return Stored(plan.said, arrays)


def saturation(lengths: Array, mean: float) -> Array:
    """Return what BM25 adds to a term's count below the line, for documents of these lengths."""
    length: Array = K1 * (1 - B + B * lengths / (mean or 1.0))
    return length


def _say(said: Mapping[str, Any], at: _At, whole: Mapping[str, list[Any]]) -> None:
    whole["facts"].append(said["facts"])
    whole["bases"].append(at.characters)
    whole["voiced"].append(said["voiced"])
    whole["corrections"].extend([row + at.sentences, *rest] for row, *rest in said["corrections"])
    whole["topics"].extend(
        [terms, [[a + at.characters, b + at.characters, [p + at.passages for p in inside]] for a, b, inside in places]]
        for terms, places in said["topics"]
    )


def _counted_on(one: Stored, at: _At) -> dict[str, Array]:
    """Return an episode's columns, places and numbers counted on."""
    arrays = one.arrays
    plain = ("text", "lines", "moment", "error", "estimated", "aside", "lengths")
    return {name: arrays[name] for name in plain} | {
        "spans": arrays["spans"] + at.characters,
        "bytes": arrays["bytes"] + at.bytes,
        "turn": arrays["turn"] + at.turns,
        "term_ends": arrays["term_ends"] + at.terms,
        "first": arrays["first"] + at.sentences,
        "last": arrays["last"] + at.sentences,
    }


def _lay(columns: Mapping[str, Array], at: _At, arrays: Mapping[str, Array]) -> None:
    for group, names in _COLUMNS.items():
        for name in names.keys() & columns.keys():
            start = getattr(at, group)
            arrays[name][start : start + len(columns[name])] = columns[name]


def _renumbered(texts: Sequence[str], table: Table) -> Array:
    """Return the table's number of each text; the last stands for nobody, so that NOBODY leads there."""
    return np.array([*(table.number(text) for text in texts), NOBODY], np.int32)
