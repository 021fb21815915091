"""What a card shows, small enough for a button's id."""

import re
from dataclasses import dataclass, replace

from store.question import (
    Answer,
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
    VerifyAnswer,
)

MAX_TOPIC = 70
_LENGTHS: dict[str, Length] = {"s": "short", "m": "medium", "l": "long"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY = r"(?P<key>[^:]{1,8})"
_QUOTE = re.compile(rf"q:{_KEY}:(?P<span>[0-9a-z]+-[0-9a-z]+):(?P<context>[0-9a-z]+)")
_SUMMARY = re.compile(rf"s:{_KEY}:(?P<length>[sml]):(?P<of>.+)", re.DOTALL)
_MENTIONS = re.compile(rf"m:{_KEY}:(?P<of>.+)", re.DOTALL)
_LIST = re.compile(rf"(?P<what>[be]):{_KEY}")


class UnreadableIdError(ValueError):
    """An id that no button of this version bears."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of the episode of this key: one quote, or the answer to a request.

    `context` is how many sentences on either side the quote has been widened by. A topic has at most MAX_TOPIC
    characters.
    """

    key: str
    what: Span | Summarise | ListBooks | ShowEpisode | FindMentions
    context: int = 0

    @classmethod
    def by(cls, answer: Answer) -> "Shown | None":
        """Tell what an answer's card shows; None where there is nothing to show again."""
        if isinstance(answer, QuoteAnswer):
            quotes = [*answer.answers, *([answer.nearest] if answer.nearest else [])]
            return cls(answer.episode.key, quotes[0].span) if quotes else None
        if isinstance(answer, SummaryAnswer):
            short = 0 < len(answer.of) <= MAX_TOPIC
            return cls(answer.episode.key, replace(answer.request, of=answer.of)) if short else None
        if isinstance(answer, VerifyAnswer):
            quote = answer.quote or answer.nearest
            return cls(answer.episode.key, quote.span) if quote else None
        if isinstance(answer, DiscussAnswer):
            return cls(answer.episode.key, answer.quote.span) if answer.quote else None
        if isinstance(answer, MentionsAnswer):
            short = 0 < len(answer.request.of) <= MAX_TOPIC
            return cls(answer.episode.key, answer.request) if short else None
        return None if isinstance(answer, HelpAnswer) else cls(answer.episode.key, answer.request)

    def __str__(self) -> str:
        """Write it into an id: 90 characters at most."""
        match self.what:
            case Span():
                return f"q:{self.key}:{write_span(self.what)}:{_base36(self.context)}"
            case Summarise():
                return f"s:{self.key}:{self.what.length[0]}:{self.what.of}"
            case FindMentions():
                return f"m:{self.key}:{self.what.of}"
            case ListBooks():
                return f"b:{self.key}"
            case ShowEpisode():
                return f"e:{self.key}"

    @classmethod
    def read(cls, text: str) -> "Shown":
        """Read back what `str` wrote; raise UnreadableIdError for anything else."""
        if found := _QUOTE.fullmatch(text):
            return cls(found["key"], read_span(found["span"]), int(found["context"], 36))
        if found := _SUMMARY.fullmatch(text):
            return cls(found["key"], Summarise(of=found["of"], length=_LENGTHS[found["length"]]))
        if found := _MENTIONS.fullmatch(text):
            return cls(found["key"], FindMentions(found["of"]))
        if found := _LIST.fullmatch(text):
            return cls(found["key"], ListBooks() if found["what"] == "b" else ShowEpisode())
        raise UnreadableIdError(text)


def write_span(span: Span) -> str:
    """Write a span in few characters."""
    return f"{_base36(span.start)}-{_base36(span.end)}"


def read_span(text: str) -> Span:
    """Read back what `write_span` wrote."""
    try:
        start, end = (int(part, 36) for part in text.split("-"))
    except ValueError as error:
        raise UnreadableIdError(text) from error
    return Span(start, end)


def _base36(n: int) -> str:
    digits = ""
    while n:
        n, digit = divmod(n, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
