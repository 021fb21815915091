"""Passages: what the index holds. A few whole sentences, overlapping, by one speaker, no announcement or credits."""

from collections.abc import Iterator
from itertools import groupby

from store.episode import Episode
from store.question import Span

WORDS = 45
SENTENCES = 5


def passages(episode: Episode) -> tuple[Span, ...]:
    """Return a window from each sentence on, long enough to hold an answer; none lies wholly in another."""
    return tuple(_passages(episode, asides=False))


def aside_passages(episode: Episode) -> tuple[Span, ...]:
    """Return the same of announcements and credits: found only where the editor's index points at them."""
    return tuple(_passages(episode, asides=True))


def _passages(episode: Episode, *, asides: bool) -> Iterator[Span]:
    for turn in episode.turns:
        talk = episode.sentences_in(turn.span)
        for (aside, faulty), run in groupby(talk, key=lambda one: (episode.is_aside(one), episode.is_faulty(one))):
            if aside == asides and not faulty:
                yield from _windows(episode, list(run))


def _windows(episode: Episode, run: list[Span]) -> Iterator[Span]:
    reached = -1
    for first, sentence in enumerate(run):
        last = _last_of_window(episode, run, first)
        if last > reached:
            reached = last
            yield Span(sentence.start, run[last].end)


def _last_of_window(episode: Episode, run: list[Span], first: int) -> int:
    count = 0
    for index in range(first, min(len(run), first + SENTENCES)):
        count += len(episode.spoken[run[index]].split())
        if count >= WORDS:
            return index
    return min(len(run), first + SENTENCES) - 1
