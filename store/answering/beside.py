"""What was said in some lines, and what stands beside it."""

from collections.abc import Sequence

from store.episode import Episode
from store.errors import EpisodeGoneError
from store.question import QuoteAnswer, ShowPassage, Span

# Sentences on either side of what is widened; and of what stands beside, at most, and characters that are enough of it.
AROUND, BESIDE, ENOUGH = 2, 5, 160
# Sentences: a passage that has more is widened no further.
WIDEST = 16


def passage(episode: Episode, request: ShowPassage) -> QuoteAnswer:
    """Return the passage of some lines, or what one person says right before or after it; nothing past the ends.

    Raises EpisodeGoneError where there are no such lines any more.
    """
    first, last = request.lines
    if first > last or first not in episode.spoken or last not in episode.spoken:
        raise EpisodeGoneError(episode.key)
    span = _by_one(episode, episode.lines_span(first, last))
    match request.part:
        case "itself":
            found = span
        case "around":
            widest = len(episode.sentences_in(span)) > WIDEST
            found = span if widest else _by_one(episode, episode.context(span, AROUND), span)
        case "before":
            found = joined(some(episode, episode.sentences_in(Span(0, span.start))[: -BESIDE - 1 : -1]))
        case "after":
            found = joined(some(episode, episode.sentences_in(Span(span.end, len(episode.text)))[:BESIDE]))
    return QuoteAnswer(request, episode.facts, (episode.quote(found),) if len(found) else ())


def _by_one(episode: Episode, span: Span, around: Span | None = None) -> Span:
    """Return the part of a span that one person says: the longest of several, or the one around another span."""
    return max((turn.span for turn in episode.turns_in(span)), key=(around or span).overlap, default=span)


def some(episode: Episode, sentences: Sequence[Span]) -> list[Span]:
    """Return as many, from the nearest on, as say enough; all of one turn."""
    some: list[Span] = []
    for sentence in sentences:
        if some and not episode.turn_at(some[0].start).span.holds(sentence):
            break
        some.append(sentence)
        if sum(map(len, some)) >= ENOUGH:
            break
    return some


def joined(sentences: Sequence[Span]) -> Span:
    """Return the span of sentences that stand side by side; an empty one of none."""
    return Span(min(span.start for span in sentences), max(span.end for span in sentences)) if sentences else Span(0, 0)
