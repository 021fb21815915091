"""The words of an episode in their right spelling, each with the place where it was said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from store.episode import Episode
from store.language.lexicon import is_ordinary
from store.names import Glossary
from store.question import Span
from store.searching.vocabulary import Vocabulary
from store.words import Word, words

Ids = NDArray[np.int64]
UNSAID = -1


class Wording:
    """What was said, word by word: misheard names by what was meant, every spelling of a name the same.

    `ids` count a word and its possessive as one, `whole_ids` tell "it's" from "it".
    """

    def __init__(self, episode: Episode, glossary: Glossary | None = None) -> None:
        """Go through all the words once; what was misheard is the episode's to know, or that of another glossary."""
        self.episode = episode
        self.words: tuple[Word, ...] = tuple(_right_words(episode, glossary or episode.glossary))
        plain = [word.plain for word in self.words]
        self.whole: tuple[str, ...] = tuple(whole(episode.spoken[word.span], word.plain) for word in self.words)
        self._number = {word: number for number, word in enumerate(dict.fromkeys([*plain, *self.whole]))}
        self.ids: Ids = self.numbers(plain)
        self.whole_ids: Ids = self.numbers(self.whole)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words that were said."""
        return Vocabulary(word.plain for word in self.words)

    @cached_property
    def as_heard(self) -> "Wording":
        """The same, but for what was misheard in some lines only: who writes "trading water" quotes the transcript."""
        everywhere = [note for note in self.episode.notes.names if not note.lines]
        if len(everywhere) == len(self.episode.notes.names):
            return self
        return Wording(self.episode, Glossary(everywhere, self.episode.spoken))

    def written(self, word: str) -> str:
        """Return how the episode writes a plain word that it has, such as a name with its capital; else the word."""
        place = next((one.span for one in self.words if one.plain == word), None)
        shown = self.episode.glossary.display(place) if place else ""
        return next((shown[one.span.start : one.span.end] for one in words(shown) if one.plain == word), word)

    def taken(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words of somebody's text as they stand in it, and in the spelling of this episode.

        Misheard names are put right, and a name that the language does not know is taken for the nearest one said.
        """
        right = self.episode.glossary.put_right(text)
        return tuple(shown for shown, _ in right), tuple(self._name(plain) for _, plain in right)

    def numbers(self, said: Sequence[str]) -> Ids:
        """Return the numbers of plain words; UNSAID for those that nobody says."""
        return np.array([self._number.get(word, UNSAID) for word in said], np.int64)

    def span(self, first: int, last: int) -> Span:
        """Return where the words from position `first` to `last`, the last excluded, stand in the text."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def _name(self, word: str) -> str:
        if word in self._number or is_ordinary(word):
            return word
        return self.vocabulary.nearest(word) or word


def whole(written: str, plain: str) -> str:
    """Return a plain word with the "'s" that it is written with: "it's" is not "it"; but a name's is a possessive."""
    return f"{plain}'s" if written.lower().endswith(("'s", "\u2019s")) and is_ordinary(plain) else plain


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of text and what to read in its place, where that is not what stands there."""

    span: Span
    meant: str | None = None


def _right_words(episode: Episode, glossary: Glossary) -> Iterator[Word]:
    for stretch in _stretches(episode, glossary):
        if stretch.meant is None:
            yield from words(episode.spoken[stretch.span], stretch.span.start)
        else:
            yield from (Word(stretch.span, word.plain) for word in words(stretch.meant))


def _stretches(episode: Episode, glossary: Glossary) -> Iterator[_Stretch]:
    at = 0
    for place in glossary.misheard:
        # A possessive belongs to the name, so that "Pergozhin's" is one word here as everywhere.
        end = place.span.end + (2 if episode.text[place.span.end : place.span.end + 2] in ("'s", "\u2019s") else 0)
        yield _Stretch(Span(at, place.span.start))
        yield _Stretch(Span(place.span.start, end), place.meant)
        at = end
    yield _Stretch(Span(at, len(episode.text)))
