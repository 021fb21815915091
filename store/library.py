"""Which episodes there are, opened and indexed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from store.episode import Episode, open_episode
from store.errors import EpisodeClashError, EpisodeGoneError, EpisodeUnknownError, LibraryEmptyError
from store.search import Searcher

SUFFIXES = frozenset({".txt", ".md"})


class Library:
    """The configured episodes; every server sees them all."""

    def __init__(self, episodes: Iterable[Episode], default: str | None = None) -> None:
        """`default` is the ID of the episode that is meant when none is named; else the first.

        Raises EpisodeClashError, EpisodeUnknownError, LibraryEmptyError.
        """
        self._episodes: dict[str, Episode] = {}
        for episode in episodes:
            other = self._episodes.setdefault(episode.id, episode)
            if other is not episode:
                raise EpisodeClashError(episode.id, other.transcript.path, episode.transcript.path)
        if not self._episodes:
            raise LibraryEmptyError
        self._default = default or next(iter(self._episodes))
        self.episode(None, self._default)
        self._searchers = {episode.id: Searcher(episode) for episode in self._episodes.values()}

    def episodes(self, guild_id: int | None = None) -> tuple[Episode, ...]:
        """Return the episodes that a server sees, by ID."""
        del guild_id  # the configured ones belong to everyone
        return tuple(sorted(self._episodes.values(), key=lambda episode: episode.id))

    def episode(self, guild_id: int | None, episode_id: str | None) -> Episode:
        """Return an episode that a server sees; the default where none is named. Raises EpisodeUnknownError."""
        wanted = self._default if episode_id is None else episode_id.strip()
        if wanted not in self._episodes:
            raise EpisodeUnknownError(wanted, [episode.id for episode in self.episodes(guild_id)])
        return self._episodes[wanted]

    def by_key(self, guild_id: int | None, key: str) -> Episode:
        """Return the episode whose content hash begins with a key. Raises EpisodeGoneError."""
        for episode in self.episodes(guild_id):
            if episode.key == key:
                return episode
        raise EpisodeGoneError(key)

    def searcher(self, episode: Episode) -> Searcher:
        """Return the index of an episode of this library."""
        return self._searchers[episode.id]


def open_library(paths: Sequence[Path], *, default: str | None = None) -> Library:
    """Open the transcripts that paths name: files, or folders and all below them.

    Raises TranscriptError and NotesError of the first that cannot be opened, and what Library raises.
    """
    return Library((open_episode(path) for path in _transcripts(paths)), default)


def _transcripts(paths: Sequence[Path]) -> list[Path]:
    """List the files, each once, however often and by whatever way the paths name it."""
    files: dict[Path, Path] = {}
    for path in paths:
        found = [file for file in sorted(path.rglob("*")) if _is_transcript(file)] if path.is_dir() else [path]
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values())


def _is_transcript(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in SUFFIXES
