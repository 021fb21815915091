"""What can be wrong with what the store is given: a class for each thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a transcript or its show notes, and where: a file, a 1-based line of it, a key."""

    severity: Severity
    file: Path
    message: str
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        """Name the place as compilers do, so that editors can jump to it."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        key = f" {self.key}:" if self.key else ""
        return f"{place}:{key} {self.message}"


class StoreError(Exception):
    """The base of all that the store raises on purpose.

    Its text is shown to people at the terminal and in the log: one line that says what is wrong, where, and what
    to do about it. Discord shows the catalogue's message for the class instead, made from the same attributes.
    """


class TranscriptError(StoreError):
    """A transcript that cannot be opened."""

    def __init__(self, path: Path, what: str, cure: str, line: int | None = None) -> None:
        """`line` is 1-based, where one line is to blame."""
        super().__init__(f"{path}{f':{line}' if line else ''}: {what}; {cure}")
        self.path, self.what, self.cure, self.line = path, what, cure, line


class NotesError(StoreError):
    """Show notes that do not fit their schema or their transcript."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` holds at least one error."""
        first, more = problems[0], len(problems) - 1
        super().__init__(f"{first}{f' (and {more} more: see `episode check`)' if more else ''}")
        self.problems = tuple(problems)


class EpisodeUnknownError(StoreError):
    """No episode bears this ID."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the IDs that would do."""
        super().__init__(f"no episode is called {given!r}; {_known('there is', known)}")
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


class QuestionGoneError(StoreError):
    """A logged question that an older answer came from is there no more, or was never this person's to see."""

    def __init__(self) -> None:
        """Tell nobody which of the two it is."""
        super().__init__("the question that this came from is no longer on the record; ask it again")


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
        super().__init__(f"no speaker is called {given!r}; {_known('this episode has', known)}")
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


class QuestionBlankError(StoreError):
    """A question without a word in it."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__("the question has no words in it; give a few words of what was said, or a name")


class QuestionTooLongError(StoreError):
    """A question longer than anybody asks."""

    def __init__(self, length: int, limit: int) -> None:
        """Both in characters."""
        super().__init__(f"the question has {length} characters and {limit} are allowed; shorten it to what matters")
        self.length, self.limit = length, limit


class RuleError(StoreError):
    """The base of what a server's rules stop."""


class ChannelClosedError(RuleError):
    """Moderators have it that the bot does not answer in this channel."""

    def __init__(self, open_channels: Sequence[int]) -> None:
        """`open_channels` are those that moderators have named; none where all but some are open."""
        super().__init__("questions are not answered in this channel; ask in another")
        self.open_channels = tuple(open_channels)


class MemberBlockedError(RuleError):
    """Moderators have blocked this member."""

    def __init__(self, until: datetime | None) -> None:
        """`until` is None where the block has no end."""
        super().__init__(f"this member is blocked {f'until {until.isoformat()}' if until else 'for good'}")
        self.until = until


class CooldownError(RuleError):
    """More questions than are allowed in a time."""

    def __init__(self, until: datetime, *, everybody: bool) -> None:
        """`everybody` says that it is all members of the server together who have asked so many."""
        super().__init__(f"too many questions at once; ask again at {until.isoformat()}")
        self.until, self.everybody = until, everybody


class NotPublicError(RuleError):
    """An answer that all would see, asked for by a member who may only have private ones."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__("members with certain roles only may be answered in public; ask for a private answer")


class ZoneUnknownError(StoreError):
    """No time zone bears this name."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the names that are most like it."""
        super().__init__(f"no time zone is called {given!r}; {_known('the likest are', known)}")
        self.given, self.known = given, tuple(known)


class EndUnreadableError(StoreError):
    """No time that anybody can read, or one that is years away."""

    def __init__(self, given: str) -> None:
        """Say what would work."""
        super().__init__(f"{given!r} is no time; write 2h, 3d, 1w, or a day such as 2026-12-24")
        self.given = given


class EndPastError(StoreError):
    """An end that has passed."""

    def __init__(self, end: datetime) -> None:
        """`end` is what was meant."""
        super().__init__(f"{end.isoformat()} has passed; give a time to come")
        self.end = end


class NotUndoableError(StoreError):
    """A change that cannot be put back: there is none of this number here, or it is of a kind that has no way back."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"change {audit_id} cannot be undone here; make the opposite change")
        self.audit_id = audit_id


class ChangedSinceError(StoreError):
    """A change that cannot be put back, for what it changed has been changed again since."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"what change {audit_id} changed was changed again since; look before you change it")
        self.audit_id = audit_id


class EpisodeThereError(StoreError):
    """A server has an episode that is called so, or one of the same text."""

    def __init__(self, episode_id: str, *, same_text: bool) -> None:
        """`episode_id` is the one that is there."""
        what = "has the same text" if same_text else "is called so"
        super().__init__(f"the episode {episode_id!r} {what} already; remove it first, or rename the file")
        self.episode_id, self.same_text = episode_id, same_text


class ShelfFullError(StoreError):
    """A server has as many episodes of its own as it may."""

    def __init__(self, most: int) -> None:
        """`most` is how many."""
        super().__init__(f"a server may have {most} episodes of its own; remove one first")
        self.most = most


class UploadError(StoreError):
    """A file that won't do as a server's own episode, for another reason than what is in it."""

    def __init__(self, file: str, what: str, cure: str) -> None:
        """`file` is what it is called."""
        super().__init__(f"{file}: {what}; {cure}")
        self.file, self.what, self.cure = file, what, cure


class PendingGoneError(StoreError):
    """An episode that was read, and is to be kept or not, is not in memory any more."""

    def __init__(self) -> None:
        """Say what it may have been."""
        super().__init__("that file is no longer in memory; add it again")


class TooBusyError(StoreError):
    """So many files wait to be read that no more are taken."""

    def __init__(self, waiting: int) -> None:
        """Say how many are `waiting`."""
        super().__init__(f"{waiting} files wait to be read; try again later")
        self.waiting = waiting


class NameTakenError(StoreError):
    """Something else is accepted already for what was heard."""

    def __init__(self, heard: str, meant: str) -> None:
        """`meant` is what is accepted."""
        super().__init__(f"{heard!r} is corrected to {meant!r} already; remove that first")
        self.heard, self.meant = heard, meant


class NameDecidedError(StoreError):
    """A name that was proposed, accepted or declined before."""

    def __init__(self, heard: str, meant: str, *, accepted: bool | None) -> None:
        """Say what became of it; `accepted` is None while nobody has decided."""
        became = {None: "waits to be decided", True: "was accepted", False: "was declined"}[accepted]
        super().__init__(f"that {heard!r} means {meant!r} {became} already")
        self.heard, self.meant, self.accepted = heard, meant, accepted


class NameUnknownError(StoreError):
    """No such misheard name in this server."""

    def __init__(self, given: str) -> None:
        """`given` is what was asked for."""
        super().__init__(f"there is no misheard name {given!r} here; it may have been removed meanwhile")
        self.given = given


class NameUnheardError(StoreError):
    """A misheard name that is nowhere in the episode."""

    def __init__(self, heard: str, near: str | None) -> None:
        """`near` is what it may have been meant for: the same letters otherwise written."""
        cure = f"did you mean {near!r}?" if near else "copy it from the transcript, letter by letter"
        super().__init__(f"{heard!r} is nowhere in the transcript; {cure}")
        self.heard, self.near = heard, near


class NameUnfitError(StoreError):
    """A misheard name without words, too long, or the same as what is meant."""

    def __init__(self, given: str, what: Literal["blank", "long", "same"]) -> None:
        """Say what is wrong with it."""
        super().__init__(f"{given!r} won't do as a misheard name: it is {what}; give a name, and what was meant")
        self.given, self.what = given, what


class TooManyNamesError(StoreError):
    """As many misheard names as there may be."""

    def __init__(self, most: int, of: str) -> None:
        """`of` says of whom: an episode's, a member's waiting ones, those of a day, a server's waiting ones."""
        super().__init__(f"there are {most} misheard names of this {of} already, and that is the most")
        self.most, self.of = most, of


class DatabaseError(StoreError):
    """A database that cannot be opened or brought up to date."""

    def __init__(self, where: str, why: str) -> None:
        """`where` bears no password."""
        super().__init__(f"cannot open the database {where}: {why}; check `database.url` and the folder's permissions")
        self.where, self.why = where, why


def _known(lead: str, known: Sequence[str]) -> str:
    return f"{lead} {', '.join(known)}" if known else f"{lead} none"


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
