"""Which episodes each server sees, opened and indexed when they are asked for, away from the event loop."""

import asyncio
import logging
import time
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeAlias
from weakref import WeakKeyDictionary

from pydantic import ValidationError

from store.archive.archive import Archive
from store.archive.assembly import assemble
from store.archive.cache import Stored
from store.archive.compiled import facts_from
from store.episode import Episode
from store.errors import EpisodeGoneError, StoreError
from store.library import Library
from store.manuscripts.manuscript import Manuscript
from store.manuscripts.opening import open_manuscript
from store.question import EpisodeFacts, FindQuote, QuoteAnswer
from store.search import Searcher
from store.server.own import OwnEpisode, OwnNames, own_stem
from store.shelves.edition import Edition, indexed, open_own, ready
from store.shelves.joined import Joined
from store.shelves.recent import Recent
from store.shelves.seen import Listed, Seen

# Seconds after which what another process may have changed is read again.
FRESH = 60.0
# How many servers' lists are held, and how many characters of episodes that are a server's own or have names of its
# own: opened and indexed, a million (some seventeen hours) take about 150 MB.
SERVERS, CHARACTERS = 500, 2_000_000

_log = logging.getLogger(__name__)
Key: TypeAlias = tuple[Hashable, ...]


class Kept(Protocol):
    """Where the servers' own episodes are: `store.database.EpisodeTable`."""

    async def of(self, guild_id: int) -> tuple[tuple[OwnEpisode, ...], OwnNames]:
        """Return what is kept of a server's episodes, by stem, and the names accepted there."""

    async def manuscript(self, guild_id: int, stem: str) -> Manuscript | None:
        """Return what an episode is made of; None where the server has none called so."""


class Shelves:
    """Gives servers the episodes that they see, and no other."""

    def __init__(self, library: Library, kept: Kept | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """`library` has the configured episodes; `kept` those of servers; `clock` gives seconds."""
        self._library = library
        self._kept = kept
        self._clock = clock
        self._lists: Recent[tuple[float, Seen]] = Recent(SERVERS)
        self._editions: Recent[Edition] = Recent(CHARACTERS)
        self._archives: Recent[Joined] = Recent(CHARACTERS)
        self._opening = asyncio.Lock()
        self._indexing: WeakKeyDictionary[Episode, asyncio.Lock] = WeakKeyDictionary()
        self._changes = 0

    @property
    def library(self) -> Library:
        """The configured episodes. Where they change, another library takes the place of this one."""
        return self._library

    @library.setter
    def library(self, library: Library) -> None:
        self._library = library
        self._editions.clear()
        self._archives.clear()

    async def seen(self, guild_id: int | None) -> Seen:
        """Return what a server sees, no older than a minute."""
        if guild_id is None or self._kept is None:
            return Seen(self.library, guild_id)
        read_at, seen = await self._lists.get(guild_id, partial(self._read, guild_id))
        if self._clock() - read_at >= FRESH:
            self._lists.drop(guild_id.__eq__)
            _, seen = await self._lists.get(guild_id, partial(self._read, guild_id))
        return replace(seen, library=self.library)

    async def episode(self, guild_id: int | None, episode_id: str | None) -> Episode:
        """Return an episode that a server sees; the configured default where none is named.

        Raises EpisodeUnknownError, and EpisodeGoneError where it has changed meanwhile.
        """
        seen = await self.seen(guild_id)
        return await self._opened(seen, seen.named(self.library.default if episode_id is None else episode_id))

    async def by_key(self, guild_id: int | None, key: str) -> Episode:
        """Return the episode whose content hash begins with a key, if the server sees it. Raises EpisodeGoneError."""
        seen = await self.seen(guild_id)
        return await self._opened(seen, seen.by_key(key))

    async def searcher(self, episode: Episode) -> Searcher:
        """Return the index of an episode that was given here."""
        edition = next((one for one in self._editions if one.episode is episode), None)
        if edition is not None:
            return await self._indexed(episode, lambda: edition.searcher, edition.indexed)
        if self.library.held(episode.id) is episode:
            held, make = partial(self.library.held_searcher, episode), partial(_of_library, self.library, episode)
            return await self._indexed(episode, held, make)
        return await asyncio.to_thread(indexed, episode)

    async def find_everywhere(self, guild_id: int | None, request: FindQuote) -> QuoteAnswer:
        """Return the passages of all episodes that a server sees, best first; each quote says which it is from.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        seen = await self.seen(guild_id)
        if not seen.differs:
            return await asyncio.to_thread(self.library.find_everywhere, request)
        archive = await self._archives.get(_key_of_all(seen), partial(self._joined, seen))
        return await asyncio.to_thread(archive.find, request)

    def forget(self, guild_id: int) -> None:
        """Read a server's list anew when it is next asked for: it was changed, or erased."""
        self._changes += 1
        self._lists.drop(guild_id.__eq__)

    async def _read(self, guild_id: int) -> tuple[tuple[float, Seen], float]:
        """Read until nobody has changed anything meanwhile: what is older must not be kept over what is newer."""
        assert self._kept is not None
        while True:
            changes, read_at = self._changes, self._clock()
            own, names = await self._kept.of(guild_id)
            listed = [(one, await self._facts(guild_id, one)) for one in own]
            if changes == self._changes:
                seen = {one.id: Listed(facts, one.added_at) for one, facts in listed if facts}
                return (read_at, Seen(self.library, guild_id, seen, names)), 1

    async def _facts(self, guild_id: int, own: OwnEpisode) -> EpisodeFacts | None:
        """Return what is known of an episode: as it was written down, or as it is read now; None where it can't be."""
        try:
            facts = facts_from(own.facts)
        except ValidationError:  # written by another version
            try:
                manuscript = await self._manuscript(guild_id, own.id, own.key)
                facts = (await asyncio.to_thread(open_manuscript, manuscript, own.id)).facts
            except StoreError as error:
                _log.warning("left out: %s of server %d: %s", own.id, guild_id, error)
                return None
        return replace(facts, id=own.id, key=own.key)

    async def _opened(self, seen: Seen, facts: EpisodeFacts) -> Episode:
        if seen.is_own(facts) or seen.names_of(facts.id):
            return (await self._edition(seen, facts)).episode
        return await self._configured(facts.id)

    async def _configured(self, episode_id: str) -> Episode:
        held = self.library.held(episode_id)
        if held is not None:
            return held
        async with self._opening:  # else all that wait for it would open it
            held = self.library.held(episode_id)
            return await asyncio.to_thread(self.library.episode, None, episode_id) if held is None else held

    async def _indexed(
        self, episode: Episode, held: Callable[[], Searcher | None], make: Callable[[], Searcher]
    ) -> Searcher:
        """Return an index that is held, or make it once, however many ask for it."""
        if (searcher := held()) is not None:
            return searcher
        async with self._indexing.setdefault(episode, asyncio.Lock()):
            if (searcher := held()) is not None:
                return searcher
            return await asyncio.to_thread(make)

    async def _edition(self, seen: Seen, facts: EpisodeFacts) -> Edition:
        return await self._editions.get(_key(seen, facts), partial(self._made, seen, facts))

    async def _made(self, seen: Seen, facts: EpisodeFacts) -> tuple[Edition, float]:
        if seen.is_own(facts):
            manuscript = await self._manuscript(seen.guild_id or 0, facts.id, facts.key)
            episode = await asyncio.to_thread(open_own, manuscript, facts)
        else:
            episode = await self._configured(facts.id)
        return Edition(episode.with_names(seen.names_of(facts.id))), len(episode.text)

    async def _manuscript(self, guild_id: int, episode_id: str, key: str) -> Manuscript:
        assert self._kept is not None
        manuscript = await self._kept.manuscript(guild_id, own_stem(episode_id) or "")
        if manuscript is None:  # another process has removed it
            self.forget(guild_id)
            raise EpisodeGoneError(key)
        return manuscript

    async def _joined(self, seen: Seen) -> tuple[Joined, float]:
        compiled, characters = [], 0
        for facts in seen.editions:
            edition = await self._edition(seen, facts)
            compiled.append(await asyncio.to_thread(edition.columns))
            characters += len(edition.episode.text)
        return await asyncio.to_thread(_join, self.library, compiled), characters


def _of_library(library: Library, episode: Episode) -> Searcher:
    return ready(library.searcher(episode))


def _join(library: Library, compiled: list[Stored]) -> Joined:
    joined = Joined(library.archive, Archive(assemble(compiled)))
    _ = joined.vocabulary  # made here, so that nobody waits for it
    return joined


def _key(seen: Seen, facts: EpisodeFacts) -> Key:
    """Return what an edition hangs on: the same key, the same edition."""
    added_at = seen.own[facts.id].added_at if seen.is_own(facts) else seen.library
    return (seen.guild_id, facts.id, facts.key, added_at, seen.names.pairs.get(facts.id, ()))


def _key_of_all(seen: Seen) -> Key:
    return (seen.guild_id, seen.library, *(_key(seen, facts) for facts in seen.editions))
