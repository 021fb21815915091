"""The library that the settings describe."""

from pathlib import Path

from bot.config import Episodes
from store.library import Library, Progress, open_library

APPLICATION = "on-the-record"


def open_configured(episodes: Episodes, progress: Progress | None = None) -> Library:
    """Open the configured episodes. Raises StoreError."""
    return open_library(
        episodes.paths,
        default=episodes.default,
        ids=episodes.ids,
        cache=cache_folder(episodes),
        progress=progress,
    )


def cache_folder(episodes: Episodes) -> Path | None:
    """Return where compiled episodes are kept: by default where this system keeps what can be made anew."""
    if episodes.cache is False:
        return None
    if episodes.cache is not None:
        return episodes.cache
    from platformdirs import user_cache_path  # noqa: PLC0415 - seldom wanted: a single episode is not cached

    return user_cache_path(APPLICATION, appauthor=False)
