"""What is asked most in a server, kept in memory for who types the next question."""

import time
from collections.abc import Callable

from store.database import QueryStatistics

# Seconds after which it is read anew, and how many questions at most.
FRESH, MOST = 600.0, 10


class Popular:
    """The questions that several people of a server have asked."""

    def __init__(self, statistics: QueryStatistics, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        self._statistics, self._clock = statistics, clock
        self._known: dict[int, tuple[float, tuple[str, ...]]] = {}

    async def of(self, guild_id: int | None) -> tuple[str, ...]:
        """Return a server's questions, the most asked first; none outside servers."""
        if guild_id is None:
            return ()
        read_at, asked = self._known.get(guild_id, (None, ()))
        if read_at is None or self._clock() - read_at > FRESH:
            # First, so that whoever types meanwhile does not read it, too.
            self._known[guild_id] = (self._clock(), asked)
            asked = await self._statistics.most_asked(guild_id, MOST)
            self._known[guild_id] = (self._clock(), asked)
        return asked
