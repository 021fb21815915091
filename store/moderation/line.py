"""A line in which work waits, so that one thing is done at a time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from store.errors import TooBusyError


@dataclass(eq=False, slots=True)
class _Ticket:
    guild_id: int
    moved: asyncio.Event = field(default_factory=asyncio.Event)


class Line:
    """Whoever comes waits until those before have gone."""

    def __init__(self, most: int, most_of_one: int) -> None:
        """`most` is how many there may be in all, the one whose turn it is included; `most_of_one` of one server."""
        self._most, self._most_of_one = most, most_of_one
        self._tickets: list[_Ticket] = []

    @asynccontextmanager
    async def turn(self, guild_id: int, told: Callable[[int], Awaitable[None]]) -> AsyncIterator[None]:
        """Wait for one's turn, which lasts as long as the block. Raises TooBusyError.

        `told` is called with how many are before, at first and whenever somebody has gone.
        """
        of_one = sum(ticket.guild_id == guild_id for ticket in self._tickets)
        if len(self._tickets) >= self._most or of_one >= self._most_of_one:
            raise TooBusyError(of_one if of_one >= self._most_of_one else len(self._tickets))
        mine = _Ticket(guild_id)
        self._tickets.append(mine)
        try:
            while before := self._tickets.index(mine):
                mine.moved.clear()
                await told(before)
                await mine.moved.wait()
            yield
        finally:
            self._tickets.remove(mine)
            for ticket in self._tickets:
                ticket.moved.set()
