"""From paths to a library: which files are transcripts, what the cache knows of them, what has changed since."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from store.archive.archive import Archive
from store.archive.assembly import Plan, assemble
from store.archive.cache import Cache, Stored
from store.archive.compiled import compile_episode, facts_from
from store.archive.fingerprint import fingerprint
from store.archive.shelf import Library, Shelved
from store.episode import Episode
from store.errors import StoreError
from store.formats import MAX_BYTES
from store.manuscripts.opening import open_episode
from store.notes import notes_path
from store.search import Searcher

__all__ = ["Library", "last_changed", "open_library", "transcripts"]

SUFFIXES = frozenset({".txt", ".md", ".srt", ".vtt", ".json"})
# What stands beside transcripts and is none, by its stem.
PAPERS = frozenset({"changelog", "contributing", "licence", "license", "readme"})
# Told how many episodes are ready, of how many.
Progress = Callable[[int, int], None]


def open_library(
    paths: Sequence[Path],
    *,
    default: str | None = None,
    ids: Mapping[Path, str] | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Library:
    """Open the transcripts that paths name: files, or folders and all below them.

    A file of a folder that cannot be opened is one of the library's `problems`. Raises TranscriptError and NotesError
    where the file is named itself, is the default, or is the only one; and what Library raises. `ids` are those of
    files that shall not be called by their stems. With a `cache` folder what was compiled before is not compiled
    again, and episodes are opened when they are asked for.
    """
    called = {file.resolve(): episode_id for file, episode_id in (ids or {}).items()}
    listed = transcripts(paths)
    files = {file: called.get(file.resolve(), file.stem) for file in listed}
    problems: list[StoreError] = []
    ready = _Cached(Cache(cache, fingerprint()), files, _place(paths)) if cache and len(files) > 1 else _Plain(files)
    shelf = []
    for done, (file, named) in enumerate(listed.items(), start=1):
        try:
            shelf.append(ready.shelve(file))
        except StoreError as error:
            if named or len(files) == 1 or files[file] == default:
                raise
            problems.append(error)
        if progress:
            progress(done, len(files))
    if not shelf and problems:
        raise problems[0]
    return Library(shelf, default, problems=problems, archive=ready.archive())


def transcripts(paths: Sequence[Path]) -> dict[Path, bool]:
    """List the files, each once, however often and by whatever way the paths name it; and whether one names it."""
    files: dict[Path, tuple[Path, bool]] = {}
    for path in paths:
        named = not path.is_dir()
        for file in [path] if named else sorted(path.rglob("*")):
            if named or _is_transcript(file):
                first, before = files.get(file.resolve(), (file, False))
                files[file.resolve()] = (first, named or before)
    return dict(files.values())


def last_changed(paths: Sequence[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return when each transcript and its notes were last changed and how long they are: other, when any changes."""
    return {
        file: (found.st_mtime_ns, found.st_size)
        for transcript in transcripts(paths)
        for file in (transcript, notes_path(transcript))
        if (found := _stat(file)) is not None
    }


class _Plain:
    """Opens every episode at once and keeps it."""

    def __init__(self, files: Mapping[Path, str]) -> None:
        self._files = files

    def shelve(self, file: Path) -> Episode | Shelved:
        return open_episode(file, self._files[file])

    def archive(self) -> Archive | None:
        return None


class _Cached(_Plain):
    """Opens and compiles what the cache has not got; all that it has is left closed until somebody asks."""

    def __init__(self, cache: Cache, files: Mapping[Path, str], place: str) -> None:
        """`place` stays the same when the library changes, so that what it was before can be forgotten."""
        super().__init__(files)
        self._cache, self._place = cache, place
        self._keys = {file: _key(file, called) for file, called in files.items()}
        self._name = f"{place}-{_digest(key.encode() for key in self._keys.values())}"
        # What could not be kept, or could change while all are put together.
        self._unkept: dict[str, Stored] = {}
        self._whole = cache.load(self._name, mapped=True)
        self._known = dict(zip(self._whole.said["keys"], self._whole.said["facts"], strict=True)) if self._whole else {}
        self._shelved: list[str] = []

    def shelve(self, file: Path) -> Shelved:
        key = self._keys[file]
        facts = self._known.get(key) or self._compiled(file).said["facts"]
        self._shelved.append(key)
        return Shelved(
            facts_from(facts), file, partial(open_episode, file, self._files[file]), partial(self._cache.load, key)
        )

    def archive(self) -> Archive:
        if self._whole is None or self._whole.said["keys"] != self._shelved:
            plan = Plan(self._all())
            said = plan.said | {"keys": self._shelved}
            self._cache.build(self._name, said, plan.shapes, lambda arrays: plan.fill(self._all(), arrays))
            self._whole = self._cache.load(self._name, mapped=True) or assemble(list(self._all()))
        self._cache.forget(self._place, but=self._name)
        self._cache.tidy({self._name, *self._keys.values()})
        return Archive(self._whole)

    def _all(self) -> Iterator[Stored]:
        shelved = frozenset(self._shelved)
        return (self._compiled(file) for file, key in self._keys.items() if key in shelved)

    def _compiled(self, file: Path) -> Stored:
        key = self._keys[file]
        compiled = self._unkept.get(key) or self._cache.load(key)
        if compiled is None:
            compiled = compile_episode(Searcher(open_episode(file, self._files[file])))
            if key == _key(file, self._files[file]):  # else the file has changed while it was read
                self._cache.save(key, compiled.said, compiled.arrays)
            if not self._cache.has(key):
                self._unkept[key] = compiled
        return compiled


def _place(paths: Iterable[Path]) -> str:
    """Return a name for the library that these paths make, whatever there is in them."""
    return _digest(os.fsencode(path.resolve()) for path in paths)[:16]


def _key(file: Path, called: str) -> str:
    """Return a key that changes with all that an episode is made of: its names, its words, its notes."""
    names = f"{called}\0{file.stem}".encode("utf-8", "surrogateescape")
    return _digest([names, _content(file), _content(notes_path(file))])


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _content(file: Path) -> bytes:
    """Return what a file holds; nothing where it cannot be opened as an episode anyhow."""
    found = _stat(file)
    if found is None or not stat.S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
        return b""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except (OSError, ValueError):
        return None


def _is_transcript(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in SUFFIXES and path.stem.lower() not in PAPERS
