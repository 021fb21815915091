"""From a question to the passages that answer it."""

from collections.abc import Sequence

from store.bm25 import Bm25Index
from store.episode import Episode
from store.errors import QuestionBlankError
from store.passages import passages
from store.question import FindQuote, Quote, QuoteAnswer, Span
from store.stopwords import STOP
from store.words import stem, terms, words

CANDIDATES = 50
# The share of the question's weight, by IDF, that a passage must hold to be an answer.
COVERAGE = 0.5


class Searcher:
    """An episode's passages and their index."""

    def __init__(self, episode: Episode) -> None:
        """Build the index: some 0.1 s for an hour of speech."""
        self.episode = episode
        self.passages = passages(episode)
        self.index = Bm25Index([self._terms(span) for span in self.passages])
        self._rarest = max(self.index.idf.values(), default=1.0)

    def _terms(self, span: Span) -> list[str]:
        """Return a passage's terms: as heard, and the right spelling of each misheard name beside it."""
        meant = [term for place in self.episode.glossary.within(span) for term in terms(place.meant)]
        return terms(self.episode.spoken[span]) + meant

    def find(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages that answer, best first, none overlapping another; or the nearest, and what is missing.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        speaker = self.episode.speaker(request.speaker) if request.speaker else None
        query = content(request.about or "")
        if not query:
            raise QuestionBlankError
        ids, scores = self.index.top(list(query), CANDIDATES)
        ranked = [
            (self.passages[at], float(score))
            for at, score in zip(ids, scores, strict=True)
            if speaker is None or self.episode.speaker_of(self.passages[at]) == speaker
        ]
        found = [(span, score) for span, score in ranked if self._coverage(span, query) >= COVERAGE]
        quotes = self._apart(found, query, request.limit)
        nearest = None if quotes or not ranked else self._quote(*ranked[0], query)
        return QuoteAnswer(request, self.episode.facts, quotes, nearest, self._missing(request.about))

    def _coverage(self, span: Span, query: Sequence[str]) -> float:
        held = set(self._terms(span))
        weights = {term: self.index.idf.get(term, self._rarest) for term in query}
        whole = sum(weights.values())
        return sum(weight for term, weight in weights.items() if term in held) / whole if whole > 0 else 0.0

    def _apart(self, found: Sequence[tuple[Span, float]], query: Sequence[str], limit: int) -> tuple[Quote, ...]:
        quotes: list[Quote] = []
        for span, score in found:
            quote = self._quote(span, score, query)
            if len(quotes) < limit and not any(quote.span.overlap(other.span) for other in quotes):
                quotes.append(quote)
        return tuple(quotes)

    def _quote(self, span: Span, score: float, query: Sequence[str]) -> Quote:
        return self.episode.quote(self._trimmed(span, query), score)

    def _trimmed(self, span: Span, query: Sequence[str]) -> Span:
        """Cut a passage to the run of sentences from the first to the last that holds a word of the question."""
        wanted = set(query)
        holding = [sentence for sentence in self.episode.sentences_in(span) if wanted & set(self._terms(sentence))]
        return Span(holding[0].start, holding[-1].end) if holding else span

    def _missing(self, about: str) -> tuple[str, ...]:
        said = (word for word in words(about) if word.plain not in STOP)
        return tuple(dict.fromkeys(about[w.span.start : w.span.end] for w in said if stem(w.plain) not in self.index))


def content(about: str) -> tuple[str, ...]:
    """Return the terms of a question that say what it is about; all of them where none does."""
    said = [word.plain for word in words(about)]
    telling = [word for word in said if word not in STOP]
    return tuple(stem(word) for word in telling or said)
