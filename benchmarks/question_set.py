"""The questions and the claims, as they were written by people who had read the transcript and not seen the search."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from store.episode import Episode
from store.manuscripts.opening import open_episode
from store.question import Verdict

FOLDER = Path(__file__).parent / "questions"
SEED = Path(__file__).parents[1] / "seeds" / "000_07237bb4a34dc730.txt"

Lines = tuple[int, int]


class Part(StrEnum):
    """The questions that the search was tuned with, and those that are looked at only to report.

    The independent ones are by people who had seen neither the others nor the episode's index.
    """

    TUNE = "tune"
    HELD_OUT = "held_out"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and every range of lines that answers it; none for one that has no answer in the episode."""

    id: str
    kind: str
    text: str
    lines: tuple[Lines, ...]
    speaker: str | None

    @property
    def answerable(self) -> bool:
        """Tell whether the episode has an answer."""
        return bool(self.lines)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that something was said: the right verdict, the lines that it is held against, and who is right."""

    id: str
    kind: str
    text: str
    speaker: str | None
    verdict: Verdict
    lines: Lines | None
    speaker_matches: bool | None


def questions(part: Part) -> tuple[Asked, ...]:
    """Read the questions of a part; of those set aside, the ones that are not also among those for tuning."""
    return tuple(Asked(**row | {"lines": tuple(map(_lines, row["lines"]))}) for row in _unseen(part))


def claims(part: Part) -> tuple[Claimed, ...]:
    """Read the claims of a part, in the same way."""
    rows = _unseen(part, ".claims")
    return tuple(Claimed(**row | {"lines": _lines(row["lines"]) if row["lines"] else None}) for row in rows)


def seed() -> Episode:
    """Open the episode that the questions are about."""
    return open_episode(SEED)


def meet(one: Lines, other: Lines) -> bool:
    """Tell whether two ranges of lines have a line in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def _unseen(part: Part, what: str = "") -> Iterator[dict[str, Any]]:
    """Give a part's rows. Two people may write the same question: what was tuned with is no longer set aside."""
    seen = {_wording(row) for row in _rows(f"{Part.TUNE}{what}")} if part is not Part.TUNE else set()
    return (row for row in _rows(f"{part}{what}") if _wording(row) not in seen)


def _wording(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", row["text"].lower()))


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as rows:
        yield from (json.loads(row) for row in rows)


def _lines(given: list[int]) -> Lines:
    first, last = given
    return first, last
