"""Cut a passage to the sentences that answer, so that they can be read on their own."""

from typing import Protocol

from store.excerpts.standalone import leans
from store.question import Span
from store.searching.query import Query
from store.speech.turns import Turn

LONGEST = 5
# Sentences that a question is answered in.
ANSWER = 3
# Characters of a sentence that says nothing by itself.
SCRAP = 12
# Characters that say something.
ENOUGH = 60
# Characters of a sentence that may be taken in for the sake of the next alone.
SHORT = 200
# What a sentence costs that holds none of the question's words, as a share of what the question tells.
COST = 0.08
# What it is worth to hold all of the place that the editor's index points at, on the same scale.
POINTED = 1.6


class Text(Protocol):
    """What is said, and its sentences: an episode, or all of them laid end to end."""

    @property
    def spoken(self) -> "Words":
        """The words, by their place."""

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that lie wholly in a span."""

    def sentences_touching(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences of which a span has at least a character."""

    def speaker_of(self, span: Span) -> str | None:
        """Return who says most of a span."""

    def turn_at(self, offset: int) -> Turn:
        """Return the turn that holds a character."""

    def is_aside(self, span: Span) -> bool:
        """Tell whether a span is an announcement or credits, in part or whole."""


class Words(Protocol):
    """Words by their place."""

    def __getitem__(self, span: Span, /) -> str:
        """Return the words of a span, verbatim."""


class Terms(Protocol):
    """The index terms of each sentence."""

    def __getitem__(self, sentence: Span, /) -> list[str]:
        """Return the terms of one, in order."""


class Sentences(Protocol):
    """A text and the index terms of its sentences."""

    @property
    def episode(self) -> Text:
        """The text."""

    @property
    def sentence_terms(self) -> Terms:
        """The terms."""


def trimmed(source: Sentences, passage: Span, pointed: Span | None, query: Query) -> Span:
    """Return one to five whole sentences of a passage: those that hold most of the question in fewest sentences.

    `pointed` is where the editor's index points: its sentences count although they share no word. A run that begins
    by leaning on what came before takes in one sentence more, where the speaker stays the same.
    """
    sentences = source.episode.sentences_in(_wide(source.episode, passage, pointed))
    said = [query.wanted.intersection(source.sentence_terms[sentence]) for sentence in sentences]
    inside = [len(sentence) if pointed and pointed.holds(sentence) else 0 for sentence in sentences]
    runs = [
        (first, last, query.share(frozenset().union(*said[first:last])))
        for first in range(len(sentences))
        for last in range(first + 1, min(len(sentences), first + LONGEST) + 1)
    ]
    if not runs:
        return passage
    # What the passage says in the question's own words need not be pointed at.
    unsaid = 1 - max(share for _, _, share in runs)

    def worth(run: tuple[int, int, float]) -> float:
        first, last, share = run
        held = sum(inside[first:last]) / len(pointed) if pointed else 0.0
        return share + POINTED * unsaid * held - COST * (last - first)

    first, last, _ = max(runs, key=worth)
    span = _long_enough(source.episode, Span(sentences[first].start, sentences[last - 1].end))
    return _leaning_back(source.episode, _answered(source.episode, span))


def _wide(episode: Text, passage: Span, pointed: Span | None) -> Span:
    """Return the passage with the place that is pointed at, as far as the same person speaks there."""
    if pointed is None or episode.is_aside(passage) != episode.is_aside(pointed):
        return passage
    turn = episode.turn_at(passage.start).span
    return Span(max(turn.start, min(passage.start, pointed.start)), min(turn.end, max(passage.end, pointed.end)))


def _long_enough(episode: Text, span: Span) -> Span:
    """Take in the next sentence of the same speaker, where what there is says little."""
    if len(span) >= ENOUGH:
        return span
    after = episode.sentences_in(Span(span.end, episode.turn_at(span.start).span.end))[:1]
    return Span(span.start, after[0].end) if after and episode.is_aside(after[0]) == episode.is_aside(span) else span


def _answered(episode: Text, span: Span) -> Span:
    """Take in the answer to a question that ends a passage, where the same person gives it."""
    inside = episode.sentences_in(span)
    # "Why didn't he smoke this guy? Prigozhin." still asks: a name alone answers nothing.
    told = [sentence for sentence in inside if len(sentence) > SCRAP]
    if not told or not episode.spoken[told[-1]].endswith("?"):
        return span
    rest = episode.sentences_in(Span(span.end, episode.turn_at(span.start).span.end))
    answer = rest[: max(0, min(ANSWER, LONGEST - len(inside)))]
    return Span(span.start, answer[-1].end) if answer and not episode.is_aside(answer[-1]) else span


def _leaning_back(episode: Text, span: Span) -> Span:
    inside = episode.sentences_in(span)
    if len(inside) >= LONGEST or not leans(episode.spoken[span]):
        return span
    wider = episode.sentences_touching(Span(max(0, span.start - 2), span.end))
    before = wider[0] if wider else span
    if len(before) > SHORT or episode.speaker_of(before) != episode.speaker_of(span) or episode.is_aside(before):
        return span
    return Span(min(before.start, span.start), span.end)
