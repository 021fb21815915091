"""Who wants answers as plain text, kept in memory: every answer asks for it."""

from datetime import timedelta

from store.database import Members

# How often what another process may have changed is read again.
PAUSE = timedelta(hours=6)


class PlainReaders:
    """The people who have chosen plain text."""

    def __init__(self, members: Members) -> None:
        """`load` reads who they are."""
        self._members = members
        self._plain: frozenset[int] = frozenset()

    async def load(self) -> None:
        """Read it anew: another process may have changed it."""
        self._plain = await self._members.plain_readers()

    async def choose(self, user_id: int, *, plain: bool) -> None:
        """Keep what somebody has chosen."""
        await self._members.set_plain(user_id, plain=plain)
        self._plain = self._plain | {user_id} if plain else self._plain - {user_id}

    def forget(self, user_id: int) -> None:
        """Answer with cards again: what somebody had chosen is erased."""
        self._plain -= {user_id}

    def __contains__(self, user_id: int) -> bool:
        """Tell whether somebody has chosen plain text."""
        return user_id in self._plain
