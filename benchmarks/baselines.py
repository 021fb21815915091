"""The peers, asked the questions: each with its own tokens, over windows of lines or over our passages."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

import bm25s
import Stemmer

from benchmarks.marks import AT_MOST, Found, Marks, Result
from benchmarks.peers import Bm25s, PorterFts5, RankBm25, Ranker, StemmingTantivy
from benchmarks.question_set import Asked
from store.episode import Episode
from store.excerpts.passages import passages
from store.question import Span

WINDOW, STEP = 4, 2
# Passages are asked for until five are left that do not overlap and are by the right speaker.
DEPTH = 50

Tokens = Callable[[str], Sequence[str]]


def lower_words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def bm25s_words(text: str) -> list[str]:
    """Return the words that bm25s's own tokenizer gives, without its English stop words, stemmed."""
    stemmer = Stemmer.Stemmer("english")
    found = bm25s.tokenize(text, stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False)
    return list(found[0])


@dataclass(frozen=True, slots=True)
class System:
    """A peer and how it is given words."""

    name: str
    ranker: type[Ranker]
    tokens: Tokens


PEERS = (
    System("rank-bm25", RankBm25, lower_words),
    System("bm25s", Bm25s, bm25s_words),
    System("SQLite FTS5", PorterFts5, lower_words),
    System("tantivy", StemmingTantivy, lower_words),
)


class Baseline:
    """A peer over some spans of an episode."""

    def __init__(self, episode: Episode, spans: Sequence[Span], system: System) -> None:
        """Index the spans' words as they were heard."""
        self._episode, self._spans, self._tokens = episode, spans, system.tokens
        self._ranker = system.ranker([system.tokens(episode.spoken[span]) for span in spans])

    def ask(self, asked: Asked) -> Result:
        """Ask one question. Like ours it returns the asked speaker's words only, and no two that overlap."""
        start = perf_counter()
        hits = self._ranker.top(self._tokens(asked.text), DEPTH)
        seconds = perf_counter() - start
        kept: dict[Span, float] = {}
        for at, score in hits:
            span = self._spans[at]
            by_other = asked.speaker is not None and self._episode.speaker_of(span) != asked.speaker
            if not by_other and not any(span.overlap(other) for other in kept):
                kept[span] = score
        return Result(asked, tuple(self._found(span, score) for span, score in kept.items())[:AT_MOST], seconds)

    def marks(self, asked: Iterable[Asked]) -> Marks:
        """Ask all questions."""
        return Marks(tuple(map(self.ask, asked)))

    def _found(self, span: Span, score: float) -> Found:
        return Found(self._episode.spoken.lines_of(span), len(self._episode.spoken[span].split()), score)


def windows(episode: Episode) -> tuple[Span, ...]:
    """Return every four lines, each window two lines after the one before."""
    lines = episode.spoken.lines
    starts = range(0, max(1, len(lines) - WINDOW + STEP), STEP)
    groups = (lines[start : start + WINDOW] for start in starts)
    return tuple(episode.spoken.span_of(group[0].number, group[-1].number) for group in groups)


def divisions(episode: Episode) -> dict[str, tuple[Span, ...]]:
    """Return the ways in which an episode is cut up for the peers."""
    return {"windows": windows(episode), "our passages": passages(episode)}
