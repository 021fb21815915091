"""The systems that we are measured against, each as its own documentation says to use it.

All take documents and queries as words and return the positions of the n best documents with their scores, higher
being better. None returns documents that hold no word of the query.
"""

import sqlite3
from collections.abc import Sequence
from typing import Protocol

import bm25s
import numpy as np
import tantivy
from rank_bm25 import BM25Okapi

from store.bm25 import Bm25Index

Words = Sequence[str]
Hits = list[tuple[int, float]]


class Ranker(Protocol):
    """An index over documents."""

    def __init__(self, documents: Sequence[Words]) -> None:
        """Index the documents."""

    def top(self, query: Words, n: int) -> Hits:
        """Return the n best documents."""
        ...


class RankBm25:
    """rank-bm25: all scores, then numpy's argsort, as its own get_top_n has it."""

    def __init__(self, documents: Sequence[Words]) -> None:
        self.okapi = BM25Okapi(documents)

    def top(self, query: Words, n: int) -> Hits:
        scores = self.okapi.get_scores(query)
        return [(int(at), float(scores[at])) for at in np.argsort(scores)[::-1][:n] if scores[at]]


class Bm25s:
    """bm25s with its numpy backend and its default scoring (Lucene's)."""

    def __init__(self, documents: Sequence[Words]) -> None:
        self._index = bm25s.BM25()
        self._index.index([list(document) for document in documents], show_progress=False)
        self._size = len(documents)

    def top(self, query: Words, n: int) -> Hits:
        if not any(word in self._index.vocab_dict for word in query):
            return []
        found, scores = self._index.retrieve(
            [list(query)], k=min(n, self._size), show_progress=False, backend_selection="numpy"
        )
        return [(int(at), float(score)) for at, score in zip(found[0], scores[0], strict=True) if score > 0]


class Fts5:
    """SQLite FTS5 in memory, ordered by its rank, which is bm25()."""

    tokenizer = "unicode61"

    def __init__(self, documents: Sequence[Words]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(f"CREATE VIRTUAL TABLE passages USING fts5(words, tokenize='{self.tokenizer}')")
        self._database.executemany(
            "INSERT INTO passages (rowid, words) VALUES (?, ?)",
            ((at, " ".join(document)) for at, document in enumerate(documents)),
        )
        self._database.commit()

    def top(self, query: Words, n: int) -> Hits:
        wanted = " OR ".join(f'"{word}"' for word in query)
        rows = self._database.execute(
            "SELECT rowid, rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", (wanted, n)
        )
        return [(at, -rank) for at, rank in rows]


class PorterFts5(Fts5):
    """The same with its porter stemmer."""

    tokenizer = "porter unicode61"


class Tantivy:
    """tantivy in memory, in one segment, with its default BM25."""

    tokenizer = "default"

    def __init__(self, documents: Sequence[Words]) -> None:
        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("words", tokenizer_name=self.tokenizer)
            .add_integer_field("at", fast=True)
            .build()
        )
        self._index = tantivy.Index(schema)
        writer = self._index.writer(num_threads=1)
        for at, document in enumerate(documents):
            writer.add_document(tantivy.Document(words=" ".join(document), at=at))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def top(self, query: Words, n: int) -> Hits:
        wanted = self._index.parse_query(" ".join(query), ["words"])
        hits = self._searcher.search(wanted, n).hits
        at = self._searcher.fast_field_values("at", [address for _, address in hits])
        return [(int(one), float(score)) for one, (score, _) in zip(at, hits, strict=True) if one is not None]


class StemmingTantivy(Tantivy):
    """The same with its English stemmer."""

    tokenizer = "en_stem"


class OurIndex:
    """Our postings alone."""

    def __init__(self, documents: Sequence[Words]) -> None:
        self.index = Bm25Index(documents)

    def top(self, query: Words, n: int) -> Hits:
        ids, scores = self.index.top(query, n)
        return list(zip(ids.tolist(), scores.tolist(), strict=True))
