"""Keeps the library as its files are while the bot runs: new, changed and removed ones, without a restart."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from bot.config import Episodes
from bot.library import open_configured
from store.desk import Desk
from store.errors import StoreError
from store.library import Library, last_changed

# Between two looks.
PAUSE = timedelta(minutes=5)
_log = logging.getLogger(__name__)


class Watcher:
    """Gives the desk another library whenever a file is other than it was at the last look."""

    def __init__(self, desk: Desk, episodes: Episodes, seen: Mapping[Path, tuple[int, int]]) -> None:
        """`seen` is how the files were when the desk's library was opened."""
        self._desk, self._episodes, self._seen = desk, episodes, seen

    async def look(self) -> None:
        """Look once."""
        self._seen = await look(self._desk, self._episodes, self._seen)


async def look(desk: Desk, episodes: Episodes, seen: Mapping[Path, tuple[int, int]]) -> Mapping[Path, tuple[int, int]]:
    """Look once, and return what was seen. A library that cannot be opened as it is now leaves the desk the old one."""
    try:
        now = await asyncio.to_thread(last_changed, episodes.paths)
        if now != seen:
            library = await asyncio.to_thread(open_configured, episodes)
            desk.shelves.library = library
            report(library)
            _log.info("the library has changed: %d episodes", len(library.facts()))
    except (StoreError, OSError) as error:
        _log.warning("the library stays as it was: %s", error)
        return now if isinstance(error, StoreError) else seen
    return now


def report(library: Library) -> None:
    """Log what could not be opened."""
    for problem in library.problems:
        _log.warning("left out: %s", problem)
