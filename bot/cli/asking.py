"""From the options to the desk: the same as Discord's, without a log."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot import progress
from store.answering.everywhere import means_all
from store.conversation.conversation import Conversation, Said
from store.desk import Desk
from store.episode import Episode
from store.library import Library, open_library
from store.question import Answer, AskHelp, Question, Request, ShowEpisode
from store.routing import Scene, route

if TYPE_CHECKING:
    from bot.config import Settings


@dataclass(frozen=True, slots=True)
class Asking:
    """A library, and the episode of it that the options name; None for the default."""

    library: Library
    episode_id: str | None

    @property
    def episode(self) -> Episode:
        """The episode that is asked about. Raises EpisodeUnknownError."""
        return self.library.episode(None, self.episode_id)

    @property
    def asks_all(self) -> bool:
        """Whether all episodes are asked."""
        return means_all(self.episode_id, self.library.facts())

    def check_speaker(self, given: str) -> None:
        """Raise SpeakerUnknownError where nobody of this name speaks in what is asked."""
        if self.asks_all:
            self.library.archive.check_speaker(given)
        else:
            self.episode.speaker(given)

    def answer(self, request: Request) -> Answer:
        """Ask the desk. Raises StoreError."""
        return asyncio.run(Desk(self.library).answer(Question(request=request, episode=self.episode_id)))

    def answer_in_words(self, text: str) -> Answer:
        """Ask the desk what a natural question means. Raises StoreError."""
        return asyncio.run(self._answered(text))

    async def _answered(self, text: str) -> Answer:
        desk = Desk(self.library)
        meant = await Conversation(desk).read(Said(text, episode=self.episode_id))
        request = _alone(text, meant.request)
        return await desk.answer(Question(request, episode=meant.episode, typed=text))


def _alone(text: str, request: Request) -> Request:
    """Return what asks for the facts of an episode as that: at the terminal there is nothing before it."""
    if request != AskHelp("nothing_before"):
        return request
    asked = route(text, Scene())
    return asked if isinstance(asked, ShowEpisode) else request


def settings_from(config: Path | None) -> "Settings":
    """Read the settings. Raises ConfigError."""
    from bot.config import load_settings  # noqa: PLC0415 - takes longer than an answer

    return load_settings(config)


def open_asking(config: Path | None, episode: str | None) -> Asking:
    """Open the configured library; or only the transcript, where `episode` is the path of one.

    Raises ConfigError and StoreError.
    """
    if episode is not None and _is_path(episode):
        return Asking(open_library([Path(episode)]), None)
    from bot.library import open_configured  # noqa: PLC0415 - wants the settings, as above

    settings = settings_from(config)
    with progress.shown() as told:
        return Asking(open_configured(settings.episodes, told), episode)


def _is_path(episode: str) -> bool:
    """Tell a path from an ID: it names a folder, or a file that is there."""
    try:
        return os.sep in episode or Path(episode).is_file()
    except OSError:  # a name that is too long for a file
        return False
