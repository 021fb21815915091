"""What was said, and what is known of the episode in which it was."""

from dataclasses import dataclass
from datetime import date

from store.question.kinds import BookStatus


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
    recorded: date | None = None
