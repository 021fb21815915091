"""What is answered about the episode itself and about the bot."""

from dataclasses import dataclass
from typing import ClassVar

from store.question.requests import AskHelp, ShowEpisode
from store.question.said import ChapterFacts, EpisodeFacts, Quote


@dataclass(frozen=True, slots=True)
class EpisodeAnswer:
    """The episode itself."""

    request: ShowEpisode
    episode: EpisodeFacts
    found: ClassVar[bool] = True
    quotes: ClassVar[tuple[Quote, ...]] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What may be asked of an episode: a topic, a speaker, a chapter, a sentence and a name of it."""

    about: str = ""
    speaker: str | None = None
    chapter: ChapterFacts | None = None
    said: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """A word of the bot's own, and what to ask next."""

    request: AskHelp
    episode: EpisodeFacts
    hints: Hints
    found: ClassVar[bool] = True
    quotes: ClassVar[tuple[Quote, ...]] = ()
