"""What a server's rules stop."""

from collections.abc import Sequence
from datetime import datetime

from store.errors.base import StoreError


class RuleError(StoreError):
    """The base of what a server's rules stop."""


class ChannelClosedError(RuleError):
    """Moderators have it that the bot does not answer in this channel."""

    def __init__(self, open_channels: Sequence[int]) -> None:
        """`open_channels` are those that moderators have named; none where all but some are open."""
        super().__init__("questions are not answered in this channel; ask in another")
        self.open_channels = tuple(open_channels)


class MemberBlockedError(RuleError):
    """Moderators have blocked this member."""

    def __init__(self, until: datetime | None) -> None:
        """`until` is None where the block has no end."""
        super().__init__(f"this member is blocked {f'until {until.isoformat()}' if until else 'for good'}")
        self.until = until


class CooldownError(RuleError):
    """More questions than are allowed in a time."""

    def __init__(self, until: datetime, *, everybody: bool) -> None:
        """`everybody` says that it is all members of the server together who have asked so many."""
        super().__init__(f"too many questions at once; ask again at {until.isoformat()}")
        self.until, self.everybody = until, everybody


class NotPublicError(RuleError):
    """An answer that all would see, asked for by a member who may only have private ones."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__("members with certain roles only may be answered in public; ask for a private answer")
