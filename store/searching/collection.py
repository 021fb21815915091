"""From a question to its answers in several episodes, whatever they are kept in."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property

from store.errors import SpeakerUnknownError
from store.question import EpisodeFacts, FindQuote, Quote, QuoteAnswer, Span
from store.searching.finding import Finder
from store.searching.parsing import parse
from store.searching.query import Query, Strictness
from store.searching.vocabulary import Vocabulary
from store.speech.speakers import called, name_parts
from store.words import spellings

# Up to how many passages a question takes in what is near to its words in meaning: some fifty hours. Past that it
# takes too long.
WIDENED = 20_000


class Collection(Finder):
    """Episodes that are read as one, a span being a stretch of all their texts."""

    facts: tuple[EpisodeFacts, ...]

    @property
    @abstractmethod
    def speakers(self) -> Sequence[str]:
        """Everybody who speaks in any episode."""

    @property
    @abstractmethod
    def size(self) -> int:
        """How many passages there are."""

    @property
    @abstractmethod
    def strictness(self) -> Strictness:
        """How much an answer has to hold."""

    @property
    @abstractmethod
    def vocabulary(self) -> Vocabulary:
        """All words of all episodes."""

    @abstractmethod
    def quote(self, span: Span, score: float) -> Quote:
        """Return what is said in a run of sentences."""

    @abstractmethod
    def source_at(self, offset: int) -> EpisodeFacts:
        """Return the episode that holds a character."""

    def find(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages of any episode that answer, best first; `episode` is that of the first quote.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        speaker = request.speaker
        if speaker:
            self.check_speaker(speaker)
        found = self.seek(request.about or "", speaker, request.limit, request.skip)
        quoted = (*found.answers, *([found.nearest] if found.nearest else ()))
        sources = tuple(dict.fromkeys(self.source_at(span.start) for span, _ in quoted))
        return QuoteAnswer(
            request,
            next(iter(sources), self.facts[0]),
            tuple(self._scored(*one) for one in found.answers),
            self._scored(*found.nearest) if found.nearest else None,
            found.query.missing,
            found.query.changed,
            more=found.more,
            searched=len(self.facts),
            sources=sources if len(self.facts) > 1 else (),
        )

    def parse(self, about: str, *, bold: bool = False) -> Query:
        """Take a question apart with the words of all episodes; what one of them misheard is right in another."""
        widen, strictness = self.size <= WIDENED, self.strictness
        return parse(
            about, self.vocabulary, self.speaker_words, spellings, strictness=strictness, bold=bold, widen=widen
        )

    def check_speaker(self, given: str) -> None:
        """Raise SpeakerUnknownError where nobody of a name speaks in any episode."""
        if not called(given, self.speakers):
            raise SpeakerUnknownError(given, self.speakers)

    @cached_property
    def speaker_words(self) -> frozenset[str]:
        """The parts of all speakers' names, plain."""
        return name_parts(self.speakers)

    def _scored(self, span: Span, score: float) -> Quote:
        return self.quote(span, round(score, 4))
