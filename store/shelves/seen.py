"""What one server sees: the configured episodes and its own, and the names that were accepted there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from store.errors import EpisodeGoneError, EpisodeUnknownError
from store.library import Library
from store.notes import NameNote
from store.question import ALL, EpisodeFacts
from store.server.own import OwnNames, own_id


@dataclass(frozen=True, slots=True)
class Listed:
    """An episode of a server's own: what is known of it, and since when it is there."""

    facts: EpisodeFacts
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """The episodes that one server sees; outside servers, the configured ones."""

    library: Library
    guild_id: int | None = None
    own: Mapping[str, Listed] = field(default_factory=dict)
    names: OwnNames = field(default_factory=OwnNames)

    @property
    def facts(self) -> tuple[EpisodeFacts, ...]:
        """What is known of each: those of the server's own, then the configured ones, each by ID."""
        return (*(listed.facts for listed in self.own.values()), *self.library.facts())

    def named(self, wanted: str) -> EpisodeFacts:
        """Return the episode of an ID; a server's own may be called by its stem, where no configured one is.

        All of a single episode is that one.

        Raises EpisodeUnknownError.
        """
        wanted = wanted.strip()
        if found := self.library.known(wanted):
            return found
        for episode_id in (wanted, own_id(wanted)):
            if episode_id in self.own:
                return self.own[episode_id].facts
        if wanted == ALL and len(self.facts) == 1:
            return self.facts[0]
        raise EpisodeUnknownError(wanted, [facts.id for facts in self.facts])

    def has(self, episode_id: str) -> bool:
        """Tell whether there is an episode of this very ID."""
        return episode_id in self.own or self.library.known(episode_id) is not None

    def by_key(self, key: str) -> EpisodeFacts:
        """Return the episode whose content hash begins with a key. Raises EpisodeGoneError."""
        for facts in self.facts:
            if facts.key == key:
                return facts
        raise EpisodeGoneError(key)

    def is_own(self, facts: EpisodeFacts) -> bool:
        """Tell whether an episode belongs to the server alone."""
        return facts.id in self.own

    def names_of(self, episode_id: str) -> tuple[NameNote, ...]:
        """Return the misheard names that were accepted for an episode."""
        return tuple(NameNote(meant=meant, heard=(heard,)) for heard, meant in self.names.pairs.get(episode_id, ()))

    @property
    def differs(self) -> bool:
        """Tell whether anything is otherwise here than outside servers."""
        return next(self.editions, None) is not None

    @property
    def editions(self) -> Iterator[EpisodeFacts]:
        """The episodes that are otherwise here than elsewhere: the server's own, and those with names accepted."""
        yield from (listed.facts for listed in self.own.values())
        named = (self.library.known(episode_id) for episode_id in self.names.pairs)
        yield from (facts for facts in named if facts)
