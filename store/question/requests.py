"""What can be asked: one request a verb."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from store.question.kinds import HelpTopic, Length, Part, Sought

WHOLE = "whole"
# Stands for an episode's ID where all are asked.
ALL = "all"


@dataclass(frozen=True, slots=True)
class FindQuote:
    """The passages that answer `about`, best first; without it, a good quote at random.

    Of the best, `skip` are left out: they have been seen. What answers in the lines `near` comes first.
    What is `sought` otherwise than by its words has no `about`, but for a judgement: that has no answer.
    """

    verb: ClassVar[str] = "quote"
    about: str | None = None
    speaker: str | None = None
    limit: int = 5
    skip: int = 0
    near: tuple[int, int] | None = None
    sought: Sought = "passage"

    @property
    def seeks_end(self) -> bool:
        """Tell whether the beginning or the end of the talk is asked for."""
        return self.sought in ("first", "last", "first_question", "last_question")

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.about or ""

    @property
    def options(self) -> Mapping[str, str]:
        """What else was asked for, for the log."""
        speaker = {"speaker": self.speaker} if self.speaker else {}
        return speaker | ({"skip": str(self.skip)} if self.skip else {})


@dataclass(frozen=True, slots=True)
class Summarise:
    """The whole episode, a chapter by its number, or a topic by its name."""

    verb: ClassVar[str] = "summary"
    of: str = WHOLE
    length: Length = "medium"

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return "" if self.of == WHOLE else self.of

    @property
    def options(self) -> Mapping[str, str]:
        """What else was asked for, for the log."""
        return {"length": self.length}


@dataclass(frozen=True, slots=True)
class ListBooks:
    """The books that were recommended, set aside and mentioned; those `about` something first."""

    verb: ClassVar[str] = "books"
    options: ClassVar[Mapping[str, str]] = {}
    about: str | None = None

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.about or ""


@dataclass(frozen=True, slots=True)
class ShowEpisode:
    """What is known of the episode itself."""

    verb: ClassVar[str] = "episode"
    typed: ClassVar[str] = ""
    options: ClassVar[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class VerifyQuote:
    """Whether `text` was said, and by `speaker`, where one is claimed."""

    verb: ClassVar[str] = "verify"
    text: str
    speaker: str | None = None

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.text

    @property
    def options(self) -> Mapping[str, str]:
        """What else was asked for, for the log."""
        return {"speaker": self.speaker} if self.speaker else {}


@dataclass(frozen=True, slots=True)
class FindMentions:
    """Every time that a name, a word or a phrase is said, by anybody or by one speaker."""

    verb: ClassVar[str] = "mentions"
    of: str
    speaker: str | None = None

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.of

    @property
    def options(self) -> Mapping[str, str]:
        """What else was asked for, for the log."""
        return {"speaker": self.speaker} if self.speaker else {}


@dataclass(frozen=True, slots=True)
class Discuss:
    """A passage to talk about, and a question that begins the talk; without `about`, one by chance."""

    verb: ClassVar[str] = "discuss"
    options: ClassVar[Mapping[str, str]] = {}
    about: str | None = None

    @property
    def typed(self) -> str:
        """The words that the asker typed, for the log."""
        return self.about or ""


@dataclass(frozen=True, slots=True)
class ShowPassage:
    """What was said in some lines, or right beside it; `lines` are 1-based and inclusive."""

    verb: ClassVar[str] = "quote"
    typed: ClassVar[str] = ""
    options: ClassVar[Mapping[str, str]] = {}
    about: ClassVar[None] = None
    speaker: ClassVar[None] = None
    skip: ClassVar[int] = 0
    lines: tuple[int, int]
    part: Part = "itself"


@dataclass(frozen=True, slots=True)
class CheckMessage:
    """Whether what a message quotes was said; `text` is all of the message."""

    verb: ClassVar[str] = "verify"
    options: ClassVar[Mapping[str, str]] = {}
    text: str

    @property
    def typed(self) -> str:
        """The words that are asked about, for the log."""
        return self.text


@dataclass(frozen=True, slots=True)
class FindInMessage:
    """The passages that a message quotes or speaks of; `text` is all of the message."""

    verb: ClassVar[str] = "quote"
    options: ClassVar[Mapping[str, str]] = {}
    speaker: ClassVar[None] = None
    skip: ClassVar[int] = 0
    text: str
    limit: int = 5

    @property
    def typed(self) -> str:
        """The words that are asked about, for the log."""
        return self.text

    @property
    def about(self) -> str:
        """What is looked for."""
        return self.text


@dataclass(frozen=True, slots=True)
class AskHelp:
    """What is no question about an episode: how to ask, thanks, a greeting, something that a bot won't do."""

    verb: ClassVar[str] = "help"
    typed: ClassVar[str] = ""
    options: ClassVar[Mapping[str, str]] = {}
    topic: HelpTopic = "use"


@dataclass(frozen=True, slots=True)
class AskWhich:
    """A question that may be meant for any of several episodes, by their IDs: it has to be asked back."""

    verb: ClassVar[str] = "help"
    typed: ClassVar[str] = ""
    options: ClassVar[Mapping[str, str]] = {}
    among: tuple[str, ...]


Request = (
    FindQuote
    | ShowPassage
    | Summarise
    | ListBooks
    | ShowEpisode
    | VerifyQuote
    | CheckMessage
    | FindInMessage
    | FindMentions
    | Discuss
    | AskHelp
    | AskWhich
)
