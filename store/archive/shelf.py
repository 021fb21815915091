"""Which episodes there are. Each is opened when it is first asked, and what has not been asked for long is let go."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from store.archive.archive import Archive
from store.archive.assembly import assemble
from store.archive.cache import Stored
from store.archive.compiled import compile_episode, sentence_terms
from store.episode import Episode
from store.errors import EpisodeClashError, EpisodeGoneError, EpisodeUnknownError, LibraryEmptyError, StoreError
from store.question import ALL, EpisodeFacts, FindQuote, QuoteAnswer
from store.search import Searcher

# How many episodes, and how many indexes of one episode (some 5 MB for an hour), are held open.
OPEN_EPISODES, OPEN_SEARCHERS = 64, 12
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Shelved:
    """An episode that can be opened: what is known of it, its file, and how it is opened and compiled."""

    facts: EpisodeFacts
    path: Path
    open: Callable[[], Episode]
    compiled: Callable[[], Stored | None] = lambda: None


class Library:
    """The configured episodes; every server sees them all."""

    def __init__(
        self,
        episodes: Iterable[Episode | Shelved],
        default: str | None = None,
        *,
        problems: Iterable[StoreError] = (),
        archive: Archive | None = None,
    ) -> None:
        """`default` is the ID of the episode that is meant when none is named; else the first.

        `problems` are the errors of the files that could not be opened. Raises EpisodeClashError,
        EpisodeUnknownError, LibraryEmptyError.
        """
        self.problems = tuple(problems)
        self._shelf: dict[str, Shelved] = {}
        for one in map(_shelved, episodes):
            other = self._shelf.setdefault(one.facts.id, one)
            if other is not one:
                raise EpisodeClashError(one.facts.id, other.path, one.path)
        if not self._shelf:
            raise LibraryEmptyError
        self._default = default or next(iter(self._shelf))
        self._archive = archive
        self._episodes = _Recent[Episode](OPEN_EPISODES)
        self._searchers = _Recent[Searcher](OPEN_SEARCHERS)
        self._named(None, self._default)

    @property
    def default(self) -> str:
        """The ID of the episode that is meant when none is named."""
        return self._default

    def known(self, episode_id: str) -> EpisodeFacts | None:
        """Return what is known of an episode; None where there is none of this ID."""
        found = self._shelf.get(episode_id)
        return found.facts if found else None

    def held(self, episode_id: str) -> Episode | None:
        """Return an episode that is open already."""
        return self._episodes.peek(episode_id)

    def held_searcher(self, episode: Episode) -> Searcher | None:
        """Return the index of an episode that is there already."""
        return self._searchers.peek(_key(episode))

    def facts(self, guild_id: int | None = None) -> tuple[EpisodeFacts, ...]:
        """Return what is known of the episodes that a server sees, by ID; opens none."""
        del guild_id  # the configured ones belong to everyone
        return tuple(self._shelf[episode_id].facts for episode_id in sorted(self._shelf))

    def episodes(self, guild_id: int | None = None) -> tuple[Episode, ...]:
        """Return the episodes that a server sees, by ID, all of them opened."""
        return tuple(self.episode(guild_id, facts.id) for facts in self.facts(guild_id))

    def episode(self, guild_id: int | None, episode_id: str | None) -> Episode:
        """Return an episode that a server sees; the default where none is named.

        Raises EpisodeUnknownError, and EpisodeGoneError where its file has changed since.
        """
        return self._opened(self._named(guild_id, self._default if episode_id is None else episode_id.strip()))

    def by_key(self, guild_id: int | None, key: str) -> Episode:
        """Return the episode whose content hash begins with a key. Raises EpisodeGoneError."""
        for facts in self.facts(guild_id):
            if facts.key == key:
                return self._opened(self._shelf[facts.id])
        raise EpisodeGoneError(key)

    def searcher(self, episode: Episode) -> Searcher:
        """Return the index of an episode of this library."""
        return self._searchers.get(_key(episode), lambda: self._indexed(episode))

    def find_everywhere(self, request: FindQuote) -> QuoteAnswer:
        """Return the passages of all episodes that answer, best first; each quote says which it is from.

        Raises QuestionBlankError and SpeakerUnknownError.
        """
        return self.archive.find(request)

    @property
    def archive(self) -> Archive:
        """All episodes as one; put together when first asked for, where the cache has not got it."""
        if self._archive is None:
            compiled = [one.compiled() or compile_episode(Searcher(one.open())) for one in self._shelf.values()]
            self._archive = Archive(assemble(compiled))
        return self._archive

    def _named(self, guild_id: int | None, wanted: str) -> Shelved:
        if wanted == ALL and len(self._shelf) == 1:  # all of a single episode is that one
            return next(iter(self._shelf.values()))
        if wanted not in self._shelf:
            raise EpisodeUnknownError(wanted, [facts.id for facts in self.facts(guild_id)])
        return self._shelf[wanted]

    def _opened(self, one: Shelved) -> Episode:
        return self._episodes.get(one.facts.id, lambda: _as_listed(one))

    def _indexed(self, episode: Episode) -> Searcher:
        compiled = self._shelf[episode.id].compiled()
        return Searcher(episode, sentence_terms(episode, compiled) if compiled else None)


class _Recent(Generic[Value]):
    """The values that were asked for last, up to a number."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[str, Value] = OrderedDict()

    def peek(self, key: str) -> Value | None:
        """Return a value that is held."""
        return self._held.get(key)

    def get(self, key: str, make: Callable[[], Value]) -> Value:
        """Return a value, made if it isn't held; what was not asked for longest gives way to it."""
        value = self._held.pop(key, None)
        if value is None:
            value = make()
        self._held[key] = value
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        return value


def _key(episode: Episode) -> str:
    return episode.key + episode.id


def _shelved(one: Episode | Shelved) -> Shelved:
    return Shelved(one.facts, one.transcript.path, lambda: one) if isinstance(one, Episode) else one


def _as_listed(one: Shelved) -> Episode:
    """Open an episode. Raises EpisodeGoneError where its file is another than when it was listed."""
    try:
        episode = one.open()
    except StoreError:
        raise EpisodeGoneError(one.facts.key) from None
    if episode.key != one.facts.key:
        raise EpisodeGoneError(one.facts.key)
    return episode
