"""Names that the recogniser misheard: heard -> meant, and back."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.notes import NameNote
from store.question import Correction, Span
from store.speech.spoken import SpokenText
from store.words import words


@dataclass(frozen=True, slots=True)
class Misheard:
    """One place where a name is misheard."""

    span: Span
    heard: str
    meant: str


class Glossary:
    """Every misheard place of an episode, in order."""

    def __init__(self, names: Sequence[NameNote], spoken: SpokenText) -> None:
        """`names` are those of the show notes."""
        self.names = tuple(names)
        self._spoken = spoken
        self.misheard = tuple(_places(self.names, spoken))
        self._starts = [place.span.start for place in self.misheard]
        self._meant = {
            tuple(word.plain for word in words(heard)): note.meant
            for note in self.names
            if not note.lines
            for heard in note.heard
        }

    def within(self, span: Span) -> tuple[Misheard, ...]:
        """Return the misheard places that lie wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(place for place in self.misheard[first:last] if place.span.end <= span.end)

    def display(self, span: Span) -> str:
        """Return the words of a span with its misheard names put right."""
        parts, at = [], span.start
        for place in self.within(span):
            parts += [self._spoken[Span(at, place.span.start)], place.meant]
            at = place.span.end
        return "".join([*parts, self._spoken[Span(at, span.end)]])

    def corrections(self, span: Span) -> tuple[Correction, ...]:
        """List what `display` changes."""
        return tuple(
            Correction(place.heard, place.meant, self._spoken.line_at(place.span.start).number)
            for place in self.within(span)
        )

    def put_right(self, text: str) -> list[tuple[str, str]]:
        """Return the words of somebody's text, as written and plain, with misheard names put right."""
        said = [(text[word.span.start : word.span.end], word.plain) for word in words(text)]
        right: list[tuple[str, str]] = []
        at = 0
        while at < len(said):
            length = self._length_of_misheard([plain for _, plain in said[at:]])
            if length:
                meant = self._meant[tuple(plain for _, plain in said[at : at + length])]
                right += [(meant[word.span.start : word.span.end], word.plain) for word in words(meant)]
            else:
                right.append(said[at])
            at += length or 1
        return right

    def _length_of_misheard(self, said: Sequence[str]) -> int:
        """Count the words with which a misheard name begins a text; 0 where none does."""
        return max((len(heard) for heard in self._meant if tuple(said[: len(heard)]) == heard), default=0)


def occurrences(heard: str, spoken: SpokenText) -> Iterable[Span]:
    """Find the places where words stand as whole words, to the letter; they may run over a line's end."""
    for match in re.finditer(rf"(?<!\w){re.escape(heard)}(?!\w)", spoken.text):
        yield Span(*match.span())


def _places(names: Iterable[NameNote], spoken: SpokenText) -> list[Misheard]:
    found = [
        Misheard(span, heard, note.meant)
        for note in names
        for heard in note.heard
        for span in occurrences(heard, spoken)
        if not note.lines or spoken.line_at(span.start).number in note.lines
    ]
    # Of two that overlap the longer is meant: "Teka Hema-Linen" before "Linen".
    found.sort(key=lambda place: (place.span.start, -len(place.span)))
    apart: list[Misheard] = []
    for place in found:
        if not apart or place.span.start >= apart[-1].span.end:
            apart.append(place)
    return apart
