"""From a question to the passages of one episode that answer it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from store.bm25 import Bm25Index
from store.draft.people import people
from store.draft.spellings import clusters
from store.episode import Episode
from store.excerpts.passages import aside_passages, passages
from store.question import FindQuote, Quote, QuoteAnswer, Span
from store.searching.finding import Candidate, Finder, Found, Ranked, positions
from store.searching.foreign import is_foreign
from store.searching.parsing import parse
from store.searching.query import INDEXED, UNINDEXED, Query
from store.searching.topics import Pointer, TopicIndex
from store.searching.trimming import trimmed
from store.searching.unspoken import Unspoken, UnspokenIndex
from store.searching.vocabulary import Vocabulary, capitalised
from store.searching.widening import top, widened
from store.searching.wording import Wording
from store.speech.speakers import name_parts
from store.words import plain, plain_words, stem, terms

# How many passages by BM25, and how many entries of the editor's index, are looked at more closely.
CANDIDATES = 60
ENTRIES = 10
# Of what a word adds to a passage's score, how much the nearest to it in meaning adds.
SCORED_BY_NEAR = 0.8
# How many answers are looked through for those that lie near to something.
LOOKED_THROUGH = 25


class Searcher(Finder):
    """An episode's passages, its editor's index, and all words that a question may use."""

    def __init__(self, episode: Episode, sentence_terms: Mapping[Span, list[str]] | None = None) -> None:
        """Build the indexes: some 0.2 s for an hour of speech, half of it where the sentences' terms are known."""
        self.episode = episode
        talk = passages(episode)
        self.passages = tuple(sorted({*talk, *aside_passages(episode)}, key=lambda span: span.start))
        self.sentence_terms = dict(sentence_terms or {span: self._terms(span) for span in episode.sentences})
        self._documents = [self.terms_of(span) for span in self.passages]
        # Announcements and credits are no part of the talk: only the editor's index leads to them.
        self.talk = frozenset(talk)
        self.index = Bm25Index(
            [
                document if span in self.talk else []
                for span, document in zip(self.passages, self._documents, strict=True)
            ]
        )
        self.topics = TopicIndex(episode, self.passages)
        self._unspoken = UnspokenIndex(episode.notes.unspoken)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All that a question's words may come from."""
        said = (word for text in self.texts() for word in plain_words(text))
        return Vocabulary(said, self.names, self.spellings, self._unspoken.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the talk that are always written as names are."""
        return capitalised(self.episode.glossary.display(span) for span in self.episode.sentences)

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """The parts of the names of those who speak. Where nobody knows, of those who are greeted.

        "What does Musk say about love" asks for love, guess or not.
        """
        return name_parts(self.episode.speakers or [person.name for person in people(self.episode)])

    @cached_property
    def wording(self) -> Wording:
        """The words of the episode in their right spelling, one by one."""
        return Wording(self.episode)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """From the spellings that the recogniser gave a name, where nobody has put them right, to the first of them."""
        return {
            plain(spelling.heard): plain(cluster.meant)
            for cluster in clusters(self.episode)
            for spelling in cluster.spellings
            if plain(spelling.heard) != plain(cluster.meant)
        }

    def find(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages that answer, best first, none overlapping another; or the nearest, and what is missing.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        speaker = self.episode.speaker(request.speaker) if request.speaker else None
        found = self._near(request, speaker) if request.near else self._seek(request, speaker)
        return QuoteAnswer(
            request,
            self.episode.facts,
            tuple(self._quote(*one) for one in found.answers),
            self._quote(*found.nearest) if found.nearest else None,
            found.query.missing,
            tuple((typed, self.wording.written(word)) for typed, word in found.query.changed),
            more=found.more,
            foreign=not found.answers and is_foreign(request.about or ""),
            unspoken=found.unspoken,
        )

    def _seek(self, request: FindQuote, speaker: str | None) -> Found:
        return self.seek(request.about or "", speaker, request.limit, request.skip)

    def _near(self, request: FindQuote, speaker: str | None) -> Found:
        """Find the same, with what lies in some lines before all else."""
        near = self.episode.spoken.span_of(*request.near) if request.near else Span(0, 0)
        found = self.seek(request.about or "", speaker, LOOKED_THROUGH)
        ordered = tuple(sorted(found.answers, key=lambda answer: not answer[0].overlap(near)))
        shown = ordered[request.skip : request.skip + request.limit]
        return replace(found, answers=shown, more=len(ordered) > request.skip + request.limit)

    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words of this episode."""
        strictness = INDEXED if self.topics.entries else UNINDEXED
        rewrite = self.episode.glossary.put_right
        return parse(about, self.vocabulary, self._speakers, rewrite, strictness=strictness, bold=bold, widen=True)

    def closest(self, text: str) -> Quote | None:
        """Return what comes nearest to a text in its own words; None where it shares not one that tells anything."""
        query = self.parse(text)
        wanted = frozenset(query.index_terms)
        shared = (one for one in self.rank(query, None) if wanted & frozenset(self.terms_of(one.span)))
        nearest = next(shared, None)
        return self._quote(self.cut(nearest, query), nearest.score) if nearest else None

    def rank(self, query: Query, speaker: str | None) -> list[Ranked]:
        """Weigh every candidate, best first."""
        pointers = self.topics.pointers(query, ENTRIES)
        scores = widened(self.index, query, SCORED_BY_NEAR)
        by_text = top(self.index, query, scores, CANDIDATES).tolist()
        ranked = [
            self._candidate(at, query, pointers.get(at, ()), speaker).weigh(float(scores[at]), query, self.index.idf)
            for at in {*by_text, *pointers}
            if speaker is None or self.episode.speaker_of(self.passages[at]) == speaker
        ]
        return sorted(ranked, key=lambda one: (-one.score, one.span.start))

    def _candidate(self, at: int, query: Query, pointers: Sequence[Pointer], speaker: str | None) -> Candidate:
        passage = self.passages[at]
        # Of what one person says a question is as good as anything.
        posed = speaker is None and bisect_right(self._posed, passage.start) < bisect_right(self._posed, passage.end)
        return Candidate(passage, positions(self._documents[at], query.wanted), pointers, posed)

    @cached_property
    def _posed(self) -> tuple[int, ...]:
        """Where the questions end that one speaker puts to the next, ascending."""
        ends = (
            max((sentence.end for sentence in self.episode.sentences_in(turn.span)), default=turn.span.start)
            for turn, answer in pairwise(self.episode.turns)
            if turn.speaker and answer.speaker and turn.speaker != answer.speaker
        )
        marks = ("?", '?"', "?\u201d")
        return tuple(end for end in ends if self.episode.text.endswith(marks, max(0, end - 2), end))

    def terms_of(self, span: Span) -> list[str]:
        """Return the index terms of whole sentences, in order."""
        return [term for sentence in self.episode.sentences_in(span) for term in self.sentence_terms[sentence]]

    def unspoken(self, query: Query) -> Unspoken | None:
        """Return what comes nearest to a question of all that the editor lists as not spoken of."""
        return self._unspoken.nearest(query)

    def cut(self, ranked: Ranked, query: Query) -> Span:
        """Cut a passage to the sentences that answer."""
        return trimmed(self, ranked.span, ranked.pointer.span if ranked.pointer else None, query)

    def _quote(self, span: Span, score: float) -> Quote:
        return self.episode.quote(span, round(score, 4))

    def _terms(self, span: Span) -> list[str]:
        """Return a sentence's terms: misheard names put right, and beside them as they were heard."""
        heard = [term for place in self.episode.glossary.within(span) for term in terms(place.heard)]
        said = plain_words(self.episode.glossary.display(span))
        return [stem(self.spellings.get(word, word)) for word in said] + heard

    def texts(self) -> Iterator[str]:
        """Give all that a question's words may come from."""
        notes = self.episode.notes
        yield self.episode.text
        yield self.episode.glossary.display(Span(0, len(self.episode.text)))
        for topic in notes.topics:
            yield from (topic.heading, *topic.also)
