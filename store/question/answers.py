"""What is answered: one answer a verb."""

from dataclasses import dataclass, replace
from typing import get_args

from store.question.about import EpisodeAnswer, HelpAnswer
from store.question.kinds import BookStatus, Suggestion
from store.question.requests import (
    Discuss,
    FindInMessage,
    FindMentions,
    FindQuote,
    ListBooks,
    ShowPassage,
    Summarise,
)
from store.question.said import Book, ChapterFacts, EpisodeFacts, Quote
from store.question.verdicts import VerdictsAnswer, VerifyAnswer


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """The best passages, best first; or none, and the nearest real one.

    `missing` are the words of the question that nobody says in the episode; `changed` are pairs of what was typed and
    what was searched for in its place. With `more` there are further passages than were asked for. Where several
    episodes were `searched`, `sources` are those that are quoted, and `episode` is that of the first quote. A question
    that found nothing may have been in a `foreign` language, or for what the editor lists as `unspoken`.
    """

    request: FindQuote | ShowPassage | FindInMessage
    episode: EpisodeFacts
    answers: tuple[Quote, ...]
    nearest: Quote | None = None
    missing: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    more: bool = False
    searched: int = 1
    sources: tuple[EpisodeFacts, ...] = ()
    foreign: bool = False
    unspoken: str | None = None

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.answers)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return self.answers

    @property
    def judged(self) -> bool:
        """Tell whether a judgement was asked for, which is the asker's to make."""
        return isinstance(self.request, FindQuote) and self.request.sought == "judgement"

    @property
    def chapter(self) -> ChapterFacts | None:
        """Return the chapter of the best passage, where its place was asked for."""
        if not self.answers or not isinstance(self.request, FindQuote) or self.request.sought != "place":
            return None
        line, chapters = self.answers[0].lines[0], self.source(self.answers[0]).chapters
        return next((one for one in chapters if one.lines[0] <= line <= one.lines[1]), None)

    def as_judged(self) -> "QuoteAnswer":
        """Return the same with what was found as no more than the nearest."""
        nearest = self.answers[0] if self.answers else self.nearest
        return replace(self, answers=(), nearest=nearest, missing=(), more=False, foreign=False, unspoken=None)

    def source(self, quote: Quote) -> EpisodeFacts:
        """Return the episode that a quote of this answer is from."""
        return next((facts for facts in self.sources if facts.id == quote.episode), self.episode)


@dataclass(frozen=True, slots=True)
class SummaryAnswer:
    """The editor's text where there is one, and the sentences that carry the whole, a chapter or a topic.

    `of` is `whole`, a chapter's number as text, or the topic as it was matched.
    """

    request: Summarise
    episode: EpisodeFacts
    of: str
    title: str
    written: str | None
    points: tuple[Quote, ...]

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.points or self.written)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return self.points


@dataclass(frozen=True, slots=True)
class BooksAnswer:
    """The books of an episode, by what the guest made of them, in the order in which they were named.

    `matching` are those of them that have the words of what was asked about.
    """

    request: ListBooks
    episode: EpisodeFacts
    books: tuple[Book, ...]
    matching: tuple[Book, ...] = ()

    def by_status(self, status: BookStatus) -> tuple[Book, ...]:
        """Return those of one status."""
        return tuple(book for book in self.books if book.status == status)

    def others(self, status: BookStatus) -> tuple[Book, ...]:
        """Return those of one status that do not match."""
        return tuple(book for book in self.by_status(status) if book not in self.matching)

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.matching if self.request.about else self.books)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        others = (book for status in get_args(BookStatus) for book in self.others(status))
        return tuple(quote for book in (*self.matching, *others) for quote in (book.reason, book.said) if quote)


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence in which something is said, and how often in it."""

    quote: Quote
    occurrences: int


@dataclass(frozen=True, slots=True)
class MentionsAnswer:
    """Every sentence in which a name, a word or a phrase is said; `name` is its right spelling.

    `by_speaker` counts occurrences; those of nobody knows whom stand under the empty name. Where one speaker's are
    asked for, the request has that speaker's full name, and `by_others` is how often anybody else says it. `forms` are
    its singular or plural, which is another word, each with a count of its own.
    """

    request: FindMentions
    episode: EpisodeFacts
    name: str
    mentions: tuple[Mention, ...]
    by_speaker: tuple[tuple[str, int], ...]
    by_others: int = 0
    forms: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        """How often it is said."""
        return sum(mention.occurrences for mention in self.mentions)

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.mentions)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return tuple(mention.quote for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class DiscussAnswer:
    """A passage to talk about, and how to begin: an editor's `prompt`, else the kind of question it suggests.

    Nothing found: no quote, and `missing` are the words that nobody says, `unspoken` what the editor lists as such.
    """

    request: Discuss
    episode: EpisodeFacts
    quote: Quote | None = None
    prompt: str | None = None
    suggested: Suggestion = "claim"
    missing: tuple[str, ...] = ()
    unspoken: str | None = None

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return self.quote is not None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return (self.quote,) if self.quote else ()


Answer = (
    QuoteAnswer
    | SummaryAnswer
    | BooksAnswer
    | EpisodeAnswer
    | VerifyAnswer
    | VerdictsAnswer
    | MentionsAnswer
    | DiscussAnswer
    | HelpAnswer
)
