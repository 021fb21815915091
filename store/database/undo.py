"""Putting back what a moderator has changed, as long as nobody has changed it since."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from store.database import blocks, channels, episodes, guild_settings, names
from store.database.audit import UNDO, Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import AuditRow
from store.errors import ChangedSinceError, NotUndoableError


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that is changed: how its present value is read, and how another is put in its place."""

    key: Callable[[Change], Any]
    stored: Callable[[AsyncSession, int, Any], Awaitable[Any]]
    put: Callable[..., Awaitable[None]]


SETTING = Thing(lambda change: change.subject, guild_settings.stored, guild_settings.put)
CHANNEL = Thing(lambda change: int(change.subject), channels.stored, channels.put)
NAME = Thing(lambda change: (change.before or change.after)["id"], names.stored, names.put)
EPISODE = Thing(lambda change: change.subject, episodes.stored, episodes.put)
BLOCK = Thing(lambda change: change.member_id, blocks.stored, blocks.put)


async def undo(database: Database, guild_id: int, audit_id: int, *, by: int) -> Audited:
    """Put back what a change of this server's has changed; that is a change, too, and can be undone.

    Raises NotUndoableError where there is no such change here, and ChangedSinceError.
    """
    async with database.transaction() as session:
        row = await session.get(AuditRow, audit_id)
        change = audited(row).change if row is not None and row.guild_id == guild_id else None
        thing = _thing(change) if change else None
        if change is None or thing is None or (thing is BLOCK and change.member_id is None):
            raise NotUndoableError(audit_id)
        key = thing.key(change)
        if await thing.stored(session, guild_id, key) != change.after:
            raise ChangedSinceError(audit_id)
        await thing.put(session, guild_id, key, change.before, by=by)
        undone = note(session, _reversed(change, by))
    return audited(undone)


def undoable(change: Change) -> bool:
    """Tell whether a change is of a kind that can be put back."""
    return _thing(change) is not None


def _thing(change: Change) -> Thing | None:
    if change.action == "episode add":
        return EPISODE
    action = change.action.removeprefix(UNDO)
    if action.startswith("names "):
        return NAME
    if action.startswith("settings "):
        return SETTING
    if action.startswith("channels "):
        return CHANNEL
    if action == "episode use":
        return CHANNEL if change.subject.isdecimal() else SETTING
    return BLOCK if action in {"member block", "member unblock"} else None


def _reversed(change: Change, by: int) -> Change:
    action = change.action.removeprefix(UNDO) if change.action.startswith(UNDO) else f"{UNDO}{change.action}"
    return Change(
        change.guild_id, by, action, change.subject, change.member_id, before=change.after, after=change.before
    )
