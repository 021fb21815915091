"""From a request to its answer: which part answers which kind."""

from collections.abc import Mapping
from typing import assert_never

from store.answering.at_moment import said_at
from store.answering.beside import passage
from store.answering.discuss import discuss
from store.answering.ends import end_of_talk
from store.answering.hints import helped
from store.answering.message import check_message, find_in_message
from store.books import books
from store.errors import EpisodeUnclearError, QuestionBlankError, QuestionTooLongError
from store.excerpts.chance import by_chance
from store.language.timecode import timecode
from store.mentions import mentions
from store.question import (
    Answer,
    AskHelp,
    AskWhich,
    CheckMessage,
    Discuss,
    EpisodeAnswer,
    FindInMessage,
    FindMentions,
    FindQuote,
    ListBooks,
    QuoteAnswer,
    Request,
    ShowEpisode,
    ShowPassage,
    Summarise,
    VerdictsAnswer,
    VerifyAnswer,
    VerifyQuote,
)
from store.search import Searcher
from store.summary import summarise
from store.verify import verify

# Characters; nobody half-remembers more than this, and Discord lets through 6,000.
MAX_QUESTION = 500
# A claim may be a paragraph, and a message as long as Discord takes it.
MAX_CLAIM, MAX_MESSAGE = 2_000, 4_000
_LIMITS: Mapping[type[Request], int] = {
    VerifyQuote: MAX_CLAIM,
    CheckMessage: MAX_MESSAGE,
    FindInMessage: MAX_MESSAGE,
}


def respond(searcher: Searcher, request: Request) -> Answer:
    """Answer a request from one episode. Raises the StoreErrors that the kinds of answers name."""
    check(request)
    match request:
        case FindQuote() | ShowPassage() | FindInMessage():
            return _quotes(searcher, request)
        case VerifyQuote() | CheckMessage():
            return _verdicts(searcher, request)
        case Summarise():
            return summarise(searcher, request)
        case ListBooks():
            return books(searcher.episode, request)
        case FindMentions():
            return mentions(searcher.wording, request)
        case Discuss():
            return discuss(searcher, request)
        case ShowEpisode():
            return EpisodeAnswer(request, searcher.episode.facts)
        case AskHelp():
            return helped(searcher.episode, request)
        case AskWhich():
            raise EpisodeUnclearError(request.among)
        case _:
            assert_never(request)


def check(request: Request) -> None:
    """Stop what no search should see. Raises QuestionTooLongError and QuestionBlankError."""
    limit = _LIMITS.get(type(request), MAX_QUESTION)
    if len(request.typed) > limit:
        raise QuestionTooLongError(len(request.typed), limit)
    if request.typed and not request.typed.strip():
        raise QuestionBlankError


def _quotes(searcher: Searcher, request: FindQuote | ShowPassage | FindInMessage) -> QuoteAnswer:
    match request:
        case ShowPassage():
            return passage(searcher.episode, request)
        case FindInMessage():
            return find_in_message(searcher, request)
        case FindQuote() if request.seeks_end:
            return end_of_talk(searcher.episode, request)
        case FindQuote(sought="judgement"):
            return searcher.find(request).as_judged()
        case FindQuote(about=None):
            return by_chance(searcher.episode, request)
        case FindQuote(about=str(about)) if (seconds := timecode(about)) is not None:
            return said_at(searcher.episode, request, seconds)
        case FindQuote():
            return searcher.find(request)


def _verdicts(searcher: Searcher, request: VerifyQuote | CheckMessage) -> VerifyAnswer | VerdictsAnswer:
    return check_message(searcher, request) if isinstance(request, CheckMessage) else verify(searcher, request)
