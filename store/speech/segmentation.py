"""Chapters where nobody has set any: where the vocabulary turns.

Hearst, TextTiling: Segmenting text into multi-paragraph subtopic passages (1997): blocks of words on both sides of each
gap are compared by the cosine of their terms, the curve is smoothed, and chapters begin at its deepest valleys.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from store.language.stopwords import STOP
from store.question import Span
from store.speech.headings import headings
from store.speech.speech import Speech
from store.transcript import Chapter
from store.words import plain_words, stem

Numbers = NDArray[np.float32]
# Words: of a block on either side of a gap; of the shortest chapter; of an usual one.
BLOCK, SHORTEST, USUAL = 220, 450, 1300
MOST = 40
# How many terms are compared, the most said first: bounds memory for a recording of any length.
_TERMS = 3000
# How many numbers are held at once: a recording of more than half a day does with fewer terms.
_MOST_CELLS = 40_000_000
_SMOOTHING = 2
# How many of the words that are said are index terms, roughly.
_TERMS_A_WORD = 0.5
# What a chapter of e times the usual length loses, in parts of the deepest valley.
_UNEVEN = 0.35
# Seconds before which a first chapter begins with the recording.
_OPENING = 30.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A chapter: where it stands, its title, and the gist that an editor gave; `automatic` where nobody wrote a title.

    `start` is in seconds, where the file states it.
    """

    span: Span
    title: str
    automatic: bool = True
    start: float | None = None
    gist: str = ""


def listed_segments(speech: Speech) -> tuple[Segment, ...]:
    """Return the chapters that the file's header lists. They hold all of the text but what stands before the first."""
    starts: dict[int, Chapter] = {}
    for chapter in sorted(speech.transcript.header.chapters, key=lambda chapter: _place(speech, chapter)):
        at = _place(speech, chapter)
        touched = speech.sentences_touching(Span(at, at + 1))
        opens = not starts and chapter.start is not None and chapter.start < _OPENING
        starts[0 if opens else touched[0].start if touched else at] = chapter
    bounds = [*starts, len(speech.text)]
    return tuple(
        Segment(Span(start, end), chapter.title, automatic=False, start=chapter.start)
        for (start, end), chapter in zip(pairwise(bounds), starts.values(), strict=True)
        if end > start
    )


def _place(speech: Speech, chapter: Chapter) -> int:
    if chapter.line is not None and chapter.line in speech.spoken:
        return speech.spoken.span_of_line(chapter.line).start
    return speech.offset_at(chapter.start or 0.0)


def segments(speech: Speech, asides: Sequence[Span]) -> tuple[Segment, ...]:
    """Find chapters by rule, outside the asides; none in a text that is too short. Together they hold all of it."""
    talk = [sentence for sentence in speech.sentences if not any(aside.overlap(sentence) for aside in asides)]
    starts = [talk[at].start for at in turns_of_vocabulary([_stems(speech.spoken[one]) for one in talk])]
    if not starts:
        return ()
    spans = [Span(start, end) for start, end in pairwise([0, *starts, len(speech.text)])]
    return tuple(Segment(span, title) for span, title in zip(spans, headings(speech, spans, asides), strict=True))


def turns_of_vocabulary(sentences: Sequence[Sequence[str]]) -> list[int]:
    """Return the positions of the sentences with which a new topic begins; their index terms are given."""
    ends = np.cumsum([len(terms) for terms in sentences]) if sentences else np.zeros(0, np.int64)
    total = int(ends[-1]) if len(ends) else 0
    if total < 2 * SHORTEST * _TERMS_A_WORD:
        return []
    curve = _likeness(_sums(sentences), ends, total)
    return [at + 1 for at in _best(_depths(curve), ends[:-1].astype(np.float64), total)]


def _best(depths: Numbers, places: NDArray[np.float64], total: int) -> list[int]:
    """Choose the gaps that are deepest together, with chapters of about the usual length: dynamic programming."""
    room, usual = SHORTEST * _TERMS_A_WORD, USUAL * _TERMS_A_WORD
    inside = (places >= room) & (places <= total - room)
    tops = np.flatnonzero(inside & (depths > float(depths.mean())) & _highest_around(depths))
    if not len(tops):
        return []
    at, gain = places[tops], depths[tops] / max(float(depths.max()), 1e-6)
    worth = gain - _UNEVEN * np.log(at / usual) ** 2
    before = np.full(len(tops), -1)
    for here in range(1, len(tops)):
        lengths = at[here] - at[:here]
        sums = np.where(lengths >= room, worth[:here] - _UNEVEN * np.log(np.maximum(lengths, 1) / usual) ** 2, -np.inf)
        best = int(np.argmax(sums))
        if sums[best] + gain[here] > worth[here]:
            worth[here], before[here] = sums[best] + gain[here], best
    last = int(np.argmax(worth - _UNEVEN * np.log((total - at) / usual) ** 2))
    chosen = []
    while last >= 0:
        chosen.append(int(tops[last]))
        last = int(before[last])
    return chosen[::-1][: MOST - 1]


def _highest_around(depths: Numbers) -> NDArray[np.bool_]:
    """Tell which values are no lower than their neighbours."""
    padded = np.pad(depths, 1, constant_values=-np.inf)
    return (depths >= padded[:-2]) & (depths >= padded[2:])


def _stems(text: str) -> list[str]:
    return [stem(word) for word in plain_words(text) if word not in STOP and not word.isdigit()]


def _sums(sentences: Sequence[Sequence[str]]) -> Numbers:
    """Return the weighted counts of terms up to and with each sentence, one row each, an empty one first."""
    said = Counter(term for terms in sentences for term in terms)
    holding = Counter(term for terms in sentences for term in set(terms))
    most = min(_TERMS, _MOST_CELLS // (len(sentences) + 1))
    kept = {term: at for at, (term, often) in enumerate(said.most_common(most)) if often > 1}
    weights = {term: math.log(len(sentences) / holding[term]) for term in kept}
    counts = np.zeros((len(sentences) + 1, max(1, len(kept))), np.float32)
    for row, terms in enumerate(sentences, start=1):
        for term in terms:
            if term in kept:
                counts[row, kept[term]] += weights[term]
    return np.cumsum(counts, axis=0, out=counts)


def _likeness(sums: Numbers, ends: NDArray[np.int64], total: int) -> Numbers:
    """Return the cosine of the blocks before and after each gap between two sentences, smoothed."""
    size = BLOCK * _TERMS_A_WORD
    gaps = ends[:-1]
    before = np.searchsorted(ends, np.maximum(gaps - size, 0), side="right")
    after = np.searchsorted(ends, np.minimum(gaps + size, total), side="left") + 1
    here = np.arange(1, len(ends))
    cosines = np.zeros(len(gaps), np.float32)
    for at, (first, middle, last) in enumerate(zip(before, here, after, strict=True)):
        left, right = sums[middle] - sums[first], sums[last] - sums[middle]
        norm = float(np.linalg.norm(left) * np.linalg.norm(right))
        cosines[at] = float(left @ right) / norm if norm else 0.0
    width = 2 * _SMOOTHING + 1
    padded = np.pad(cosines, _SMOOTHING, mode="edge")
    return np.convolve(padded, np.full(width, 1 / width, np.float32), mode="valid").astype(np.float32)


def _depths(curve: Numbers) -> Numbers:
    """Return how deep the curve lies at each gap below the peaks on both sides."""
    return _climb(curve) + _climb(curve[::-1])[::-1] - 2 * curve


def _climb(curve: Numbers) -> Numbers:
    """Return the height of the peak to the left of each point, as far as the curve only rises towards it."""
    peaks = curve.copy()
    for at in range(1, len(curve)):
        peaks[at] = peaks[at - 1] if curve[at - 1] >= curve[at] else curve[at]
    return peaks
