"""Passages for the timings: the episode's own, and as many more as are wanted, made of its words."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from store.episode import Episode
from store.excerpts.passages import passages
from store.words import terms

SEED = 2023


def documents(episode: Episode, size: int) -> list[list[str]]:
    """Return the terms of an episode's passages, and after them made ones: the same ones in every run.

    A made passage is as long as a real one drawn by lot; its terms are drawn as often as they are really said.
    """
    real = [bare_terms(episode.glossary.display(span)) for span in passages(episode)][:size]
    return real + _made(real, size - len(real))


def bare_terms(text: str) -> list[str]:
    """Return the terms of a text without apostrophes, at which other systems would cut them in two."""
    return [term.replace("'", "") for term in terms(text)]


def _made(real: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    lot = np.random.default_rng(SEED)
    said = Counter(term for document in real for term in document)
    frequencies = np.fromiter(said.values(), np.float64)
    lengths = lot.choice([len(document) for document in real], count)
    drawn = lot.choice(list(said), int(lengths.sum()), p=frequencies / frequencies.sum())
    return [part.tolist() for part in np.split(drawn, lengths.cumsum()[:-1])] if count else []
