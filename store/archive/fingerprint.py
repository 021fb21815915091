"""What a compiled episode depends on beside its files: the code that compiles it, and the libraries that this uses."""

import hashlib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

# The distributions whose modules the code imports: another version may cut sentences or words in another way.
LIBRARIES = (
    "babel",
    "chunspell",
    "numpy",
    "pydantic",
    "PyStemmer",
    "rank-bm25",
    "RapidFuzz",
    "sentencex",
    "wordfreq",
)
# What has no part in it, and changes often.
_APART = frozenset({"__pycache__", "database"})


@cache
def fingerprint() -> str:
    """Return what is another with every change to the code or its libraries, so that nobody has to think of it."""
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for source in sources(files("store")):
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()


def sources(folder: Traversable) -> Iterator[Traversable]:
    """Give the modules and word lists that may have a part in compiling, in an order that is always the same."""
    for child in sorted(folder.iterdir(), key=lambda child: child.name):
        if child.is_dir() and child.name not in _APART:
            yield from sources(child)
        elif child.name.endswith((".py", ".txt")):
            yield child
