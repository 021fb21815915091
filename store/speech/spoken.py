"""The spoken text of a transcript as one string, and the way between its characters and its lines."""

from bisect import bisect_right
from collections.abc import Sequence

from store.question import Span
from store.transcript import Line


class SpokenText:
    """All lines joined by single spaces. Every place in an episode is a `Span` of `text`."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """`lines` are in order of their numbers, which may have gaps."""
        self.lines = tuple(lines)
        self.text = " ".join(line.text for line in self.lines)
        self._starts: list[int] = []
        start = 0
        for line in self.lines:
            self._starts.append(start)
            start += len(line.text) + 1
        self._index = {line.number: index for index, line in enumerate(self.lines)}

    def __getitem__(self, span: Span) -> str:
        """Return the words of a span, verbatim."""
        return self.text[span.start : span.end]

    def __contains__(self, number: int) -> bool:
        """Tell whether anything is spoken in the line of this number."""
        return number in self._index

    @property
    def first(self) -> int:
        """The number of the first spoken line; 0 where there is none."""
        return self.lines[0].number if self.lines else 0

    @property
    def last(self) -> int:
        """The number of the last spoken line; 0 where there is none."""
        return self.lines[-1].number if self.lines else 0

    def line_at(self, offset: int) -> Line:
        """Return the line that holds a character; the space between two lines is the earlier one's."""
        return self.lines[self.index_at(offset)]

    def index_at(self, offset: int) -> int:
        """Return the position in `lines` of the one that holds a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def start_of(self, index: int) -> int:
        """Return where the line at a position in `lines` starts."""
        return self._starts[index]

    def lines_of(self, span: Span) -> tuple[int, int]:
        """Return the numbers of the first and last line that a span touches."""
        return self.line_at(span.start).number, self.line_at(max(span.start, span.end - 1)).number

    def span_of_line(self, number: int) -> Span:
        """Return where a line stands. Raises KeyError for a line in which nothing is spoken."""
        index = self._index[number]
        start = self._starts[index]
        return Span(start, start + len(self.lines[index].text))

    def span_of(self, first: int, last: int) -> Span:
        """Return where the lines from `first` to `last` stand, both included. Raises KeyError as above."""
        return Span(self.span_of_line(first).start, self.span_of_line(last).end)

    def find(self, words: str, first: int, last: int) -> Span | None:
        """Find words within the lines from `first` to `last`, to the letter."""
        within = self.span_of(first, last)
        start = self.text.find(words, within.start, within.end)
        return Span(start, start + len(words)) if start >= 0 else None
