"""What is answered: one answer a verb."""

import re
from dataclasses import dataclass
from typing import ClassVar, get_args

from store.question.kinds import BookStatus, Suggestion, Verdict
from store.question.requests import (
    AskHelp,
    CheckMessage,
    Discuss,
    FindInMessage,
    FindMentions,
    FindQuote,
    ListBooks,
    ShowEpisode,
    ShowPassage,
    Summarise,
    VerifyQuote,
)
from store.question.said import Book, ChapterFacts, EpisodeFacts, Quote

_FEW_WORDS = 3
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|nor|without|cannot|\w+n['\u2019]t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """The best passages, best first; or none, and the nearest real one.

    `missing` are the words of the question that nobody says in the episode; `changed` are pairs of what was typed and
    what was searched for in its place. With `more` there are further passages than were asked for. Where several
    episodes were `searched`, `sources` are those that are quoted, and `episode` is that of the first quote. A question
    that found nothing may have been in a `foreign` language.
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

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return bool(self.answers)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return self.answers

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
        listed = (book for status in get_args(BookStatus) for book in self.by_status(status))
        return tuple(quote for book in listed for quote in (book.reason, book.said) if quote)


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
    `speakers` are those who say it between them, where more than one does; `claimed_speaker` is who is said to have
    said it, beside the claim or in its own words.
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
    speakers: tuple[str, ...] = ()
    claimed_speaker: str | None = None

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
class VerdictsAnswer:
    """What became of each of the quotes in a message, in order; there are at least two. More were `left_out`."""

    request: CheckMessage
    episode: EpisodeFacts
    verdicts: tuple[VerifyAnswer, ...]
    left_out: int = 0

    @property
    def found(self) -> bool:
        """Tell whether any was said."""
        return any(verdict.found for verdict in self.verdicts)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return tuple(quote for verdict in self.verdicts for quote in verdict.quotes)


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


@dataclass(frozen=True, slots=True)
class DiscussAnswer:
    """A passage to talk about, and how to begin: an editor's `prompt`, else the kind of question it suggests.

    Nothing found: no quote, and `missing` are the words that nobody says.
    """

    request: Discuss
    episode: EpisodeFacts
    quote: Quote | None = None
    prompt: str | None = None
    suggested: Suggestion = "claim"
    missing: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Tell whether there is an answer."""
        return self.quote is not None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that the answer quotes."""
        return (self.quote,) if self.quote else ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What may be asked of an episode: a topic, a speaker, a chapter, a sentence and a name of it."""

    about: str = ""
    speaker: str | None = None
    chapter: ChapterFacts | None = None
    said: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """A word of the bot's own, and what to ask next."""

    request: AskHelp
    episode: EpisodeFacts
    hints: Hints
    found: ClassVar[bool] = True
    quotes: ClassVar[tuple[Quote, ...]] = ()


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
