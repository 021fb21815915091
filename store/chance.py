"""A good quote at random."""

import random

from store.episode import Episode
from store.question import FindQuote, QuoteAnswer, Span
from store.salience import candidates


def by_chance(episode: Episode, request: FindQuote) -> QuoteAnswer:
    """Return a quote that stands on its own: one that an editor chose, else one of the weightier sentences.

    Raises SpeakerUnknownError.
    """
    speaker = episode.speaker(request.speaker) if request.speaker else None
    pool = [span for span in _noted(episode) if speaker in (None, episode.speaker_of(span))]
    pool = pool or _weighty(episode, speaker)
    chosen = [random.choice(pool)] if pool else []  # noqa: S311 - chance, not a secret
    return QuoteAnswer(request, episode.facts, tuple(episode.quote(span) for span in chosen))


def _noted(episode: Episode) -> list[Span]:
    points = [episode.excerpt(note.lines, note.text).span for note in episode.notes.points]
    prompts = [episode.lines_span(*note.lines) for note in episode.notes.prompts]
    return [span for span in [*points, *prompts] if episode.voice_of(span) is None]


def _weighty(episode: Episode, speaker: str | None) -> list[Span]:
    whole = candidates(episode, Span(0, len(episode.text)))
    theirs = [one for one in whole if speaker in (None, episode.speaker_of(one.span))]
    found = sorted(theirs, key=lambda one: -one.weight)
    return [one.span for one in found[: max(1, len(found) // 2)]]
