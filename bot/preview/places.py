"""Where a person can go in the preview, and what to try there."""

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to type: `command` must be registered for it to be shown."""

    command: str
    text: str
    shows: str


class Place(Enum):
    """A seat in the simulated Discord: the value is its path on the site."""

    LISTENER = "listener"
    MODERATOR = "moderator"
    DIRECT = "direct"
    DISCUSSION = "discussion"

    @property
    def label(self) -> str:
        """The place in a word or two."""
        return _WORDS[self][0]

    @property
    def title(self) -> str:
        """The place, as it is offered."""
        return _WORDS[self][1]

    @property
    def description(self) -> str:
        """What one is and may do there."""
        return _WORDS[self][2]


_WORDS = {
    Place.LISTENER: ("Listener", "Server, as a listener", "In #episode-talk like any member: ask, press buttons."),
    Place.MODERATOR: ("Moderator", "Server, as a moderator", "The same channel with the permission Manage Server."),
    Place.DIRECT: ("Direct message", "Direct message", "The listener alone with the bot; nobody else sees it."),
    Place.DISCUSSION: (
        "Discussion",
        "The latest discussion",
        "The thread that /discuss opened last: mention the bot there. None yet: the channel.",
    ),
}

_SUGGESTIONS = (
    Suggestion("quote", "/quote about: implausible deniability", "the words themselves, who said them, and when"),
    Suggestion("summary", "/summary", "the episode in its own words"),
    Suggestion("books", "/books", "what the guest recommends, and what he leaves out on purpose"),
    Suggestion("verify", "/verify text: use these guys with plausible deniability", "was this said, and by whom?"),
    Suggestion("mentions", "/mentions of: Putin", "how often, by whom, and where"),
    Suggestion("ask", "/ask question: which books does he recommend?", "a question in plain words"),
    Suggestion("discuss", "/discuss", "a thread with a question to talk about, and its quote"),
    Suggestion("episode", "/episode", "what is loaded"),
    Suggestion("help", "/help", "all that it can do"),
    Suggestion("admin", "/admin", "for moderators: choose that place first"),
)


def suggestions(registered: Container[str]) -> list[Suggestion]:
    """Give what can be tried with these commands."""
    return [suggestion for suggestion in _SUGGESTIONS if suggestion.command in registered]
