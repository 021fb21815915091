"""What was said in some lines, and what stands beside it."""

from collections.abc import Sequence

from store.episode import Episode
from store.errors import EpisodeGoneError
from store.question import QuoteAnswer, ShowPassage, Span

# Sentences: of what stands before or after, and on either side of what is widened.
BESIDE, AROUND = 3, 2


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
            found = _by_one(episode, episode.context(span, AROUND))
        case "before":
            found = _joined(_same_turn(episode, episode.sentences_in(Span(0, span.start))[: -BESIDE - 1 : -1]))
        case "after":
            found = _joined(_same_turn(episode, episode.sentences_in(Span(span.end, len(episode.text)))[:BESIDE]))
    return QuoteAnswer(request, episode.facts, (episode.quote(found),) if len(found) else ())


def _by_one(episode: Episode, span: Span) -> Span:
    """Return the part of a span that one person says, the longest of several."""
    return max((turn.span for turn in episode.turns_in(span)), key=len, default=span)


def _same_turn(episode: Episode, sentences: Sequence[Span]) -> list[Span]:
    """Return those, from the nearest on, that are said in one turn."""
    if not sentences:
        return []
    turn = episode.turn_at(sentences[0].start).span
    return [sentence for sentence in sentences if turn.holds(sentence)]


def _joined(sentences: Sequence[Span]) -> Span:
    return Span(min(span.start for span in sentences), max(span.end for span in sentences)) if sentences else Span(0, 0)
