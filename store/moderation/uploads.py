"""A file on its way to become an episode of a server's own: read, checked, shown, and then kept or not."""

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store import formats
from store.archive.compiled import facts_said
from store.database import Audited, EpisodeTable
from store.errors import EpisodeThereError, NotesError, PendingGoneError, ShelfFullError, UploadError
from store.manuscripts.check import Report, report_of
from store.manuscripts.manuscript import Manuscript
from store.manuscripts.opening import open_manuscript
from store.moderation.line import Line
from store.notes import notes_path, parse_notes
from store.question import EpisodeFacts
from store.search import Searcher
from store.server.own import OwnEpisode, own_id, stem_of
from store.shelves.shelves import Shelves

MEGABYTE = 1024 * 1024
MAX_NOTES = MEGABYTE // 2
MAX_ENTRIES = 5_000
# Characters that are spoken: some seventeen hours. Reading it takes half a minute.
MAX_SPOKEN = 1_000_000
# Names in show notes times characters: each name is looked for in all that is spoken.
MAX_LOOKING = 1_000_000_000
# Files that wait or are read, in all and of one server.
MOST_WAITING, MOST_OF_ONE = 10, 3
# Files that were read and are to be kept or not: how many, how many bytes of them, and for how many seconds.
MOST_PENDING, MOST_BYTES, PATIENCE = 50, 100 * MEGABYTE, 3600.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many episodes a server may have, and how many bytes a transcript."""

    episodes: int
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file, before it is kept; `facts` is None where its show notes don't fit it."""

    manuscript: Manuscript
    stem: str
    report: Report
    facts: EpisodeFacts | None

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.manuscript.transcript) + len(self.manuscript.notes or b"")


@dataclass(frozen=True, slots=True)
class _Pending:
    guild_id: int
    found: Found
    until: float


class Uploads:
    """Takes files in, one at a time."""

    def __init__(
        self, shelves: Shelves, table: EpisodeTable, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`clock` gives seconds."""
        self.limits = limits
        self.line = Line(MOST_WAITING, MOST_OF_ONE)
        self.table, self._shelves, self._clock = table, shelves, clock
        self._pending: OrderedDict[str, _Pending] = OrderedDict()

    async def admit(self, guild_id: int, file_name: str, size: int, notes_size: int = 0) -> None:
        """Refuse what needs not be fetched to be refused. Sizes are in bytes.

        Raises UploadError, EpisodeThereError and ShelfFullError.
        """
        if not self.limits.episodes:
            raise ShelfFullError(0)
        _check_size(file_name, size, self.limits.size)
        _check_size(notes_path(Path(file_name)).name, notes_size, MAX_NOTES)
        seen = await self._shelves.seen(guild_id)
        if own_id(stem_of(file_name)) in seen.own:
            raise EpisodeThereError(own_id(stem_of(file_name)), same_text=False)
        if len(seen.own) >= self.limits.episodes:
            raise ShelfFullError(self.limits.episodes)

    async def read(self, guild_id: int, manuscript: Manuscript, step: Callable[[str], Awaitable[None]]) -> Found:
        """Read, check and index a file, away from the event loop; `step` is told "reading", then "indexing".

        Raises TranscriptError, UploadError and EpisodeThereError.
        """
        await step("reading")
        report = await asyncio.to_thread(_checked, manuscript)
        stem = stem_of(manuscript.path.name)
        if any(problem.severity == "error" for problem in report.problems):
            return Found(manuscript, stem, report, None)
        await step("indexing")
        facts = await asyncio.to_thread(_indexed, manuscript, own_id(stem))
        for other in (await self._shelves.seen(guild_id)).facts:
            if other.key == facts.key:
                raise EpisodeThereError(other.id, same_text=True)
        return Found(manuscript, stem, report, facts)

    def hold(self, guild_id: int, found: Found) -> str:
        """Hold in memory what was found until somebody decides; return what it is known by."""
        token = secrets.token_hex(8)
        self._pending[token] = _Pending(guild_id, found, self._clock() + PATIENCE)
        while len(self._pending) > MOST_PENDING or sum(one.found.size for one in self._pending.values()) > MOST_BYTES:
            self._pending.popitem(last=False)
        return token

    async def keep(self, guild_id: int, token: str, *, by: int) -> tuple[OwnEpisode, Audited]:
        """Keep what is held, with its row in the audit.

        Raises PendingGoneError, EpisodeThereError and ShelfFullError; after the latter two it can be tried again.
        """
        found = self._held(guild_id, token)
        if found.facts is None:
            raise PendingGoneError
        manuscript = found.manuscript
        own = OwnEpisode(
            stem=found.stem,
            file_name=manuscript.path.name,
            key=found.facts.key,
            size=len(manuscript.transcript),
            facts=facts_said(found.facts),
            added_by=by,
            added_at=datetime.now(UTC),
        )
        done = await self.table.add(guild_id, own, manuscript, most=self.limits.episodes)
        self._shelves.forget(guild_id)
        self._pending.pop(token, None)
        return own, done

    def drop(self, guild_id: int, token: str) -> Found:
        """Let go of what is held. Raises PendingGoneError."""
        found = self._held(guild_id, token)
        del self._pending[token]
        return found

    def _held(self, guild_id: int, token: str) -> Found:
        """Return what is held for this server: the token may be another's."""
        for old in [known for known, one in self._pending.items() if one.until <= self._clock()]:
            del self._pending[old]
        pending = self._pending.get(token)
        if pending is None or pending.guild_id != guild_id:
            raise PendingGoneError
        return pending.found


def _check_size(name: str, size: int, most: int) -> None:
    if size > most:
        what = f"it has {size / MEGABYTE:.1f} MB, and {most / MEGABYTE:.1f} MB is the most here"
        raise UploadError(name, what, "leave out what is not speech, or split it")


def _checked(manuscript: Manuscript) -> Report:
    """Check a file as `episode check` does, if that won't take too long. Raises TranscriptError and UploadError."""
    transcript = formats.parse(manuscript.path, manuscript.transcript)
    spoken = sum(len(line.text) for line in transcript.lines)
    if spoken > MAX_SPOKEN:
        what = f"{spoken:,} characters are spoken in it, and {MAX_SPOKEN:,} are the most here"
        raise UploadError(manuscript.path.name, what, "split it")
    if manuscript.notes is not None:
        _check_work(notes_path(manuscript.path), manuscript.notes, spoken)
    return report_of(manuscript)


def _check_work(path: Path, notes: bytes, spoken: int) -> None:
    """Refuse show notes that would take minutes to be held against what is spoken."""
    if notes.count(b"[[") > MAX_ENTRIES:
        raise UploadError(path.name, f"it has more than {MAX_ENTRIES:,} entries", "leave out what matters least")
    try:
        names = sum(len(name.heard) for name in parse_notes(path, notes).names)
    except NotesError:
        return  # the report says so
    if names * spoken > MAX_LOOKING:
        what = f"it has {names:,} misheard names, which are too many for so long a transcript"
        raise UploadError(path.name, what, "leave out those that are seldom said")


def _indexed(manuscript: Manuscript, called: str) -> EpisodeFacts:
    """Index an episode once, to see that it can be, and return what is known of it."""
    episode = open_manuscript(manuscript, called)
    Searcher(episode)
    return episode.facts
