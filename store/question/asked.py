"""A request, and how it came."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from store.question.kinds import Outcome, Surface
from store.question.requests import Request


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question was asked and by whom: Discord's ids. None of them at the terminal.

    `around` are the channel and the category that a thread or a channel lies in, the nearest first; `roles` are the
    asker's in that server, `manages` whether they include Manage Server.
    """

    guild_id: int | None = None
    channel_id: int | None = None
    user_id: int | None = None
    around: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    manages: bool = False

    @property
    def channels(self) -> tuple[int, ...]:
        """The channel, and those around it."""
        return (*(() if self.channel_id is None else (self.channel_id,)), *self.around)


@dataclass(frozen=True, slots=True)
class Question:
    """A request, and all that the rules and the log need to know of how it came.

    `id` is Discord's own id of the interaction or message, so that a delivery repeated is not logged twice.
    `received` is a reading of the monotonic clock in seconds, from which the latency is told. A button that asks
    names the episode by its `key`, which is another when the episode has changed since; and with `again` a logged
    question, whose words it asks again. `typed` is what the asker wrote, where the request was read out of it.
    """

    request: Request
    id: int = 0
    place: Place = Place()
    surface: Surface = "terminal"
    episode: str | None = None
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    received: float = field(default_factory=lambda: time.monotonic())  # noqa: PLW0108 - looked up late
    key: str | None = None
    again: int | None = None
    typed: str | None = None

    @property
    def text(self) -> str:
        """The words that the asker typed, for the log."""
        return self.request.typed if self.typed is None else self.typed

    @property
    def options(self) -> Mapping[str, str]:
        """What else was asked for, for the log; and what was looked for, where other words were typed."""
        meant = self.request.typed
        return {**self.request.options, **({"about": meant} if meant and meant != self.text else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What goes on the record: a question, and what became of it. Lines are 1-based and inclusive."""

    question: Question
    command: str
    outcome: Outcome
    episode: str | None
    answer_lines: Sequence[tuple[int, int]]
    latency_ms: float
