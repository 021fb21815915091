"""The one door: every question, however it was asked, is answered and logged here."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from store.answering.everywhere import means_all, respond_from_all
from store.answering.responding import check, respond
from store.episode import Episode
from store.errors import (
    EpisodeGoneError,
    EpisodeUnclearError,
    QuestionGoneError,
    StoreError,
)
from store.library import Library
from store.question import (
    ALL,
    Answer,
    AskWhich,
    CheckMessage,
    Discuss,
    Entry,
    EpisodeFacts,
    FindQuote,
    Outcome,
    Place,
    Question,
    Quote,
    Request,
    Span,
    VerifyQuote,
)
from store.search import Searcher
from store.shelves.shelves import Shelves

if TYPE_CHECKING:
    from store.database.query_log import LoggedQuery
    from store.moderation.rules import Rules

# Characters of an episode, some four hours: an answer may take longer than a moment.
LONG = 250_000


class Log(Protocol):
    """Where questions are put on the record: `store.database.QueryLog`, or nothing at the terminal."""

    async def record(self, entry: Entry) -> bool:
        """Write a question's row, durable on return; False where its id was there already."""

    async def mark_failed(self, question_id: int) -> None:
        """Change a row's outcome: its answer did not arrive."""

    async def find(self, question_id: int) -> "LoggedQuery | None":
        """Return a question's row; None where there is none."""


class Desk:
    """Answers questions from a library and puts each on the record, once."""

    def __init__(self, library: Library | Shelves, log: Log | None = None, rules: "Rules | None" = None) -> None:
        """Without a log nothing is recorded; without rules everybody is answered everywhere.

        A library by itself is all that any server sees.
        """
        self.shelves = Shelves(library) if isinstance(library, Library) else library
        self._log = log
        self._rules = rules

    async def answer(self, question: Question) -> Answer:
        """Answer a question; its row is committed before the return.

        Raises a StoreError where the question cannot be answered as it is (logged as `refused`); whatever else it
        raises is a fault (logged as `failed`).
        """
        answer: Answer
        episode_id = question.episode
        try:
            await self.admit(question.place, question.asked_at, in_public=_is_public(question))
            if question.again is not None:
                question = await self._asked_again(question, question.again)
            _check_clear(question.request)
            if await self.means_all(question.place, question.episode):
                episode_id = None
                check(question.request)
                answer = await respond_from_all(self.shelves, question.place.guild_id, question.request)
            else:
                episode = await self._meant(question)
                episode_id = episode.id
                answer = await self._respond(episode, question.request)
        except StoreError:
            await self._record(question, "refused", episode_id, ())
            raise
        except Exception:
            await self._record(question, "failed", episode_id, ())
            raise
        outcome: Outcome = "answered" if answer.found else "nothing_found"
        await self._record(question, outcome, episode_id, answer.quotes)
        return answer

    async def admit(
        self, place: Place, at: datetime, *, in_public: bool = False, counted: bool = True, anywhere: bool = False
    ) -> None:
        """Raise the RuleError that the server's rules have for a question, or for what is none but answered, too.

        `in_public` says that all would see the answer, whoever asked. What is not `counted` has no cooldown; what
        may be done `anywhere` is stopped in no channel.
        """
        if self._rules is not None:
            await self._rules.admit(place, at, in_public=in_public, counted=counted, anywhere=anywhere)

    async def delivery_failed(self, question_id: int) -> None:
        """Note that an answer did not arrive: Discord would not take it."""
        if self._log is not None:
            await self._log.mark_failed(question_id)

    async def logged(self, place: Place, question_id: int) -> "LoggedQuery":
        """Return a logged question, for a button that carries its id.

        Raises QuestionGoneError where its words were erased; and where it was asked elsewhere or, outside servers, by
        somebody else, so that an id that was made up or copied tells nothing.
        """
        row = await self._log.find(question_id) if self._log else None
        if row is None or row.text is None or (row.guild_id, row.channel_id) != (place.guild_id, place.channel_id):
            raise QuestionGoneError
        if row.guild_id is None and row.user_id != place.user_id:
            raise QuestionGoneError
        return row

    async def claim(self, place: Place, question_id: int) -> VerifyQuote | CheckMessage:
        """Return what a logged question claims to have been said. Raises QuestionGoneError."""
        row = await self.logged(place, question_id)
        if row.command != VerifyQuote.verb or not row.text:
            raise QuestionGoneError
        if row.surface == "menu":
            return CheckMessage(row.text)
        options = row.options or {}
        return VerifyQuote(options.get("about", row.text), options.get("speaker"))

    async def episodes(self, place: Place) -> tuple[EpisodeFacts, ...]:
        """Return what is known of the episodes that are seen in a place, by ID; opens none."""
        return (await self.shelves.seen(place.guild_id)).facts

    async def episode(self, place: Place, episode_id: str | None = None) -> Episode:
        """Return an episode that is seen in a place; the one in use there where none is named.

        Raises EpisodeUnknownError and EpisodeGoneError.
        """
        return await self.shelves.episode(
            place.guild_id, await self.in_use(place) if episode_id is None else episode_id
        )

    async def in_use(self, place: Place) -> str:
        """Return the ID of the episode that is meant in a place when none is named: the channel's, or the server's.

        The configured one where neither has one, or that one is there no more.
        """
        seen = await self.shelves.seen(place.guild_id)
        wanted = await self._rules.episode_in(place) if self._rules else None
        return wanted if wanted and seen.has(wanted) else seen.library.default

    async def means_all(self, place: Place, episode_id: str | None) -> bool:
        """Tell whether an ID stands for all episodes that are seen in a place."""
        return means_all(episode_id, await self.episodes(place))

    async def by_key(self, place: Place, key: str) -> Episode:
        """Return the episode that is seen in a place and whose content hash begins with a key. Raises EpisodeGoneError.

        A key may have been copied from another server: it opens nothing that is not seen in this one.
        """
        return await self.shelves.by_key(place.guild_id, key)

    async def searcher(self, episode: Episode) -> Searcher:
        """Return the index of an episode that this desk has given."""
        return await self.shelves.searcher(episode)

    async def recall(self, place: Place, key: str, request: Request) -> Answer:
        """Give an answer again, for a button on it: that is no question, so nothing is recorded.

        Raises EpisodeGoneError and what the request may raise.
        """
        return await self._respond(await self.by_key(place, key), request)

    async def recall_quote(self, place: Place, key: str, span: Span) -> Quote:
        """Give again what was said in a span. Raises EpisodeGoneError, also where the span lies outside the text."""
        episode = await self.by_key(place, key)
        if not 0 <= span.start < span.end <= len(episode.text):
            raise EpisodeGoneError(key)
        return episode.quote(span)

    async def _asked_again(self, question: Question, logged: int) -> Question:
        """Fill in what a logged question searched for. Raises QuestionGoneError."""
        row, request = await self.logged(question.place, logged), question.request
        if row.command != FindQuote.verb or row.surface == "menu" or not row.text or not isinstance(request, FindQuote):
            raise QuestionGoneError
        options = row.options or {}
        request = replace(request, about=options.get("about", row.text), speaker=options.get("speaker"))
        asked = replace(question, request=request, typed=row.text)
        return asked if row.episode is not None else replace(asked, key=None, episode=ALL)

    async def _respond(self, episode: Episode, request: Request) -> Answer:
        """Answer from one episode; a very long one keeps nobody else waiting."""
        searcher = await self.searcher(episode)
        if len(episode.text) > LONG:
            return await asyncio.to_thread(respond, searcher, request)
        return respond(searcher, request)

    async def _meant(self, question: Question) -> Episode:
        """Return the episode that is asked. Raises EpisodeUnknownError and EpisodeGoneError."""
        if question.key is not None:
            return await self.by_key(question.place, question.key)
        return await self.episode(question.place, question.episode)

    async def _record(self, question: Question, outcome: Outcome, episode: str | None, quotes: Sequence[Quote]) -> None:
        if self._log is None:
            return
        await self._log.record(
            Entry(
                question=question,
                command=question.request.verb,
                outcome=outcome,
                episode=episode,
                answer_lines=[quote.lines for quote in quotes],
                latency_ms=(time.monotonic() - question.received) * 1000,
            )
        )


def _check_clear(request: Request) -> None:
    """Stop what may be meant for any of several episodes before one is chosen. Raises EpisodeUnclearError."""
    if isinstance(request, AskWhich):
        raise EpisodeUnclearError(request.among)


def _is_public(question: Question) -> bool:
    """Tell whether a question can be answered in no other way than for all to see."""
    return question.surface == "mention" or isinstance(question.request, Discuss)
