"""When something was said."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from store.question import Span
from store.spoken import SpokenText

# Interpolated over characters on 40 episodes with known times, a moment was off by 24.5 s at the median and by 78 s
# at the 90th percentile.
MEDIAN_ERROR = 24.5
ERROR = 78.0
_YOUTUBE = ("youtube.com", "youtu.be")


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds from the start of the recording; `error` is the 90th percentile where they are `estimated`."""

    start: float | None
    estimated: bool = False
    error: float | None = None


class Clock:
    """The moments of a recording: as the file gives them, else interpolated over the characters spoken."""

    def __init__(self, spoken: SpokenText, duration: float | None) -> None:
        """`duration` is in seconds."""
        self._spoken, self._duration = spoken, duration

    def at(self, offset: int) -> Moment:
        """Return when the character at an offset of the text was said."""
        line = self._spoken.line_at(offset)
        if line.start is not None:
            return Moment(line.start)
        if self._duration is None:
            return Moment(None)
        share = offset / max(1, len(self._spoken.text))
        return Moment(round(share * self._duration, 1), estimated=True, error=ERROR)

    def of(self, span: Span) -> Moment:
        """Return when a span began to be said."""
        return self.at(span.start)

    def offset_at(self, seconds: float) -> int:
        """Return the character that was being said at a moment, as well as is known."""
        timed = [line for line in self._spoken.lines if line.start is not None and line.start <= seconds]
        if timed:
            return self._spoken.span_of_line(timed[-1].number).start
        length = len(self._spoken.text)
        return max(0, min(length - 1, int(seconds / (self._duration or 1.0) * length)))


def link(url: str | None, moment: Moment) -> str | None:
    """Return the address of the recording at a moment, a little earlier where that is an estimate."""
    if url is None or moment.start is None:
        return url
    seconds = max(0, int(moment.start - (MEDIAN_ERROR if moment.estimated else 0)))
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not any(host == site or host.endswith(f".{site}") for site in _YOUTUBE):
        return url
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "t"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{seconds}s")])))
