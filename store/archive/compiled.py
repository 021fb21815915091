"""An episode compiled: the columns that a search and its quotes need, so that nothing has to be opened for them.

A row of `sentences` columns is a sentence and what a quote of it would say; a passage is a run of sentences; postings
are triples of term, passage and count, by term. Texts that many rows share stand in tables of `said`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from store.archive.cache import Array, Stored
from store.episode import Episode
from store.question import EpisodeFacts, Quote, Span
from store.search import Searcher
from store.words import plain_words

NOBODY = -1
_FACTS = TypeAdapter(EpisodeFacts)
_KIND, _FOLLOWS = 0b11000000, 0b10000000


class Table:
    """Texts by number, each once."""

    def __init__(self) -> None:
        """Begin empty."""
        self._numbers: dict[str, int] = {}

    def number(self, text: str | None) -> int:
        """Return the number of a text, a new one for a new text; NOBODY for None."""
        return NOBODY if text is None else self._numbers.setdefault(text, len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All texts, by number."""
        return list(self._numbers)


def compile_episode(searcher: Searcher) -> Stored:
    """Put an episode into columns."""
    episode, vocabulary = searcher.episode, Table()
    terms = [[vocabulary.number(term) for term in searcher.sentence_terms[span]] for span in episode.sentences]
    first = _places(searcher.passages, [span.start for span in episode.sentences], [s.start for s in searcher.passages])
    last = _places(searcher.passages, [span.end for span in episode.sentences], [s.end for s in searcher.passages])
    quotes, speakers = [episode.quote(span) for span in episode.sentences], Table()
    arrays: dict[str, Array] = {
        "text": np.frombuffer(_encoded(episode.text), np.uint8),
        **_sentence_columns(episode, quotes, speakers),
        "term_ends": np.cumsum([len(row) for row in terms], dtype=np.int64),
        "terms": np.array([term for row in terms for term in row], np.int32),
        "first": first,
        "last": last,
        **_postings(searcher, terms, first, last),
    }
    said = _said(searcher, quotes) | {"terms": vocabulary.texts, "speakers": speakers.texts}
    return Stored(said, arrays)


def sentence_terms(episode: Episode, compiled: Stored) -> dict[Span, list[str]]:
    """Return the terms of each sentence, as a Searcher takes them."""
    texts, numbers = compiled.said["terms"], compiled.arrays["terms"].tolist()
    ends = compiled.arrays["term_ends"].tolist()
    starts = [0, *ends[:-1]]
    return {
        span: [texts[number] for number in numbers[start:end]]
        for span, start, end in zip(episode.sentences, starts, ends, strict=True)
    }


def facts_said(facts: EpisodeFacts) -> dict[str, Any]:
    """Return an episode's facts as JSON keeps them."""
    said: dict[str, Any] = _FACTS.dump_python(facts, mode="json")
    return said


def facts_from(said: dict[str, Any]) -> EpisodeFacts:
    """Make an episode's facts of what JSON keeps of them."""
    return _FACTS.validate_python(said)


def _said(searcher: Searcher, quotes: Sequence[Quote]) -> dict[str, Any]:
    episode = searcher.episode
    counts = Counter(word for text in searcher.texts() for word in plain_words(text))
    return {
        "facts": facts_said(episode.facts),
        "words": list(counts),
        "counts": list(counts.values()),
        "names": sorted(searcher.names),
        "spellings": searcher.spellings,
        "topics": [
            [document, [[span.start, span.end, list(at)] for span, at in entry.places]]
            for document, entry in zip(searcher.topics.documents, searcher.topics.entries, strict=True)
        ],
        "voiced": [[span.start, span.end, voice] for span, voice in episode.voiced],
        "corrections": [
            [row, correction.heard, correction.meant, correction.line]
            for row, quote in enumerate(quotes)
            for correction in quote.corrections
        ],
    }


def _sentence_columns(episode: Episode, quotes: Sequence[Quote], speakers: Table) -> dict[str, Array]:
    at = _byte_offsets(episode.text)
    spans = np.array([[quote.span.start, quote.span.end] for quote in quotes], np.int64).reshape(-1, 2)
    turns = {turn.span: number for number, turn in enumerate(episode.turns)}
    return {
        "spans": spans,
        "bytes": at[spans],
        "lines": np.array([quote.lines for quote in quotes], np.int32).reshape(-1, 2),
        "moment": np.array([np.nan if quote.start is None else quote.start for quote in quotes], np.float64),
        "error": np.array([np.nan if quote.error is None else quote.error for quote in quotes], np.float64),
        "estimated": np.array([quote.estimated for quote in quotes], np.bool_),
        "aside": np.array([episode.is_aside(quote.span) for quote in quotes], np.bool_),
        "turn": np.array([turns[episode.turn_at(quote.span.start).span] for quote in quotes], np.int32),
        "speaker": np.array([speakers.number(quote.speaker) for quote in quotes], np.int32),
    }


def _postings(searcher: Searcher, terms: Sequence[Sequence[int]], first: Array, last: Array) -> dict[str, Array]:
    numbers = np.array([term for row in terms for term in row], np.int32)
    ends = np.cumsum([0, *map(len, terms)])
    talk = [at for at, span in enumerate(searcher.passages) if span in searcher.talk]
    held = [np.unique(numbers[ends[first[at]] : ends[last[at] + 1]], return_counts=True) for at in talk]
    found = np.concatenate([np.empty(0, np.int32), *(found for found, _ in held)])
    counts = np.concatenate([np.empty(0, np.int64), *(counts for _, counts in held)])
    passages = np.repeat(np.array(talk, np.int32), [len(found) for found, _ in held])
    by_term = np.argsort(found, kind="stable")
    return {
        "posting_terms": found[by_term],
        "posting_passages": passages[by_term],
        "posting_counts": np.minimum(counts[by_term], np.iinfo(np.uint16).max).astype(np.uint16),
        "lengths": np.bincount(passages, counts, len(searcher.passages)).astype(np.int32),
    }


def _places(passages: Sequence[Span], edges: Sequence[int], wanted: Sequence[int]) -> Array:
    """Return which sentence begins, or ends, where each passage does."""
    return np.searchsorted(edges, wanted).astype(np.int64) if passages else np.empty(0, np.int64)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _byte_offsets(text: str) -> Array:
    """Return where each character begins in UTF-8, and where the last one ends."""
    # In UTF-8 every byte begins a character that is not of the form 10xxxxxx.
    begins = (np.frombuffer(_encoded(text), np.uint8) & _KIND) != _FOLLOWS
    return np.append(np.flatnonzero(begins), len(begins))
