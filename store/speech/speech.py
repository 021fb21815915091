"""What is said in an episode, as it can be told before anything is known of what it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from store.language.sentences import sentences
from store.notes import TurnNote
from store.question import Span
from store.speech.faults import faulty_lines
from store.speech.moments import Clock, Moment
from store.speech.spoken import SpokenText
from store.speech.turns import Turn, turns
from store.transcript import Transcript


class Speech:
    """The lines of a transcript as one text, in turns and sentences. Every place in it is a span of `text`."""

    def __init__(self, transcript: Transcript, noted: Sequence[TurnNote] = ()) -> None:
        """Join the lines by spaces; turns that are `noted` have to fit them."""
        self.transcript = transcript
        self.spoken = SpokenText(transcript.lines)
        self.text = self.spoken.text
        self.turns = tuple(turns(noted, self.spoken))
        language = transcript.header.language or "en"
        self.sentences = tuple(span for turn in self.turns for span in sentences(self.text, turn.span, language))
        self._clock = Clock(self.spoken, self.duration)
        self._turn_starts = [turn.span.start for turn in self.turns]
        self._sentence_starts = [span.start for span in self.sentences]

    @property
    def duration(self) -> float | None:
        """The recording's length in seconds."""
        return self.transcript.header.duration

    def turns_in(self, span: Span) -> tuple[Turn, ...]:
        """Return the parts of turns that lie in a span."""
        first = max(0, bisect_right(self._turn_starts, span.start) - 1)
        last = bisect_left(self._turn_starts, span.end)
        cut = (
            Turn(Span(max(turn.span.start, span.start), min(turn.span.end, span.end)), turn.speaker)
            for turn in self.turns[first:last]
        )
        return tuple(turn for turn in cut if len(turn.span) > 0)

    def turn_at(self, offset: int) -> Turn:
        """Return the turn that holds a character."""
        return self.turns[max(0, bisect_right(self._turn_starts, offset) - 1)]

    def speaker_of(self, span: Span) -> str | None:
        """Return who says most of a span."""
        said: dict[str | None, int] = {}
        for turn in self.turns_in(span):
            said[turn.speaker] = said.get(turn.speaker, 0) + len(turn.span)
        return max(said, key=said.__getitem__, default=None)

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that lie wholly in a span."""
        first = bisect_left(self._sentence_starts, span.start)
        last = bisect_left(self._sentence_starts, span.end)
        return tuple(sentence for sentence in self.sentences[first:last] if sentence.end <= span.end)

    def sentences_touching(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences of which a span has at least a character."""
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        last = bisect_left(self._sentence_starts, span.end)
        return tuple(sentence for sentence in self.sentences[first:last] if sentence.overlap(span))

    def lines_span(self, first: int, last: int) -> Span:
        """Return the whole sentences that the lines from `first` to `last` hold, or else the lines themselves."""
        span = self.spoken.span_of(first, last)
        inside = self.sentences_in(span)
        return Span(inside[0].start, inside[-1].end) if inside else span

    @cached_property
    def faults(self) -> tuple[Span, ...]:
        """Where the recogniser wrote what nobody said: repeats, music, thanks for watching."""
        return tuple(self.spoken.span_of_line(number) for number in sorted(faulty_lines(self.transcript.lines)))

    def is_faulty(self, span: Span) -> bool:
        """Tell whether any of a span is the recogniser's fault. It stays in the transcript, and out of answers."""
        at = bisect_left(self.faults, span.end, key=lambda fault: fault.start)
        return at > 0 and self.faults[at - 1].end > span.start

    @property
    def end(self) -> float | None:
        """The last moment of the recording, in seconds, as well as is known; None where no moment is."""
        return self._clock.end

    def moment_of(self, span: Span) -> Moment:
        """Return when a span was said."""
        return self._clock.of(span)

    def offset_at(self, seconds: float) -> int:
        """Return the character that was being said at a moment."""
        return self._clock.offset_at(seconds)
