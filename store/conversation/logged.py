"""From a row of the log back to what was asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from store.question import (
    WHOLE,
    Discuss,
    FindMentions,
    FindQuote,
    Length,
    ListBooks,
    Request,
    ShowEpisode,
    ShowPassage,
    Summarise,
    VerifyQuote,
)

if TYPE_CHECKING:
    from store.database.query_log import LoggedQuery


def asked_by(row: "LoggedQuery", read: Request) -> Request:
    """Return what a logged question asked: as it is `read`, where that is what its answer answers, else as a command.

    The row does not say whether its text was a command's option or a message; its verb and options do.
    """
    options = row.options or {}
    if "about" in options:
        return _AS_COMMAND.get(row.command, _quote)(options["about"], options)
    match read:
        case ShowPassage() if row.command == read.verb and not options:
            return read
        case FindQuote() if row.command == read.verb and options.get("skip", "0") == str(read.skip):
            return replace(read, speaker=options.get("speaker"))
        case Summarise() if row.command == read.verb:
            return replace(read, length=cast("Length", options.get("length", read.length)))
        case VerifyQuote() | FindMentions() if row.command == read.verb:
            return replace(read, speaker=options.get("speaker"))
        case ListBooks() | ShowEpisode() | Discuss() if row.command == read.verb:
            return read
        case _:
            return _AS_COMMAND.get(row.command, _quote)(row.text or "", options)


def _quote(text: str, options: Mapping[str, str]) -> Request:
    return FindQuote(text or None, options.get("speaker"), skip=int(options.get("skip", "0")))


_AS_COMMAND: Mapping[str, Callable[[str, Mapping[str, str]], Request]] = {
    "quote": _quote,
    "summary": lambda text, options: Summarise(text or WHOLE, cast("Length", options.get("length", "medium"))),
    "books": lambda _text, options: ListBooks(options.get("about")),
    "episode": lambda _text, _options: ShowEpisode(),
    "verify": lambda text, options: VerifyQuote(text, options.get("speaker")),
    "mentions": lambda text, options: FindMentions(text, options.get("speaker")),
    "discuss": lambda text, _options: Discuss(text or None),
}
