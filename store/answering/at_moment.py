"""What is said at a moment of the recording."""

from bisect import bisect_right

from store.episode import Episode
from store.errors import MomentBeyondError, MomentsUnknownError
from store.excerpts.passages import WORDS
from store.question import FindQuote, QuoteAnswer, Span


def said_at(episode: Episode, request: FindQuote, seconds: int) -> QuoteAnswer:
    """Return what is being said at a moment, or nearest to it where somebody's words are asked for.

    Raises MomentsUnknownError, MomentBeyondError and SpeakerUnknownError.
    """
    speaker = episode.speaker(request.speaker) if request.speaker else None
    if episode.end is None:
        raise MomentsUnknownError
    if seconds > episode.end:
        raise MomentBeyondError(seconds, episode.end)
    talk = [span for span in episode.sentences if not episode.is_faulty(span)]
    theirs = [span for span in talk if speaker in (None, episode.speaker_of(span))]
    if not theirs or request.skip:
        return QuoteAnswer(request, episode.facts, ())
    return QuoteAnswer(request, episode.facts, (episode.quote(_passage(episode, _nearest(episode, theirs, seconds))),))


def _nearest(episode: Episode, sentences: list[Span], seconds: int) -> Span:
    offset = episode.offset_at(seconds)
    at = bisect_right(sentences, offset, key=lambda span: span.start)
    return min(sentences[max(0, at - 1) : at + 1], key=lambda span: max(span.start - offset, offset - span.end, 0))


def _passage(episode: Episode, first: Span) -> Span:
    """Let the same speaker go on until the passage is as long as what a search finds."""
    turn = episode.turn_at(first.start).span
    end = first.end
    for sentence in episode.sentences_in(Span(first.start, turn.end)):
        if len(episode.text[first.start : end].split()) >= WORDS or episode.is_faulty(sentence):
            break
        end = sentence.end
    return Span(first.start, end)
