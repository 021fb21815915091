"""All compiled episodes laid end to end, as one: the same columns, every place and number counted on from the last."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from store.cache import Array, Stored
from store.compiled import NOBODY, Table

# As rank-bm25 has them.
K1, B = 1.5, 0.75
_LISTS = ("chapters", "topics", "corrections", "facts", "voiced", "bases")
_PLAIN = ("text", "lines", "moment", "error", "estimated", "aside", "terms", "lengths", "first", "last")
_COUNTED = ("spans", "bytes", "turn", "speaker", "term_ends", "chapter")
_POSTINGS = ("posting_terms", "posting_passages", "posting_counts")


def assemble(compiled: Iterable[Stored]) -> Stored:
    """Lay episodes end to end and index all of them by the statistics of the whole."""
    whole = _Whole()
    for one in compiled:
        whole.add(one)
    return whole.stored()


class _Whole:
    """What has been laid down so far."""

    def __init__(self) -> None:
        self._columns: dict[str, list[Array]] = {name: [] for name in (*_PLAIN, *_COUNTED, *_POSTINGS)}
        self._said: dict[str, list[Any]] = {name: [] for name in _LISTS}
        self._tables = {name: Table() for name in ("terms", "speakers")}
        self._words: Counter[str] = Counter()
        self._at = dict.fromkeys(("characters", "bytes", "turns", "terms", "sentences", "passages"), 0)

    def add(self, one: Stored) -> None:
        said, arrays, at = one.said, one.arrays, dict(self._at)
        numbers = {name: _renumbered(said[name], table) for name, table in self._tables.items()}
        self._lay(
            {name: arrays[name] for name in ("text", "lines", "moment", "error", "estimated", "aside", "lengths")}
            | {
                "terms": numbers["terms"][arrays["terms"]],
                "speaker": numbers["speakers"][arrays["speaker"]],
                "spans": arrays["spans"] + at["characters"],
                "bytes": arrays["bytes"] + at["bytes"],
                "turn": arrays["turn"] + np.int32(at["turns"]),
                "term_ends": arrays["term_ends"] + at["terms"],
                "first": arrays["first"] + at["sentences"],
                "last": arrays["last"] + at["sentences"],
                "chapter": np.where(arrays["chapter"] < 0, NOBODY, arrays["chapter"] + len(self._said["chapters"])),
                "posting_terms": numbers["terms"][arrays["posting_terms"]],
                "posting_passages": arrays["posting_passages"] + np.int32(at["passages"]),
                "posting_counts": arrays["posting_counts"],
            }
        )
        self._say(said)
        ends = {"characters": arrays["spans"], "turns": arrays["turn"]}
        self._at["characters"] += int(ends["characters"].max(initial=0)) + 1
        self._at["turns"] += int(ends["turns"].max(initial=-1)) + 1
        self._at["bytes"] += len(arrays["text"])
        self._at["terms"] += len(arrays["terms"])
        self._at["sentences"] += len(arrays["spans"])
        self._at["passages"] += len(arrays["first"])

    def _lay(self, columns: dict[str, Array]) -> None:
        for name, column in columns.items():
            self._columns[name].append(column)

    def _say(self, said: dict[str, Any]) -> None:
        characters, passages, sentences = (self._at[name] for name in ("characters", "passages", "sentences"))
        self._words.update(dict(zip(said["words"], said["counts"], strict=True)))
        self._said["facts"].append(said["facts"])
        self._said["bases"].append(characters)
        self._said["voiced"].append(said["voiced"])
        self._said["chapters"] += said["chapters"]
        self._said["corrections"] += [[row + sentences, *rest] for row, *rest in said["corrections"]]
        self._said["topics"] += [
            [terms, [[a + characters, b + characters, [at + passages for at in inside]] for a, b, inside in places]]
            for terms, places in said["topics"]
        ]

    def stored(self) -> Stored:
        postings = [self._columns.pop(name) for name in _POSTINGS]
        arrays = {name: np.concatenate(parts) if parts else np.empty(0) for name, parts in self._columns.items()}
        tables = {name: table.texts for name, table in self._tables.items()}
        arrays |= _indexed(postings, arrays["lengths"], len(tables["terms"]))
        words = {"words": list(self._words), "counts": list(self._words.values())}
        return Stored(self._said | tables | words, arrays)


def _renumbered(texts: list[str], table: Table) -> Array:
    """Return the table's number of each text; the last stands for nobody, so that NOBODY leads there."""
    return np.array([*(table.number(text) for text in texts), NOBODY], np.int32)


def _indexed(postings: list[list[Array]], lengths: Array, size: int) -> dict[str, Array]:
    """Bring the postings of all episodes together by term. Each episode's are in order, and so are the episodes."""
    held = np.zeros(size, np.int64)
    for terms in postings[0]:
        held += np.bincount(terms, minlength=size)
    ends = np.cumsum(held)
    free, most = ends - held, np.zeros(size)
    passages, counts = np.empty(int(held.sum()), np.int32), np.empty(int(held.sum()), np.uint16)
    length = saturation(lengths)
    for terms, documents, often in zip(*postings, strict=True):
        starts = np.flatnonzero(np.diff(terms, prepend=-2))
        repeats = np.diff(starts, append=len(terms))
        places = np.arange(len(terms)) + np.repeat(free[terms[starts]] - starts, repeats)
        passages[places], counts[places] = documents, often
        free[terms[starts]] += repeats
        gains = often * (K1 + 1) / (often + length[documents])
        most[terms[starts]] = np.maximum(most[terms[starts]], np.maximum.reduceat(gains, starts) if len(terms) else 0)
    return {"posting_ends": ends, "passages": passages, "counts": counts, "most": most}


def saturation(lengths: Array) -> Array:
    """Return what BM25 adds to a term's count below the line, for documents of these lengths."""
    mean = float(lengths.mean()) if len(lengths) else 0.0
    length: Array = K1 * (1 - B + B * lengths / (mean or 1.0))
    return length
