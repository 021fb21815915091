"""Is it a misheard name? What somebody says was heard has to stand in the episode."""

import re

from store.episode import Episode
from store.errors import NameTakenError, NameUnfitError, NameUnheardError
from store.names import occurrences
from store.server.own import Proposal
from store.words import words

# Characters of a name.
MAX_NAME = 80


def proposal(episode: Episode, heard: str, meant: str) -> Proposal:
    """Return what somebody says was misheard, tidied up.

    Raises NameUnfitError, NameUnheardError, and NameTakenError where it is corrected so already.
    """
    heard, meant = " ".join(heard.split()), " ".join(meant.split())
    for name in (heard, meant):
        if len(name) > MAX_NAME:
            raise NameUnfitError(name, "long")
        if not name.isprintable() or not any(words(name)):
            raise NameUnfitError(name, "blank")
    if heard == meant:
        raise NameUnfitError(heard, "same")
    if not count(episode, heard):
        raise NameUnheardError(heard, _near(episode, heard))
    if any((place.heard, place.meant) == (heard, meant) for place in episode.glossary.misheard):
        raise NameTakenError(heard, meant)
    return Proposal(episode.id, heard, meant)


def count(episode: Episode, heard: str) -> int:
    """Count the places at which a name is heard."""
    return sum(1 for _ in occurrences(heard, episode.spoken))


def _near(episode: Episode, heard: str) -> str | None:
    """Return how the transcript writes it, where that differs in case only."""
    found = re.search(rf"(?<!\w){re.escape(heard)}(?!\w)", episode.text, re.IGNORECASE)
    return found[0] if found else None
