"""The episodes that belong to one server: what they are called there, and what is kept of them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

# A server's own episodes are in a namespace of their own. No file has a slash in its name, so that none of the
# configured ones is called so, and neither takes the other's place, whichever was there first.
OWN = "own/"
# Characters: what Discord takes as an option's value is 100.
MAX_STEM = 60
_UNWANTED = re.compile(r"[\s/\\]+")


@dataclass(frozen=True, slots=True)
class OwnEpisode:
    """What is kept of a server's own episode beside its content; `facts` as JSON holds them, `size` in bytes."""

    stem: str
    file_name: str
    key: str
    size: int
    facts: Any
    added_by: int | None
    added_at: datetime

    @property
    def id(self) -> str:
        """Its ID in the server."""
        return own_id(self.stem)


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What is accepted as misheard in one server: for each episode's ID, what was heard and what was meant."""

    pairs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """That in the episode of this ID `meant` was said where `heard` stands in the transcript."""

    episode: str
    heard: str
    meant: str


def own_id(stem: str) -> str:
    """Return the ID of the own episode of this stem."""
    return f"{OWN}{stem}"


def own_stem(episode_id: str) -> str | None:
    """Return the stem of a server's own episode; None for the ID of another."""
    return episode_id.removeprefix(OWN) if episode_id.startswith(OWN) else None


def stem_of(file_name: str) -> str:
    """Return what an episode is called whose file is called so: as the file, in what can be typed."""
    stem = PurePosixPath(file_name.replace("\\", "/")).stem
    shown = "".join(letter for letter in unicodedata.normalize("NFC", stem) if letter.isprintable())
    return _UNWANTED.sub(" ", shown).strip()[:MAX_STEM].strip() or "episode"
