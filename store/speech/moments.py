"""When something was said."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from store.question import Span
from store.speech.faults import faulty_lines
from store.speech.spoken import SpokenText
from store.transcript import Line

# Between two known moments the 90th percentile of the error grows with the square root of the time between them and
# shrinks towards both: RATE·√(gap·share·(1 - share)). At the ends of a recording it is no less than ENDS, since music
# and silence may stand there. Measured by benchmarks/times.py.
RATE, ENDS = 2.5, 15.0
# The median of the error is about so much of that.
MEDIAN = 0.3
# What a line counts at most that is the recogniser's fault, in characters: nobody spoke that much.
FAULTY = 16.0
# Characters a second, for what is said after the last known moment.
_PACE = 15.0
# Seconds from which on a line is so long that its start does not tell when its later words were said.
LONG = 15.0
_YOUTUBE = ("youtube.com", "youtu.be")


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds from the start of the recording; `error` is the 90th percentile where they are `estimated`."""

    start: float | None
    estimated: bool = False
    error: float | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A place whose moment is known, give or take `slack` seconds; `said` counts what is said before it."""

    said: float
    seconds: float
    slack: float = 0.0


class Clock:
    """The moments of a recording: as the file gives them, else interpolated over what is said between those."""

    def __init__(self, spoken: SpokenText, duration: float | None) -> None:
        """`duration` is in seconds."""
        self._spoken, self._duration = spoken, duration

    def at(self, offset: int) -> Moment:
        """Return when the character at an offset of the text was said."""
        index = self._spoken.index_at(offset)
        line = self._spoken.lines[index]
        into = offset - self._spoken.start_of(index)
        if line.start is not None and (into <= 0 or not self._is_long(index)):
            return Moment(line.start)
        if len(self._known) < 2:  # noqa: PLR2004 - from one to another
            return Moment(None)
        said = self._said[index] + self._weights[index] * into / (len(line.text) + 1)
        right = min(len(self._known) - 1, max(1, bisect_right(self._known, said, key=lambda known: known.said)))
        return _between(self._known[right - 1], self._known[right], said)

    def of(self, span: Span) -> Moment:
        """Return when a span began to be said."""
        return self.at(span.start)

    @property
    def end(self) -> float | None:
        """The last moment of the recording, in seconds, as well as is known; None where no moment is."""
        return self._known[-1].seconds if len(self._known) > 1 else None

    def offset_at(self, seconds: float) -> int:
        """Return the character that was being said at a moment, as well as is known."""
        said = self._said_by(seconds)
        index = min(len(self._said) - 1, bisect_right(self._said, said) - 1)
        line, start = self._spoken.lines[index], self._spoken.start_of(index)
        if line.start is not None and not self._is_long(index):
            return start
        into = (said - self._said[index]) / self._weights[index] * (len(line.text) + 1)
        return start + min(len(line.text) - 1, int(into))

    def _said_by(self, seconds: float) -> float:
        """Return how much is said before a moment."""
        right = bisect_right(self._known, seconds, key=lambda known: known.seconds)
        if not 0 < right < len(self._known):
            return self._total if right else 0.0
        left, after = self._known[right - 1], self._known[right]
        return left.said + (seconds - left.seconds) / (after.seconds - left.seconds) * (after.said - left.said)

    def _is_long(self, index: int) -> bool:
        line, after = self._spoken.lines[index], self._spoken.lines[index + 1 : index + 2]
        end = line.end if line.end is not None else after[0].start if after else None
        return (self._weights[index] / _PACE if end is None else end - (line.start or 0.0)) > LONG

    @cached_property
    def _weights(self) -> list[float]:
        """How long each line takes to say, in characters."""
        faulty = faulty_lines(self._spoken.lines)
        return [_weight(line, faulty=line.number in faulty) for line in self._spoken.lines]

    @cached_property
    def _said(self) -> list[float]:
        """What is said before each line."""
        return [0.0, *accumulate(self._weights[:-1])]

    @property
    def _total(self) -> float:
        return max(1.0, self._said[-1] + self._weights[-1] - 1)

    @cached_property
    def _known(self) -> list[_Known]:
        """The places whose moments are known, in ascending order of both; fewer than two where nothing is known."""
        found: list[_Known] = []
        for known in self._stated():
            if not found and known.said:
                found.append(_Known(0.0, 0.0, ENDS))
            if not found or known.seconds >= found[-1].seconds:
                found.append(known)
        if not found and not self._duration:
            return []
        found = found or [_Known(0.0, 0.0, ENDS)]
        rest = found[-1].seconds + (self._total - found[-1].said) / _PACE
        stated = self._duration or 0.0
        return [*found, _Known(self._total, stated if stated > found[-1].seconds else rest, ENDS)]

    def _stated(self) -> Iterator[_Known]:
        for line, said, weight in zip(self._spoken.lines, self._said, self._weights, strict=True):
            if line.start is not None:
                yield _Known(said, line.start)
                if line.end is not None:
                    yield _Known(said + weight, line.end)


def _weight(line: Line, *, faulty: bool) -> float:
    length = len(line.text) + 1.0
    return min(FAULTY, length) if faulty else length


def _between(left: _Known, right: _Known, said: float) -> Moment:
    """Return the moment at a place between two whose moments are known."""
    share = (said - left.said) / max(right.said - left.said, 1.0)
    share, gap = min(1.0, max(0.0, share)), right.seconds - left.seconds
    error = max(1.0, left.slack, right.slack, RATE * math.sqrt(gap * share * (1 - share)))
    return Moment(round(left.seconds + share * gap, 1), estimated=True, error=round(error, 1))


def link(url: str | None, moment: Moment) -> str | None:
    """Return the address of the recording at a moment, a little earlier where that is an estimate."""
    if url is None or moment.start is None:
        return url
    seconds = max(0, int(moment.start - MEDIAN * (moment.error or 0.0)))
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not any(host == site or host.endswith(f".{site}") for site in _YOUTUBE):
        return url
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "t"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{seconds}s")])))
