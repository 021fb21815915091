"""The text of all episodes laid end to end, read from columns: its sentences, and what a quote of some would say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from store.archive.cache import Array, Stored
from store.archive.compiled import NOBODY
from store.episode import WHOLLY
from store.question import Correction, EpisodeFacts, Quote, Span
from store.speech.moments import Moment, link
from store.speech.turns import Turn


class Pages:
    """All that is said, read as one episode is. Spans count the characters of all texts before, too."""

    def __init__(self, stored: Stored, facts: Sequence[EpisodeFacts]) -> None:
        """Take what `assemble` has made; `facts` are those of the episodes in their order."""
        self._said, self._arrays, self._facts = stored.said, stored.arrays, facts
        self.starts, self._ends = self._arrays["spans"].T
        self._corrections: dict[int, list[Correction]] = {}
        for row, *correction in self._said["corrections"]:
            self._corrections.setdefault(row, []).append(Correction(*correction))

    @property
    def episode(self) -> "Pages":
        """The text, as the trimming of passages asks for it."""
        return self

    @property
    def spoken(self) -> "Pages":
        """The words, by their place."""
        return self

    @cached_property
    def sentence_terms(self) -> "SentenceTerms":
        """The terms of each sentence, by its place."""
        return SentenceTerms(self)

    @property
    def end(self) -> int:
        """How many characters there are, those between texts included."""
        return int(self._ends[-1]) + 1 if len(self._ends) else 0

    def __getitem__(self, span: Span) -> str:
        """Return the words of a span that begins and ends with a sentence, verbatim."""
        first, last = self.rows(span)
        start, end = self._arrays["bytes"][first, 0], self._arrays["bytes"][last, 1]
        return self._arrays["text"][start:end].tobytes().decode("utf-8", "surrogatepass")

    def rows(self, span: Span) -> tuple[int, int]:
        """Return the first and the last sentence of a span that begins and ends with one."""
        return int(self.starts.searchsorted(span.start)), int(self._ends.searchsorted(span.end))

    def span(self, first: int, last: int) -> Span:
        """Return where some sentences stand."""
        return Span(int(self.starts[first]), int(self._ends[last]))

    def terms(self, first: int, last: int) -> list[str]:
        """Return the terms of some sentences, in order."""
        texts, ends = self._said["terms"], self._arrays["term_ends"]
        numbers = self._arrays["terms"][ends[first - 1] if first else 0 : ends[last]]
        return [texts[number] for number in numbers.tolist()]

    def spans(self, first: Array, last: Array) -> Iterator[Span]:
        """Give where several runs of sentences stand."""
        return map(Span, self.starts[first].tolist(), self._ends[last].tolist())

    def occurrences(self, first: Array, last: Array, numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Give where terms of these numbers stand in several runs of sentences: which run, where in it, which term."""
        ends = self._arrays["term_ends"]
        starts = np.where(first > 0, ends[first - 1], 0)
        lengths = ends[last] - starts
        runs = np.repeat(np.arange(len(first)), lengths)
        places = np.arange(len(runs)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        terms = self._arrays["terms"][starts[runs] + places]
        found = np.isin(terms, numbers)
        return zip(runs[found].tolist(), places[found].tolist(), terms[found].tolist(), strict=True)

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that lie wholly in a span."""
        first = self.starts.searchsorted(span.start)
        return self._spans(int(first), int(self._ends.searchsorted(span.end, side="right")))

    def sentences_touching(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences of which a span has at least a character."""
        first = self._ends.searchsorted(span.start, side="right")
        return self._spans(int(first), int(self.starts.searchsorted(span.end)))

    def speaker_of(self, span: Span) -> str | None:
        """Return who says the sentence with which a span begins: passages hold one person's only."""
        return self._text("speakers", int(self._arrays["speaker"][self._row_at(span.start)]))

    def turn_at(self, offset: int) -> Turn:
        """Return the turn that holds a character."""
        turns, row = self._arrays["turn"], self._row_at(offset)
        first, after = (int(turns.searchsorted(turns[row], side=side)) for side in ("left", "right"))
        return Turn(self.span(first, after - 1), self._text("speakers", int(self._arrays["speaker"][row])))

    def is_aside(self, span: Span) -> bool:
        """Tell whether a span is an announcement or credits, in part or whole."""
        first = int(self._ends.searchsorted(span.start, side="right"))
        return bool(self._arrays["aside"][first : int(self.starts.searchsorted(span.end))].any())

    def episode_at(self, offset: int) -> int:
        """Return the number of the episode that holds a character."""
        return bisect_right(self._said["bases"], offset) - 1

    def episodes_at(self, offsets: Array) -> Array:
        """Return the numbers of the episodes that hold some characters."""
        return np.searchsorted(self._said["bases"], offsets, side="right") - 1

    def quote(self, span: Span, score: float) -> Quote:
        """Return what was said in a run of sentences, as `Episode.quote` does: placed by the episode's own text."""
        number = self.episode_at(span.start)
        facts, base = self._facts[number], self._said["bases"][number]
        own = Span(span.start - base, span.end - base)
        voiced = [(own.overlap(Span(*place)), voice) for *place, voice in self._said["voiced"][number]]
        first, last = self.rows(span)
        start, error = (float(self._arrays[name][first]) for name in ("moment", "error"))
        estimated = bool(self._arrays["estimated"][first])
        moment = Moment(None if np.isnan(start) else start, estimated, None if np.isnan(error) else error)
        corrections = [one for row in range(first, last + 1) for one in self._corrections.get(row, ())]
        voices = dict.fromkeys(voice for overlap, voice in voiced if overlap)
        return Quote(
            episode=facts.id,
            text=self[span],
            display=_corrected(self[span], corrections),
            span=own,
            lines=(int(self._arrays["lines"][first, 0]), int(self._arrays["lines"][last, 1])),
            speaker=self.speaker_of(span),
            voice="; ".join(voices) or None,
            voiced_in_part=0 < sum(overlap for overlap, _ in voiced) / max(1, len(own)) < WHOLLY,
            start=moment.start,
            estimated=moment.estimated,
            error=moment.error,
            url=link(facts.url, moment),
            corrections=tuple(corrections),
            score=score,
        )

    def _spans(self, first: int, last: int) -> tuple[Span, ...]:
        return tuple(map(Span, self.starts[first:last].tolist(), self._ends[first:last].tolist()))

    def _row_at(self, offset: int) -> int:
        return max(0, int(self.starts.searchsorted(offset, side="right")) - 1)

    def _text(self, table: str, number: int) -> str | None:
        return None if number == NOBODY else str(self._said[table][number])


class SentenceTerms:
    """The index terms of each sentence of all episodes."""

    def __init__(self, pages: Pages) -> None:
        """Read from the pages."""
        self._pages = pages

    def __getitem__(self, sentence: Span) -> list[str]:
        """Return the terms of one, in order."""
        return self._pages.terms(*self._pages.rows(sentence))


def _corrected(text: str, corrections: list[Correction]) -> str:
    """Put misheard names right, one after the other."""
    parts, at = [], 0
    for correction in corrections:
        place = text.find(correction.heard, at)
        if place >= 0:
            parts += [text[at:place], correction.meant]
            at = place + len(correction.heard)
    return "".join([*parts, text[at:]])
