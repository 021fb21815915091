"""Who is meant by a name."""

from collections.abc import Iterable

from store.words import plain


def called(given: str, names: Iterable[str]) -> list[str]:
    """Return the names that a given one stands for; case and accents don't matter, and a surname is enough."""
    wanted = set(plain(given).split())
    return [name for name in names if wanted and wanted <= set(plain(name).split())]
