"""What can be wrong with the episode that is asked, or with the part of it."""

from collections.abc import Sequence
from pathlib import Path

from store.errors.base import StoreError, listed


class EpisodeUnknownError(StoreError):
    """No episode bears this ID."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the IDs that would do."""
        super().__init__(f"no episode is called {given!r}; {listed('there is', known)}")
        self.given, self.known = given, tuple(known)


class EpisodeUnclearError(StoreError):
    """A question fits several episodes."""

    def __init__(self, among: Sequence[str]) -> None:
        """`among` are the IDs of those that it may be meant for."""
        super().__init__(f"the question fits several episodes: {', '.join(among)}; say which, or choose one by its ID")
        self.among = tuple(among)


class EpisodeClashError(StoreError):
    """Two transcripts would bear one ID."""

    def __init__(self, episode_id: str, first: Path, second: Path) -> None:
        """Name both files."""
        cure = "rename one of the files, or give one another ID under `episodes.ids`"
        super().__init__(f"two transcripts are called {episode_id!r}: {first} and {second}; {cure}")
        self.episode_id, self.first, self.second = episode_id, first, second


class EpisodeGoneError(StoreError):
    """An episode that an older answer was made from is there no more, or its transcript has changed."""

    def __init__(self, key: str) -> None:
        """`key` is the start of the content hash that the answer bore."""
        super().__init__(f"the episode that this came from ({key}) was removed or has changed; ask again")
        self.key = key


class OneEpisodeError(StoreError):
    """All episodes are asked for what only one can answer."""

    def __init__(self, verb: str) -> None:
        """`verb` is what was asked for."""
        super().__init__(f"{verb} answers from one episode at a time: name one; only quote searches all of them")
        self.verb = verb


class LibraryEmptyError(StoreError):
    """No episode at all."""

    def __init__(self) -> None:
        """Say where episodes come from."""
        super().__init__("there is no transcript to open; name files or folders under `episodes.paths`")


class SpeakerUnknownError(StoreError):
    """Nobody of this name speaks in the episode, as far as is known."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the names that would do."""
        super().__init__(f"no speaker is called {given!r}; {listed('this episode has', known)}")
        self.given, self.known = given, tuple(known)


class ChapterUnknownError(StoreError):
    """The episode has no chapter of this number."""

    def __init__(self, given: str, last: int) -> None:
        """Chapters are numbered from 1 to `last`; 0 where there are none."""
        known = f"give a number from 1 to {last}" if last else "this episode has no chapters; ask for the whole"
        super().__init__(f"there is no chapter {given}; {known}")
        self.given, self.last = given, last


class MomentBeyondError(StoreError):
    """A moment after the end of the recording is asked for."""

    def __init__(self, seconds: float, end: float) -> None:
        """Both are in seconds from the start of the recording."""
        super().__init__(f"nothing is said at {_clock(seconds)}: the recording ends at {_clock(end)}")
        self.seconds, self.ends_at = seconds, end


class MomentsUnknownError(StoreError):
    """A moment is asked for in an episode of which no times are known."""

    def __init__(self) -> None:
        """Say what would do."""
        super().__init__("this transcript has no times, and nobody has noted how long it is; ask for a few words of it")


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
