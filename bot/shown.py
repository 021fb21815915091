"""What a card shows, small enough for a button's id."""

import re
from dataclasses import dataclass, replace

from store.question import (
    Answer,
    BooksAnswer,
    DiscussAnswer,
    FindMentions,
    HelpAnswer,
    Length,
    ListBooks,
    MentionsAnswer,
    QuoteAnswer,
    ShowEpisode,
    Span,
    Summarise,
    SummaryAnswer,
    VerdictsAnswer,
    VerifyAnswer,
)

MAX_TOPIC = 70
# What the database holds, and Discord's ids keep within.
MAX_ID = 2**63 - 1
_LENGTHS: dict[str, Length] = {"s": "short", "m": "medium", "l": "long"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY = r"(?P<key>[^:]{1,8})"
_N = "[0-9a-z]{1,13}"
_QUOTE = re.compile(rf"q:{_KEY}:(?P<span>{_N}-{_N}):(?P<context>{_N})(?::(?P<match>{_N}\.{_N}\.?))?")
_CLAIM = re.compile(rf"v:{_KEY}:(?P<question>{_N})")
_SUMMARY = re.compile(rf"s:{_KEY}:(?P<length>[sml]):(?P<of>.+)", re.DOTALL)
_MENTIONS = re.compile(rf"m:{_KEY}:(?P<of>.+)", re.DOTALL)
_MENTIONS_BY = re.compile(rf"n:{_KEY}:(?P<speaker>[^:]+):(?P<of>.+)", re.DOTALL)
_BOOKS = re.compile(rf"b:{_KEY}:(?P<about>.+)", re.DOTALL)
_LIST = re.compile(rf"(?P<what>[be]):{_KEY}")


class UnreadableIdError(ValueError):
    """An id that no button of this version bears."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that a question finds: the id of the question in the log, and the passage's rank, from 1.

    `last` says that there is none after it.
    """

    question: int
    rank: int
    last: bool = False

    def __str__(self) -> str:
        """Write it in 17 characters at most."""
        return f"{base36(self.question)}.{base36(self.rank)}{'.' if self.last else ''}"

    @classmethod
    def read(cls, text: str) -> "Match":
        """Read back what `str` wrote; raise UnreadableIdError for anything else."""
        question, _, rank = text.partition(".")
        return cls(number(question), number(rank.removesuffix(".")), rank.endswith("."))

    @property
    def before(self) -> "Match | None":
        """The passage before it, where there is one."""
        return Match(self.question, self.rank - 1) if self.rank > 1 else None

    @property
    def after(self) -> "Match | None":
        """The passage after it, where there is one."""
        return None if self.last else Match(self.question, self.rank + 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """The verdict on what a logged question claims to have been said; `question` is its id in the log."""

    question: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of the episode of this key: one quote, a verdict, or the answer to a request.

    `context` is how many sentences on either side the quote is widened by, and `match` tells which passage of which
    question it is, where that may be told. A topic has at most MAX_TOPIC characters, with its speaker.
    """

    key: str
    what: Span | Claim | Summarise | ListBooks | ShowEpisode | FindMentions
    context: int = 0
    match: Match | None = None

    @classmethod
    def by(cls, answer: Answer) -> "Shown | None":
        """Tell what an answer's card shows, where so few characters say it; else None."""
        if isinstance(answer, QuoteAnswer | VerifyAnswer | VerdictsAnswer | DiscussAnswer):
            return None
        if isinstance(answer, SummaryAnswer):
            short = 0 < len(answer.of) <= MAX_TOPIC
            return cls(answer.episode.key, replace(answer.request, of=answer.of)) if short else None
        if isinstance(answer, MentionsAnswer):
            of, speaker = answer.request.of, answer.request.speaker or ""
            short = len(of) > 0 and len(of) + len(speaker) <= MAX_TOPIC and ":" not in speaker
            return cls(answer.episode.key, answer.request) if short else None
        if isinstance(answer, BooksAnswer) and len(answer.request.about or "") > MAX_TOPIC:
            return None
        return None if isinstance(answer, HelpAnswer) else cls(answer.episode.key, answer.request)

    def __str__(self) -> str:
        """Write it into an id: 90 characters at most."""
        match self.what:
            case Span():
                match = f":{self.match}" if self.match else ""
                return f"q:{self.key}:{write_span(self.what)}:{base36(self.context)}{match}"
            case Claim():
                return f"v:{self.key}:{base36(self.what.question)}"
            case Summarise():
                return f"s:{self.key}:{self.what.length[0]}:{self.what.of}"
            case FindMentions(speaker=str(speaker)):
                return f"n:{self.key}:{speaker}:{self.what.of}"
            case FindMentions():
                return f"m:{self.key}:{self.what.of}"
            case ListBooks(about=str(about)):
                return f"b:{self.key}:{about}"
            case ListBooks():
                return f"b:{self.key}"
            case ShowEpisode():
                return f"e:{self.key}"

    @classmethod
    def read(cls, text: str) -> "Shown":
        """Read back what `str` wrote; raise UnreadableIdError for anything else."""
        if found := _QUOTE.fullmatch(text):
            match = Match.read(found["match"]) if found["match"] else None
            return cls(found["key"], read_span(found["span"]), number(found["context"]), match)
        if found := _CLAIM.fullmatch(text):
            return cls(found["key"], Claim(number(found["question"])))
        if found := _SUMMARY.fullmatch(text):
            return cls(found["key"], Summarise(of=found["of"], length=_LENGTHS[found["length"]]))
        if found := _MENTIONS.fullmatch(text):
            return cls(found["key"], FindMentions(found["of"]))
        if found := _MENTIONS_BY.fullmatch(text):
            return cls(found["key"], FindMentions(found["of"], found["speaker"]))
        if found := _BOOKS.fullmatch(text):
            return cls(found["key"], ListBooks(found["about"]))
        if found := _LIST.fullmatch(text):
            return cls(found["key"], ListBooks() if found["what"] == "b" else ShowEpisode())
        raise UnreadableIdError(text)

    @classmethod
    def read_passage(cls, text: str) -> "Shown":
        """Read back what `str` wrote of a quote."""
        shown = cls.read(text)
        shown.span  # noqa: B018 - raises for anything else
        return shown

    @property
    def span(self) -> Span:
        """Where the quote stands; UnreadableIdError for what is none."""
        if not isinstance(self.what, Span):
            raise UnreadableIdError(str(self))
        return self.what


def write_span(span: Span) -> str:
    """Write a span in few characters."""
    return f"{base36(span.start)}-{base36(span.end)}"


def read_span(text: str) -> Span:
    """Read back what `write_span` wrote."""
    start, _, end = text.partition("-")
    return Span(number(start), number(end))


def base36(n: int) -> str:
    """Write a number, of none below zero, in few characters: 13 at most for an id of Discord's."""
    digits = ""
    while n:
        n, digit = divmod(n, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def number(text: str) -> int:
    """Read back what `base36` wrote."""
    if not re.fullmatch(_N, text) or (n := int(text, 36)) > MAX_ID:
        raise UnreadableIdError(text)
    return n
