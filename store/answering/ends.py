"""What is said or asked first or last."""

from collections.abc import Iterator

from store.answering.beside import joined, some
from store.episode import Episode
from store.question import FindQuote, QuoteAnswer, Span

_CLOSING = "\"'\u201d\u2019 "
# Of Latin, Chinese and Japanese, and Arabic scripts.
_MARKS = ("?", "\uff1f", "\u061f")


def end_of_talk(episode: Episode, request: FindQuote) -> QuoteAnswer:
    """Return the first or last of what is said, or asked, in the talk; announcements and credits are none of it.

    Raises SpeakerUnknownError.
    """
    speaker = episode.speaker(request.speaker) if request.speaker else None
    said = [span for span in _talk(episode) if speaker in (None, episode.speaker_of(span))]
    last = request.sought in ("last", "last_question")
    if request.sought in ("first_question", "last_question"):
        found = _questions(episode, said)[-1 if last else 0 :][:1]
    else:
        found = some(episode, said[::-1] if last else said)
    return QuoteAnswer(request, episode.facts, (episode.quote(joined(found)),) if found else ())


def _talk(episode: Episode) -> Iterator[Span]:
    return (span for span in episode.sentences if not episode.is_aside(span) and not episode.is_faulty(span))


def _questions(episode: Episode, said: list[Span]) -> list[Span]:
    """Return what is asked of somebody, which ends what one person says; where that is never so, all questions."""
    questions = [span for span in said if episode.text[span.start : span.end].rstrip(_CLOSING).endswith(_MARKS)]
    return [span for span in questions if _is_asked(episode, span)] or questions


def _is_asked(episode: Episode, span: Span) -> bool:
    turn = episode.turn_at(span.start).span
    return not episode.text[span.end : turn.end].strip() and turn.end < len(episode.text)
