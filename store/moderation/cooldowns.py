"""Who has asked how much of late: how many questions in how many seconds, counted over a sliding window."""

from collections import deque
from datetime import datetime, timedelta
from typing import TypeAlias

from store.server.guild_settings import MAX_SECONDS, Cooldown

# A server, and a member of it or, as None, all of them together.
Asker: TypeAlias = tuple[int | None, int | None]
# From so many on, those who have not asked for long are forgotten.
MANY = 10_000


class Cooldowns:
    """Counts questions, in memory: what is not answered for a cooldown does not lengthen it."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._asked: dict[Asker, deque[datetime]] = {}

    def __len__(self) -> int:
        """Tell how many are remembered."""
        return len(self._asked)

    def until(self, asker: Asker, cooldown: Cooldown, at: datetime) -> datetime | None:
        """Return when this asker may ask again; None where that is now."""
        asked = self._asked.get(asker, ())
        start = at - timedelta(seconds=cooldown.seconds)
        recent = [moment for moment in asked if moment > start]
        if len(recent) < cooldown.questions:
            return None
        return recent[-cooldown.questions] + timedelta(seconds=cooldown.seconds)

    def note(self, asker: Asker, cooldown: Cooldown, at: datetime) -> None:
        """Count a question."""
        if len(self._asked) >= MANY:
            self._sweep(at)
        asked = self._asked.setdefault(asker, deque())
        asked.append(at)
        while len(asked) > cooldown.questions:
            asked.popleft()

    def _sweep(self, at: datetime) -> None:
        oldest = at - timedelta(seconds=MAX_SECONDS)
        self._asked = {asker: asked for asker, asked in self._asked.items() if asked[-1] > oldest}
