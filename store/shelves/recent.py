"""What was asked for last, held in memory up to a bound; each made once, however many ask for it at once."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Iterator
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Values by key, each with a weight. What was not asked for longest gives way to what is new."""

    def __init__(self, most: float) -> None:
        """`most` is the weight of all together; one by itself is held whatever it weighs."""
        self._most = most
        self._held: OrderedDict[Hashable, tuple[Value, float]] = OrderedDict()
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    async def get(self, key: Hashable, make: Callable[[], Awaitable[tuple[Value, float]]]) -> Value:
        """Return a value; made, with its weight, where it isn't held. Nothing is held of what `make` raises."""
        if key in self._held:
            return self._touched(key)
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key not in self._held:
                self._held[key] = await make()
                self._trim()
            return self._touched(key)

    def drop(self, unwanted: Callable[[Hashable], bool]) -> None:
        """Let go of the values of some keys."""
        for key in [key for key in self._held if unwanted(key)]:
            del self._held[key]

    def clear(self) -> None:
        """Let go of all."""
        self._held.clear()

    def __iter__(self) -> Iterator[Value]:
        """Give all values that are held."""
        return iter([value for value, _ in self._held.values()])

    def _touched(self, key: Hashable) -> Value:
        self._held.move_to_end(key)
        return self._held[key][0]

    def _trim(self) -> None:
        weight = sum(weight for _, weight in self._held.values())
        while weight > self._most and len(self._held) > 1:
            _, (_, lighter) = self._held.popitem(last=False)
            weight -= lighter
