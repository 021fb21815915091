"""The editor's index, searched: headings and other words that people would use, and the places they point at."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from store.bm25 import Bm25Index
from store.episode import Episode
from store.question import Span
from store.searching.query import Query
from store.searching.widening import top, widened
from store.words import terms

# Of what a word adds to an entry's score, how much the nearest to it adds: less than in the talk, as an entry has other
# words already.
SCORED_BY_NEAR = 0.4


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the index: its terms, the places it points at, and the passages by position that lie there."""

    terms: frozenset[str]
    places: tuple[tuple[Span, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place that an entry points at, and how well the entry fits a question."""

    span: Span
    terms: frozenset[str]
    score: float


class TopicIndex:
    """The entries of an episode's show notes, ranked as BM25 does; empty where there are none."""

    def __init__(self, episode: Episode, passages: Sequence[Span]) -> None:
        """Index each entry as a document of its own, so that its words count for its lines only."""
        topics = episode.notes.topics
        self.documents = [terms(" ".join((topic.heading, *topic.also))) for topic in topics]
        self._index = Bm25Index(self.documents)
        self.entries = tuple(
            Entry(frozenset(document), tuple(_places(episode, topic.lines, passages)))
            for topic, document in zip(topics, self.documents, strict=True)
        )

    def pointers(self, query: Query, n: int) -> dict[int, list[Pointer]]:
        """Return, for each passage that the n best entries point at, the pointers to it, best first."""
        return pointed(self._index, self.entries.__getitem__, query, n)


def pointed(index: Bm25Index, entry_at: Callable[[int], Entry], query: Query, n: int) -> dict[int, list[Pointer]]:
    """Return, for each passage that the n best entries of an index point at, the pointers to it, best first."""
    found: dict[int, list[Pointer]] = {}
    scores = widened(index, query, SCORED_BY_NEAR)
    for at in top(index, query, scores, n).tolist():
        entry = entry_at(at)
        for span, passages in entry.places:
            pointer = Pointer(span, entry.terms, max(0.0, float(scores[at])))
            for passage in passages:
                found.setdefault(passage, []).append(pointer)
    return found


def _places(
    episode: Episode, lines: Sequence[tuple[int, int]], passages: Sequence[Span]
) -> Iterator[tuple[Span, tuple[int, ...]]]:
    for first, last in lines:
        span = episode.lines_span(first, last)
        yield span, tuple(_lying_in(span, passages))


def _lying_in(span: Span, passages: Sequence[Span]) -> Iterator[int]:
    """Give the passages of which at least half lies in a span, or that hold at least half of it."""
    at = bisect_left(passages, span.end, key=lambda passage: passage.start)
    while at > 0 and passages[at - 1].end > span.start:
        at -= 1
        if 2 * passages[at].overlap(span) > min(len(passages[at]), len(span)):
            yield at
