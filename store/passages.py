"""Passages: what the index holds. A few whole sentences, overlapping, by one speaker, no announcement or credits."""

from collections.abc import Iterator

from store.episode import Episode
from store.question import Span

WORDS = 45
SENTENCES = 5


def passages(episode: Episode) -> tuple[Span, ...]:
    """Return a window from each sentence on, long enough to hold an answer; none lies wholly in another."""
    return tuple(span for turn in episode.turns for span in _windows(episode, turn.span))


def _windows(episode: Episode, turn: Span) -> Iterator[Span]:
    talk = [sentence for sentence in episode.sentences_in(turn) if not episode.is_aside(sentence)]
    reached = -1
    for first, sentence in enumerate(talk):
        last = _last_of_window(episode, talk, first)
        if last > reached:
            reached = last
            yield Span(sentence.start, talk[last].end)


def _last_of_window(episode: Episode, talk: list[Span], first: int) -> int:
    count = 0
    for index in range(first, min(len(talk), first + SENTENCES)):
        # Two sentences with an announcement between them are no passage.
        if index > first and talk[index].start - talk[index - 1].end > 1:
            return index - 1
        count += len(episode.spoken[talk[index]].split())
        if count >= WORDS:
            return index
    return min(len(talk), first + SENTENCES) - 1
