"""What can be wrong with what a moderator sets, or takes back."""

from collections.abc import Sequence
from datetime import datetime

from store.errors.base import StoreError, listed


class ZoneUnknownError(StoreError):
    """No time zone bears this name."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        """`known` are the names that are most like it."""
        super().__init__(f"no time zone is called {given!r}; {listed('the likest are', known)}")
        self.given, self.known = given, tuple(known)


class EndUnreadableError(StoreError):
    """No time that anybody can read, or one that is years away."""

    def __init__(self, given: str) -> None:
        """Say what would work."""
        super().__init__(f"{given!r} is no time; write 2h, 3d, 1w, or a day such as 2026-12-24")
        self.given = given


class EndPastError(StoreError):
    """An end that has passed."""

    def __init__(self, end: datetime) -> None:
        """`end` is what was meant."""
        super().__init__(f"{end.isoformat()} has passed; give a time to come")
        self.end = end


class NotUndoableError(StoreError):
    """A change that cannot be put back: there is none of this number here, or it is of a kind that has no way back."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"change {audit_id} cannot be undone here; make the opposite change")
        self.audit_id = audit_id


class ChangedSinceError(StoreError):
    """A change that cannot be put back, for what it changed has been changed again since."""

    def __init__(self, audit_id: int) -> None:
        """`audit_id` is its number in the audit."""
        super().__init__(f"what change {audit_id} changed was changed again since; look before you change it")
        self.audit_id = audit_id
