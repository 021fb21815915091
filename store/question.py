"""What is asked and what is answered: the frozen values that pass between the rooms."""

import re
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import ClassVar, Literal

Length = Literal["short", "medium", "long"]
Surface = Literal["slash", "dm", "mention", "menu", "button", "terminal"]
Outcome = Literal["answered", "nothing_found", "refused", "failed"]
Verdict = Literal["exact", "near", "not_found"]
BookStatus = Literal["recommended", "set_aside", "mentioned"]
WHOLE = "whole"
_FEW_WORDS = 3
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|nor|without|cannot|\w+n['\u2019]t)\b", re.IGNORECASE)


# What can be asked: one request a verb.


@dataclass(frozen=True, slots=True)
class FindQuote:
    """The passages that answer `about`, best first; without it, a good quote at random."""

    verb: ClassVar[str] = "quote"
    about: str | None = None
    speaker: str | None = None
    limit: int = 5

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.about or ""


@dataclass(frozen=True, slots=True)
class Summarise:
    """The whole episode, a chapter by its number, or a topic by its name."""

    verb: ClassVar[str] = "summary"
    of: str = WHOLE
    length: Length = "medium"

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return "" if self.of == WHOLE else self.of


@dataclass(frozen=True, slots=True)
class ListBooks:
    """The books that were recommended, set aside and mentioned."""

    verb: ClassVar[str] = "books"
    typed: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class ShowEpisode:
    """What is known of the episode itself."""

    verb: ClassVar[str] = "episode"
    typed: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class VerifyQuote:
    """Whether `text` was said, and by `speaker`, where one is claimed."""

    verb: ClassVar[str] = "verify"
    text: str
    speaker: str | None = None

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.text


@dataclass(frozen=True, slots=True)
class FindMentions:
    """Every time that a name, a word or a phrase is said."""

    verb: ClassVar[str] = "mentions"
    of: str

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.of


Request = FindQuote | Summarise | ListBooks | ShowEpisode | VerifyQuote | FindMentions


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question was asked and by whom: Discord's ids. All of them None at the terminal."""

    guild_id: int | None = None
    channel_id: int | None = None
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A request, and all that the rules and the log need to know of how it came.

    `id` is Discord's own id of the interaction or message, so that a delivery repeated is not logged twice.
    `received` is a reading of the monotonic clock in seconds, from which the latency is told.
    """

    request: Request
    id: int = 0
    place: Place = Place()
    surface: Surface = "terminal"
    episode: str | None = None
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    received: float = field(default_factory=lambda: time.monotonic())  # noqa: PLW0108 - looked up late


# What is answered.


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an episode's text: characters `start` to `end`, the end excluded."""

    start: int
    end: int

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Tell whether all of `other` lies in this."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """Count the characters that both have."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Correction:
    """A misheard name or word in a quote: `heard` stands in the transcript's 1-based `line`, `meant` was said."""

    heard: str
    meant: str
    line: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said. `text` is a substring of the transcript's lines joined by single spaces, always.

    `display` is `text` with the listed corrections made. `lines` are 1-based and inclusive; `start` and `error`
    are seconds; `voiced_in_part` says that the rest of it is the speaker's own; `span` is its place in the episode's
    text. `score` is None outside searches.
    """

    episode: str
    text: str
    display: str
    span: Span
    lines: tuple[int, int]
    speaker: str | None = None
    voice: str | None = None
    voiced_in_part: bool = False
    start: float | None = None
    estimated: bool = False
    error: float | None = None
    url: str | None = None
    corrections: tuple[Correction, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A book as the episode names it. `reviewed` says whether a person has checked title and author."""

    title: str
    author: str
    status: BookStatus
    said: Quote
    year: int | None = None
    reason: Quote | None = None
    recommended_by: str | None = None
    url: str | None = None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class ChapterFacts:
    """A chapter by its number from 1; `lines` are 1-based and inclusive, `start` is in seconds.

    An `automatic` one was found by rule, where the vocabulary turns; nobody wrote its title.
    """

    number: int
    title: str
    gist: str
    lines: tuple[int, int]
    start: float | None
    estimated: bool = False
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """What is known of an episode. `key` is the start of its content hash; `duration` is in seconds.

    `guessed` names the facts that the file does not state: guessed from its name, or from its last moment.
    """

    id: str
    key: str
    title: str
    show: str
    published: date | None
    duration: float | None
    url: str | None
    speakers: tuple[str, ...]
    lines: int
    reviewed: bool
    chapters: tuple[ChapterFacts, ...] = ()
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """The best passages, best first; or none, and the nearest real one.

    `missing` are the words of the question that nobody says in the episode; `changed` are pairs of what was typed and
    what was searched for in its place.
    """

    request: FindQuote
    episode: EpisodeFacts
    answers: tuple[Quote, ...]
    nearest: Quote | None = None
    missing: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.answers)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return self.answers


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
    """The books of an episode, by what the guest made of them, in the order in which they were named."""

    request: ListBooks
    episode: EpisodeFacts
    books: tuple[Book, ...]

    def by_status(self, status: BookStatus) -> tuple[Book, ...]:
        """Return those of one status."""
        return tuple(book for book in self.books if book.status == status)

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.books)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return tuple(quote for book in self.books for quote in (book.said, book.reason) if quote)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that were claimed and words that were said in their place; either may be empty."""

    claimed: str
    said: str

    @property
    def negates(self) -> bool:
        """Tell whether a "not" was lost or gained, so that the claim says the opposite.

        Of longer stretches that differ nobody can say.
        """
        if max(len(self.claimed.split()), len(self.said.split())) > _FEW_WORDS:
            return False
        claimed, said = (len(_NEGATION.findall(words)) % 2 for words in (self.claimed, self.said))
        return claimed != said


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """What became of a claimed quote.

    `verdict` is about the words; `speaker_matches` about who said them, None where nobody is claimed or known.
    `similarity` is 1 less the edit distance in words over the longer length. `quote` is what matched, `nearest` the
    closest real sentence where nothing did. `cut` says that the claim leaves off words that change its sense.
    """

    request: VerifyQuote
    episode: EpisodeFacts
    verdict: Verdict
    similarity: float
    quote: Quote | None = None
    nearest: Quote | None = None
    speaker_matches: bool | None = None
    differences: tuple[Difference, ...] = ()
    cut: bool = False

    @property
    def negated(self) -> bool:
        """Tell whether the claim says the opposite of what was said."""
        return sum(difference.negates for difference in self.differences) % 2 == 1

    @property
    def swapped(self) -> tuple[str, str] | None:
        """Return two that changed places, as in "A fears B" for "B fears A"; None where none did."""
        changed = {(one.claimed.casefold(), one.said.casefold()): one for one in self.differences if one.claimed}
        pairs = (one for (claimed, said), one in changed.items() if said and (said, claimed) in changed)
        first = next(pairs, None)
        return (first.said, first.claimed) if first else None

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return self.verdict != "not_found"

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return (self.quote,) if self.quote else ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence in which something is said, and how often in it."""

    quote: Quote
    occurrences: int


@dataclass(frozen=True, slots=True)
class MentionsAnswer:
    """Every sentence in which a name, a word or a phrase is said; `name` is its right spelling.

    `by_speaker` counts occurrences; those of nobody knows whom stand under the empty name.
    """

    request: FindMentions
    episode: EpisodeFacts
    name: str
    mentions: tuple[Mention, ...]
    by_speaker: tuple[tuple[str, int], ...]

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
class EpisodeAnswer:
    """The episode itself."""

    request: ShowEpisode
    episode: EpisodeFacts
    found: ClassVar[bool] = True
    quotes: ClassVar[tuple[Quote, ...]] = ()


Answer = QuoteAnswer | SummaryAnswer | BooksAnswer | EpisodeAnswer | VerifyAnswer | MentionsAnswer
