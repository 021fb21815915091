"""What can be wrong with what the store is given: a class for each thing, by subject."""

from store.errors.base import Problem, Severity, StoreError
from store.errors.episodes import (
    ChapterUnknownError,
    EpisodeClashError,
    EpisodeGoneError,
    EpisodeUnclearError,
    EpisodeUnknownError,
    LibraryEmptyError,
    MomentBeyondError,
    MomentsUnknownError,
    OneEpisodeError,
    SpeakerUnknownError,
)
from store.errors.files import DatabaseError, NotesError, TranscriptError
from store.errors.names import (
    NameDecidedError,
    NameTakenError,
    NameUnfitError,
    NameUnheardError,
    NameUnknownError,
    TooManyNamesError,
)
from store.errors.questions import QuestionBlankError, QuestionGoneError, QuestionTooLongError
from store.errors.rules import ChannelClosedError, CooldownError, MemberBlockedError, NotPublicError, RuleError
from store.errors.settings import (
    ChangedSinceError,
    EndPastError,
    EndUnreadableError,
    NotUndoableError,
    ZoneUnknownError,
)
from store.errors.uploads import EpisodeThereError, PendingGoneError, ShelfFullError, TooBusyError, UploadError

__all__ = [
    "ChangedSinceError",
    "ChannelClosedError",
    "ChapterUnknownError",
    "CooldownError",
    "DatabaseError",
    "EndPastError",
    "EndUnreadableError",
    "EpisodeClashError",
    "EpisodeGoneError",
    "EpisodeThereError",
    "EpisodeUnclearError",
    "EpisodeUnknownError",
    "LibraryEmptyError",
    "MemberBlockedError",
    "MomentBeyondError",
    "MomentsUnknownError",
    "NameDecidedError",
    "NameTakenError",
    "NameUnfitError",
    "NameUnheardError",
    "NameUnknownError",
    "NotPublicError",
    "NotUndoableError",
    "NotesError",
    "OneEpisodeError",
    "PendingGoneError",
    "Problem",
    "QuestionBlankError",
    "QuestionGoneError",
    "QuestionTooLongError",
    "RuleError",
    "Severity",
    "ShelfFullError",
    "SpeakerUnknownError",
    "StoreError",
    "TooBusyError",
    "TooManyNamesError",
    "TranscriptError",
    "UploadError",
    "ZoneUnknownError",
]
