"""Where the tables hold what tells who somebody is, and how that is taken out."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, case

from store.database.models import AuditRow, Base, BlockRow, MemberRow, NameRow, QueryRow

# A member's id stands in columns of these names, and in no other: a test holds all tables to it.
NAMES = frozenset(
    {"user_id", "actor_id", "member_id", "set_by", "added_by", "proposed_by", "decided_by", "opened_by"},
)
# Columns that more is asked of than to be emptied: `store.database.privacy` sees to each.
_OTHERWISE = frozenset({QueryRow.user_id, BlockRow.user_id, MemberRow.user_id, AuditRow.actor_id, AuditRow.member_id})

# What people write, in which they may name others by their id: <@123>.
WRITTEN: tuple[tuple[type[Base], tuple[str, ...]], ...] = (
    (QueryRow, ("text", "options")),
    (BlockRow, ("reason",)),
    (NameRow, ("heard", "meant")),
    (AuditRow, ("subject", "before", "after")),
)

# A question without who asked it and what: it goes on being counted. A direct message's channel is known by its two
# ends, so it names the asker, too.
UNASKED: dict[str, Any] = {
    "user_id": None,
    "text": None,
    "options": None,
    "channel_id": case((QueryRow.guild_id.is_(None), None), else_=QueryRow.channel_id),
}


def naming() -> Iterator[Column[Any]]:
    """Give every column that holds a member's id."""
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if column.name in NAMES)


def crediting() -> Iterator[Column[Any]]:
    """Give the columns that say who did something, and that are emptied when that is erased."""
    otherwise = {column.property.columns[0] for column in _OTHERWISE}
    return (column for column in naming() if column not in otherwise)
