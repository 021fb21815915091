"""From a question to the passages that answer it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from store.bm25 import Bm25Index
from store.episode import Episode
from store.errors import QuestionBlankError
from store.passages import aside_passages, passages
from store.query import Query, parse
from store.question import FindQuote, Quote, QuoteAnswer, Span
from store.topics import Pointer, TopicIndex
from store.trimming import trimmed
from store.vocabulary import Vocabulary
from store.wording import Wording
from store.words import plain, terms, words

# How many passages by BM25, and how many entries of the editor's index, are looked at more closely.
CANDIDATES = 60
ENTRIES = 10
# What each kind of evidence counts beside the passage's own BM25 score.
PHRASE_WEIGHT = 0.7
TOPIC_WEIGHT = 0.6
COVERAGE_WEIGHT = 12.0
CHAPTER_WEIGHT = 0.07
# A guess at a misspelt word that the usual thresholds do not allow has to explain this much of the question.
BOLD_SHARE = 0.8
# Words this near to one another, in order, count as a phrase.
PHRASE_REACH = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage, the evidence that it answers, and the share of the question's words that it covers."""

    span: Span
    score: float
    coverage: float
    pointer: Pointer | None


class Searcher:
    """An episode's passages, its editor's index, and all words that a question may use."""

    def __init__(self, episode: Episode) -> None:
        """Build the indexes: some 0.2 s for an hour of speech."""
        self.episode = episode
        talk = passages(episode)
        self.passages = tuple(sorted({*talk, *aside_passages(episode)}, key=lambda span: span.start))
        self.sentence_terms = {span: self._terms(span) for span in episode.sentences}
        documents = [self._passage_terms(span) for span in self.passages]
        self._documents = [frozenset(document) for document in documents]
        self._positions = [_positions(document) for document in documents]
        # Announcements and credits are no part of the talk: only the editor's index leads to them.
        indexed = frozenset(talk)
        self.index = Bm25Index(
            [document if span in indexed else [] for span, document in zip(self.passages, documents, strict=True)]
        )
        self.topics = TopicIndex(episode, self.passages)
        self._chapters = [frozenset(terms(f"{chapter.title} {chapter.gist}")) for chapter in episode.chapters]
        self._chapter_of = [episode.chapter_index(span.start) for span in self.passages]
        self.vocabulary = Vocabulary(word.plain for text in self._texts() for word in words(text))
        self._speakers = frozenset(part for name in episode.speakers for part in plain(name).split())

    @cached_property
    def wording(self) -> Wording:
        """The words of the episode in their right spelling, one by one."""
        return Wording(self.episode)

    def find(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages that answer, best first, none overlapping another; or the nearest, and what is missing.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        speaker = self.episode.speaker(request.speaker) if request.speaker else None
        query = self.parse(request.about or "")
        if not query.terms:
            raise QuestionBlankError
        ranked = self.rank(query, speaker)
        quotes = self._answers(ranked, query, request.limit)
        if not quotes and query.missing:
            bold = self.parse(request.about or "", bold=True)
            guessed = self.rank(bold, speaker)
            if guessed and guessed[0].coverage >= BOLD_SHARE:
                quotes, query = self._answers(guessed, bold, request.limit), bold
        nearest = None if quotes or not ranked else self._quote(ranked[0], query)
        return QuoteAnswer(request, self.episode.facts, quotes, nearest, query.missing, query.changed)

    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words of this episode."""
        return parse(about, self.vocabulary, self._speakers, self.episode.glossary.put_right, bold=bold)

    def closest(self, text: str) -> Quote | None:
        """Return what comes nearest to a text in its own words; None where it shares not one that tells anything."""
        query = self.parse(text)
        wanted = frozenset(query.index_terms)
        shared = (one for one in self.rank(query, None) if wanted & frozenset(self._passage_terms(one.span)))
        nearest = next(shared, None)
        return self._quote(nearest, query) if nearest else None

    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""
        pointers = self.topics.pointers(query.index_terms, ENTRIES)
        scores = self.index.scores(query.index_terms)
        by_text = (int(at) for at in self.index.top(query.index_terms, CANDIDATES)[0])
        ranked = [
            self._weigh(at, float(scores[at]), query, pointers.get(at, ()))
            for at in {*by_text, *pointers}
            if speaker is None or self.episode.speaker_of(self.passages[at]) == speaker
        ]
        return sorted(ranked, key=lambda one: (-one.score, one.span.start))

    def _weigh(self, at: int, score: float, query: Query, pointers: Sequence[Pointer]) -> Ranked:
        span, held = self.passages[at], self._documents[at]
        pointer = pointers[0] if pointers else None
        coverage = max((query.share(held | one.terms) for one in pointers), default=query.share(held))
        evidence = (
            score
            + PHRASE_WEIGHT * self._phrases(at, query.index_terms)
            + (TOPIC_WEIGHT * pointer.score if pointer else 0.0)
            + COVERAGE_WEIGHT * coverage
            + CHAPTER_WEIGHT * self._chapter_score(at, query)
        )
        return Ranked(span, evidence, coverage, pointer)

    def _phrases(self, at: int, query: Sequence[str]) -> float:
        """Sum the weights of the question's neighbouring words that are neighbours, in order, here too."""
        positions, gained = self._positions[at], 0.0
        for one, other in pairwise(query):
            if any(0 < b - a <= PHRASE_REACH for a in positions.get(one, ()) for b in positions.get(other, ())):
                gained += self.index.idf.get(one, 0.0) + self.index.idf.get(other, 0.0)
        return gained

    def _chapter_score(self, at: int, query: Query) -> float:
        chapter = self._chapter_of[at]
        return query.share(self._chapters[chapter]) * query.weight if chapter is not None else 0.0

    def _answers(self, ranked: Sequence[Ranked], query: Query, limit: int) -> tuple[Quote, ...]:
        """Return the best that hold enough of the question, none overlapping another; none for a name never said."""
        quotes: list[Quote] = []
        for one in ranked if not query.absent_names else ():
            if len(quotes) == limit:
                break
            if one.coverage < query.threshold or any(2 * one.span.overlap(q.span) > len(q.span) for q in quotes):
                continue
            quote = self._quote(one, query)
            if not any(quote.span.overlap(other.span) for other in quotes):
                quotes.append(quote)
        return tuple(quotes)

    def _quote(self, ranked: Ranked, query: Query) -> Quote:
        span = trimmed(self, ranked.span, ranked.pointer.span if ranked.pointer else None, query)
        return self.episode.quote(span, round(ranked.score, 4))

    def _passage_terms(self, span: Span) -> list[str]:
        return [term for sentence in self.episode.sentences_in(span) for term in self.sentence_terms[sentence]]

    def _terms(self, span: Span) -> list[str]:
        """Return a sentence's terms: misheard names put right, and beside them as they were heard."""
        heard = [term for place in self.episode.glossary.within(span) for term in terms(place.heard)]
        return terms(self.episode.glossary.display(span)) + heard

    def _texts(self) -> Iterator[str]:
        """Give all that a question's words may come from."""
        notes = self.episode.notes
        yield self.episode.text
        yield self.episode.glossary.display(Span(0, len(self.episode.text)))
        for topic in notes.topics:
            yield from (topic.heading, *topic.also)
        for chapter in notes.chapters:
            yield from (chapter.title, chapter.gist)


def _positions(document: Sequence[str]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, term in enumerate(document):
        positions.setdefault(term, []).append(position)
    return positions
