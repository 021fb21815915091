"""Who is meant by a name."""

from collections.abc import Iterable

from store.words import plain


def name_parts(names: Iterable[str]) -> frozenset[str]:
    """Return the parts of all names, plain."""
    return frozenset(part for name in names for part in plain(name).split())


def called(given: str, names: Iterable[str]) -> list[str]:
    """Return the names that a given one stands for; case and accents don't matter, and a surname is enough."""
    wanted = set(plain(given).split())
    return [name for name in names if wanted and wanted <= set(plain(name).split())]
