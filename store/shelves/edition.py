"""An episode as one server sees it: its own, or a configured one with names that were accepted there."""

from dataclasses import dataclass

from store.archive.cache import Stored
from store.archive.compiled import compile_episode
from store.episode import Episode
from store.errors import EpisodeGoneError, StoreError
from store.manuscripts.manuscript import Manuscript
from store.manuscripts.opening import open_manuscript
from store.question import EpisodeFacts
from store.search import Searcher


@dataclass(slots=True)
class Edition:
    """The episode; its index, and that as columns, once they were wanted."""

    episode: Episode
    searcher: Searcher | None = None
    compiled: Stored | None = None

    def indexed(self) -> Searcher:
        """Return the index."""
        self.searcher = self.searcher or indexed(self.episode)
        return self.searcher

    def columns(self) -> Stored:
        """Return the episode compiled."""
        self.compiled = self.compiled or compile_episode(self.indexed())
        return self.compiled


def open_own(manuscript: Manuscript, facts: EpisodeFacts) -> Episode:
    """Open an episode of a server's own. Raises EpisodeGoneError where it can't be, or is another than was listed."""
    try:
        episode = open_manuscript(manuscript, facts.id)
    except StoreError as error:  # it was checked when it was added: by another version
        raise EpisodeGoneError(facts.key) from error
    if episode.key != facts.key:
        raise EpisodeGoneError(facts.key)
    return episode


def indexed(episode: Episode) -> Searcher:
    """Return the index of an episode, ready for its first question."""
    return ready(Searcher(episode))


def ready(searcher: Searcher) -> Searcher:
    """Make what the first question would otherwise have to wait for."""
    _ = searcher.vocabulary, searcher.wording
    return searcher
