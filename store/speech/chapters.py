"""The chapters of an episode, by their numbers and by their places."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from store.errors import ChapterUnknownError
from store.notes import ChapterNote
from store.question import ChapterFacts, Span
from store.speech.moments import Moment
from store.speech.segmentation import Segment
from store.speech.speech import Speech


class Chapters:
    """Chapters in their order. They hold all of the text but what may stand before the first."""

    def __init__(self, speech: Speech, segments: Sequence[Segment]) -> None:
        """Lay `segments` over the speech that they are of."""
        self._speech, self._segments = speech, segments
        self.spans = tuple(segment.span for segment in segments)
        self._starts = [span.start for span in self.spans]

    @cached_property
    def facts(self) -> tuple[ChapterFacts, ...]:
        """The chapters, numbered from 1."""
        return tuple(self._facts_of(number, segment) for number, segment in enumerate(self._segments, start=1))

    def _facts_of(self, number: int, segment: Segment) -> ChapterFacts:
        moment = self._speech.moment_of(segment.span) if segment.start is None else Moment(segment.start)
        return ChapterFacts(
            number,
            segment.title,
            segment.gist,
            self._speech.spoken.lines_of(segment.span),
            moment.start,
            moment.estimated,
            segment.automatic,
        )

    def numbered(self, number: int) -> tuple[ChapterFacts, Span]:
        """Return a chapter and where it stands. Raises ChapterUnknownError."""
        if not 1 <= number <= len(self.facts):
            raise ChapterUnknownError(str(number), len(self.facts))
        return self.facts[number - 1], self.spans[number - 1]

    def index(self, offset: int) -> int | None:
        """Return the position of the chapter that holds a character; None where there is none."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 else None

    def span_at(self, offset: int) -> Span:
        """Return where the chapter stands that holds a character, or what stands before the first.

        The whole text where there are no chapters.
        """
        at = self.index(offset)
        if at is not None:
            return self.spans[at]
        return Span(0, self._starts[0] if self._starts else len(self._speech.text))


def noted_segments(speech: Speech, notes: Sequence[ChapterNote]) -> tuple[Segment, ...]:
    """Return the chapters that show notes set, each from the beginning of its line."""
    starts = [speech.spoken.span_of_line(note.line).start for note in notes]
    return tuple(
        Segment(Span(start, end), note.title, automatic=False, gist=note.gist)
        for note, (start, end) in zip(notes, pairwise([*starts, len(speech.text)]), strict=True)
    )
