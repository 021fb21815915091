"""What the query log says in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from store.server.likeness import AskedAlike


@dataclass(frozen=True, slots=True)
class Latency:
    """How long answers took, in milliseconds: half of them at most `median`, nine in ten at most `ninth`."""

    median: float
    ninth: float
    slowest: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """The questions of some days, up to and with `until`, in UTC; `by_day` has the days on which there were any.

    `asked` are the texts that were asked most, `askers` how many different people are known to have asked.
    """

    until: date
    days: int
    by_day: Mapping[date, int]
    answered_by_day: Mapping[date, int]
    by_command: Mapping[str, int]
    by_outcome: Mapping[str, int]
    asked: tuple[AskedAlike, ...]
    askers: int
    latency: Latency | None

    @property
    def total(self) -> int:
        """How many questions there were."""
        return sum(self.by_day.values())

    @property
    def series(self) -> tuple[tuple[date, int], ...]:
        """How many questions there were on each day, the first day first."""
        since = self.until - timedelta(days=self.days - 1)
        all_days = (since + timedelta(days=number) for number in range(self.days))
        return tuple((day, self.by_day.get(day, 0)) for day in all_days)
