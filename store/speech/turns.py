"""Who speaks from where to where."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from store.notes import TurnNote
from store.question import Span
from store.speech.spoken import SpokenText


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch in which one person speaks; None where nobody knows who."""

    span: Span
    speaker: str | None


def turns(noted: Sequence[TurnNote], spoken: SpokenText) -> list[Turn]:
    """Lay noted turns over the text; without them, those that the file itself names."""
    if not noted:
        return _turns_of_lines(spoken)
    starts: list[tuple[int, str | None]] = [(0, None)]
    for note in noted:
        at = spoken.find(note.at, note.line, note.line) if note.at else None
        starts.append(((at or spoken.span_of_line(note.line)).start, note.speaker or None))
    return [
        Turn(_stripped(spoken.text, Span(start, end)), speaker)
        for (start, speaker), (end, _) in pairwise([*starts, (len(spoken.text), None)])
        if end > start
    ]


def _turns_of_lines(spoken: SpokenText) -> list[Turn]:
    found = []
    for speaker, group in groupby(spoken.lines, key=lambda line: line.speaker):
        lines = list(group)
        found.append(Turn(spoken.span_of(lines[0].number, lines[-1].number), speaker))
    return found


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
