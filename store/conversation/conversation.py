"""What a message means in the conversation that it is part of, as far as the log has it."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from store.conversation.exchange import Exchange, points, read, went_on
from store.conversation.following import following
from store.conversation.logged import asked_by
from store.conversation.which import hinted, which
from store.desk import Desk
from store.errors import StoreError
from store.mentions import mentions
from store.question import (
    ALL,
    WHOLE,
    AskHelp,
    AskWhich,
    EpisodeFacts,
    FindMentions,
    FindQuote,
    Place,
    Request,
    ShowEpisode,
    Summarise,
)
from store.routing import LONGEST_CLAIM, Scene, is_literal, plainly
from store.search import Searcher
from store.summary import summarise

if TYPE_CHECKING:
    from store.database.query_log import LoggedQuery

# How long after an answer a message may refer to it.
WHILE = timedelta(minutes=15)
_ONLY_NAMED = re.compile(
    r"\W*(?:(?:and|what|how|about|also|in|on|from|of|for|same|question|again|now|this|the|episode|try|ok|so)\b\W*)*",
    re.IGNORECASE,
)
_log = logging.getLogger(__name__)
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)


class Memory(Protocol):
    """What is remembered of who asks: `store.database.Recollection`, or nothing at the terminal."""

    async def lately(self, place: Place, now: datetime, pause: timedelta) -> "Sequence[LoggedQuery]":
        """Return what this person asked in this channel, the oldest first, with no pause longer than this in it."""

    async def keeps(self, user_id: int) -> bool:
        """Tell whether anything is kept of a person: not where they have opted out."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message, and how it is to be answered.

    `episode` is an ID that was chosen beside it. A quote answers with `limit` passages; a `brief` summary is short,
    where no length was asked for. `base` is the logged question that it goes on from; by default the last one.
    `about` is what is spoken of where it is said, such as a thread about a passage; what answers in the lines `near` it
    comes first.
    """

    text: str
    place: Place = Place()  # noqa: RUF009 - frozen
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    episode: str | None = None
    limit: int | None = None
    brief: bool = False
    base: "LoggedQuery | None" = None
    about: Exchange | None = None
    near: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """A request, and the ID of the episode that it is of; None for the one in use."""

    request: Request
    episode: str | None = None


class Conversation:
    """Reads messages as requests, by what they say and by what the same person asked before."""

    def __init__(self, desk: Desk, memory: Memory | None = None) -> None:
        """Without a memory each message stands on its own."""
        self._desk = desk
        self._memory = memory

    async def read(self, said: Said) -> Meant:
        """Return what a message means. Whatever is wrong with it, the desk says."""
        if len(said.text) > LONGEST_CLAIM:
            return Meant(FindQuote(said.text), said.episode)
        try:
            return await self._read(said)
        except Exception as error:  # noqa: BLE001 - what breaks the desk, too, it puts on the record
            _log.warning("could not read a message, so it is searched for as it is: %r", error)
            return Meant(FindQuote(said.text), said.episode)

    async def _read(self, said: Said) -> Meant:
        before = await self._gone_on_from(said.base, said.place) if said.base else await self._before(said)
        before = before or said.about
        meant = await self._meant(said.text, before, said.place, said.episode)
        if meant.request == AskHelp("nothing_before") and not await self._keeps(said.place):
            return Meant(AskHelp("nothing_kept"))
        near = said.near if said.about and meant.episode == said.about.episode else None
        return replace(meant, request=_fitted(meant.request, said, near, is_new=before in (None, said.about)))

    async def _meant(self, text: str, before: Exchange | None, place: Place, episode: str | None) -> Meant:
        listed = await self._desk.episodes(place)
        default = await self._default(place)
        named = which(text, listed, default)
        if episode is None and len(named.ids) > 1:
            return Meant(AskWhich(named.ids))
        chosen = episode or next(iter(named.ids), None)
        if before and chosen not in (None, before.episode or ALL):
            before = replace(before, shown=())  # what was shown is of another episode
        if chosen is None:
            chosen = (before.episode or ALL) if before else await self._hinted(text, listed, place, default)
        scene = await self._scene(listed, place, chosen)
        if named.ids and not _asks(named.text):
            request = before.asked_of(scene) if before else ShowEpisode()
        else:
            request = read(named.text, before, scene)
        if isinstance(request, AskHelp):
            return Meant(request, None if chosen == ALL else chosen)
        return Meant(await self._sought(request, named.text, place, chosen), chosen)

    async def _gone_on_from(self, base: "LoggedQuery", place: Place) -> Exchange | None:
        """Return what stands after a logged question; what went before it only who asked it goes on from."""
        rows: Sequence[LoggedQuery] = [base]
        if self._memory is not None and base.user_id is not None and base.user_id == place.user_id:
            rows = [row for row in await self._memory.lately(place, base.asked_at, WHILE) if row.id <= base.id]
        return await self._exchange(rows, place)

    async def _exchange(self, rows: "Sequence[LoggedQuery]", place: Place) -> Exchange | None:
        before: Exchange | None = None
        for row in rows:
            before = await self._after(row, before, place)
        return before

    async def _before(self, said: Said) -> Exchange | None:
        """Return what was asked and shown before, where a message may refer to it."""
        words = plainly(said.text)
        refers = following(words) is not None or points(words) or _SOMEBODY.search(words)
        if self._memory is None or said.place.user_id is None or not refers:
            return None
        return await self._exchange(await self._memory.lately(said.place, said.at, WHILE), said.place)

    async def _after(self, row: "LoggedQuery", before: Exchange | None, place: Place) -> Exchange | None:
        """Return what stands after a logged question."""
        if row.text is None:
            return None
        if row.outcome == "refused" or row.command == AskHelp.verb:
            return before
        meant = await self._meant(row.text, before, place, row.episode or ALL)
        return went_on(before, asked_by(row, meant.request), row.answer_lines, row.episode)

    async def _sought(self, request: Request, text: str, place: Place, episode: str | None) -> Request:
        """Return a search for what there is nothing to sum up or to count of: it says what comes nearest."""
        if episode == ALL or not isinstance(request, Summarise | FindMentions):
            return request
        try:
            searcher = await self._desk.searcher(await self._desk.episode(place, episode))
            return _unless_there(searcher, request, plainly(text))
        except StoreError:
            return request

    async def _scene(self, listed: Sequence[EpisodeFacts], place: Place, episode: str | None) -> Scene:
        if episode == ALL:
            return Scene(speakers=tuple(dict.fromkeys(name for facts in listed for name in facts.speakers)))
        try:
            return Scene.of(await self._desk.episode(place, episode))
        except StoreError:
            return Scene()

    async def _default(self, place: Place) -> str | None:
        try:
            return (await self._desk.episode(place)).id
        except StoreError:
            return None

    async def _hinted(self, text: str, listed: Sequence[EpisodeFacts], place: Place, default: str | None) -> str | None:
        """Return the only episode whose title has a name that the one in use never has."""
        found = hinted(text, listed)
        if default is None or default in found or len(found) != 1:
            return None
        ((episode, names),) = found.items()
        known = (await self._desk.searcher(await self._desk.episode(place))).vocabulary
        return None if any(name in known for name in names) else episode

    async def _keeps(self, place: Place) -> bool:
        return self._memory is None or place.user_id is None or await self._memory.keeps(place.user_id)


def _asks(text: str) -> bool:
    """Tell whether there is more in a text than that an episode is meant."""
    return _ONLY_NAMED.fullmatch(text) is None


def _fitted(request: Request, said: Said, near: tuple[int, int] | None, *, is_new: bool) -> Request:
    """Return a request of the size that is wanted; what goes on from another keeps its length."""
    if isinstance(request, FindQuote):
        return replace(request, limit=said.limit or request.limit, near=near)
    if said.brief and is_new and isinstance(request, Summarise) and request.length == "medium":
        return replace(request, length="short")
    return request


def _unless_there(searcher: Searcher, request: Summarise | FindMentions, text: str) -> Request:
    """Return a request where there is something to sum up, or the very words are said; else a search for its matter."""
    if isinstance(request, Summarise):
        whole = request.of == WHOLE or request.of.isdecimal()
        return request if whole or summarise(searcher, request).found else FindQuote(request.of)
    if is_literal(text, request.of) or len(request.of.split()) == 1:
        return request
    counted = mentions(searcher.wording, request)
    said = counted.found or counted.by_others or counted.forms
    return request if said else FindQuote(request.of, request.speaker)
