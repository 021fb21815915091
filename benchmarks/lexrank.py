"""LexRank, to compare with.

Erkan and Radev, LexRank: Graph-based lexical centrality as salience in text summarization (2004): sentences are the
nodes of a graph, their TF-IDF cosines its edges, and the most central are those where a random walk stays longest.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from store.language.stopwords import STOP
from store.words import stem, words

Numbers = NDArray[np.float64]
# The paper's own: cosines below are no edges; with so much the walk goes anywhere.
THRESHOLD, DAMPING = 0.1, 0.15
_STEPS, _STILL = 200, 1e-8


def ranked(sentences: Sequence[str]) -> list[int]:
    """Return the positions of the sentences, the most central first."""
    vectors = _vectors(sentences)
    cosines = vectors @ vectors.T
    edges = (cosines >= THRESHOLD).astype(np.float64)
    np.fill_diagonal(edges, 1.0)
    walk = edges / edges.sum(axis=1, keepdims=True)
    weights = np.full(len(sentences), 1 / len(sentences))
    for _ in range(_STEPS):
        moved = DAMPING / len(sentences) + (1 - DAMPING) * (walk.T @ weights)
        still = float(np.abs(moved - weights).max()) < _STILL
        weights = moved
        if still:
            break
    return [int(at) for at in np.argsort(-weights, kind="stable")]


def _vectors(sentences: Sequence[str]) -> Numbers:
    counts = [Counter(stem(word.plain) for word in words(text) if word.plain not in STOP) for text in sentences]
    holding = Counter(term for count in counts for term in count)
    column = {term: at for at, term in enumerate(holding)}
    vectors = np.zeros((len(sentences), max(1, len(column))), np.float64)
    for row, count in enumerate(counts):
        for term, often in count.items():
            vectors[row, column[term]] = often * np.log(len(sentences) / holding[term])
    unit: Numbers = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return unit
