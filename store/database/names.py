"""Misheard names: what members propose, and what moderators accept for their server."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias, cast

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.database.audit import Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import NameRow
from store.errors import NameDecidedError, NameTakenError, NameUnknownError, TooManyNamesError
from store.server.own import OwnNames, Proposal

State: TypeAlias = Literal["proposed", "accepted", "declined"]

# How many an episode may have accepted in one server; how many may wait to be decided there, and of one member; and
# how many a member may propose in a day.
MOST_ACCEPTED, MOST_OPEN, MOST_OPEN_OF_MEMBER, MOST_A_DAY = 200, 100, 5, 20


@dataclass(frozen=True, slots=True)
class KeptName:
    """A misheard name as it is kept; `episode` is the episode's ID."""

    id: int
    episode: str
    heard: str
    meant: str
    state: State
    proposed_by: int | None
    proposed_at: datetime


class NameTable:
    """Keeps the misheard names of servers."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def listed(self, guild_id: int, state: State, episode: str | None = None) -> tuple[KeptName, ...]:
        """Return a server's names in this state, of one episode or all, the earliest first."""
        rows = select(NameRow).where(NameRow.guild_id == guild_id, NameRow.state == state).order_by(NameRow.id)
        if episode is not None:
            rows = rows.where(NameRow.episode == episode)
        async with self._database.reading() as session:
            return tuple(_kept(row) for row in await session.scalars(rows))

    async def propose(self, guild_id: int, proposal: Proposal, *, by: int) -> KeptName:
        """Keep what a member proposes. Raises NameTakenError, NameDecidedError and TooManyNamesError."""
        async with self._database.transaction() as session:
            await _check_new(session, guild_id, proposal)
            await _check_member(session, guild_id, by)
            row = _row(guild_id, proposal, by)
            session.add(row)
        return _kept(row)

    async def add(self, guild_id: int, proposal: Proposal, *, by: int) -> Audited:
        """Accept a name at once, with its row in the audit; whoever has proposed it is answered with that.

        Raises NameTakenError and TooManyNamesError.
        """
        async with self._database.transaction() as session:
            await _check_free(session, guild_id, proposal.episode, proposal.heard)
            same = _of(guild_id, proposal.episode, proposal.heard).where(NameRow.meant == proposal.meant)
            proposed = await session.scalar(same.limit(1))
            row = proposed or _row(guild_id, proposal, by)
            before = _said(row) if proposed else None
            _decide(row, "accepted", by)
            session.add(row)
            await session.flush()
            change = note(session, Change(guild_id, by, "names add", row.episode, before=before, after=_said(row)))
        return audited(change)

    async def decide(self, guild_id: int, name_id: int, state: State, *, by: int) -> Audited:
        """Accept or decline what was proposed, with its row in the audit.

        Raises NameUnknownError, NameDecidedError, NameTakenError and TooManyNamesError.
        """
        async with self._database.transaction() as session:
            row = await _found(session, guild_id, name_id)
            if row.state != "proposed":
                raise NameDecidedError(row.heard, row.meant, accepted=row.state == "accepted")
            if state == "accepted":
                await _check_free(session, guild_id, row.episode, row.heard)
            before = _said(row)
            _decide(row, state, by)
            action = "names accept" if state == "accepted" else "names decline"
            change = note(session, Change(guild_id, by, action, row.episode, before=before, after=_said(row)))
        return audited(change)

    async def remove(self, guild_id: int, name_id: int, *, by: int) -> Audited:
        """Take back what was accepted, with its row in the audit. Raises NameUnknownError."""
        async with self._database.transaction() as session:
            row = await _found(session, guild_id, name_id)
            if row.state != "accepted":
                raise NameUnknownError(str(name_id))
            await session.delete(row)
            change = note(session, Change(guild_id, by, "names remove", row.episode, before=_said(row)))
        return audited(change)


async def accepted(session: AsyncSession, guild_id: int) -> OwnNames:
    """Return what is accepted in a server."""
    rows = select(NameRow).where(NameRow.guild_id == guild_id, NameRow.state == "accepted").order_by(NameRow.id)
    pairs: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in await session.scalars(rows):
        pairs[row.episode] = (*pairs.get(row.episode, ()), (row.heard, row.meant))
    return OwnNames(pairs)


async def stored(session: AsyncSession, guild_id: int, name_id: int) -> dict[str, Any] | None:
    """Return what the audit says of a name; None where there is none."""
    row = await session.get(NameRow, name_id, with_for_update=True)
    return _said(row) if row is not None and row.guild_id == guild_id else None


async def put(session: AsyncSession, guild_id: int, name_id: int, said: dict[str, Any] | None, *, by: int) -> None:
    """Put a name back as the audit says that it was; None for none. Raises NameTakenError and TooManyNamesError."""
    row = await session.get(NameRow, name_id)
    if said is None:
        await session.delete(row)
        return
    if said["state"] == "accepted":
        await _check_free(session, guild_id, said["episode"], said["heard"])
    if row is None:
        row = _row(guild_id, Proposal(said["episode"], said["heard"], said["meant"]), by)
        row.id = name_id
        session.add(row)
    _decide(row, said["state"], by)


def _of(guild_id: int, episode: str, heard: str) -> Any:
    return select(NameRow).where(NameRow.guild_id == guild_id, NameRow.episode == episode, NameRow.heard == heard)


async def _found(session: AsyncSession, guild_id: int, name_id: int) -> NameRow:
    """Return the row of a name of this server. Raises NameUnknownError: an id may be another server's."""
    row = await session.get(NameRow, name_id, with_for_update=True)
    if row is None or row.guild_id != guild_id:
        raise NameUnknownError(str(name_id))
    return row


async def _check_free(session: AsyncSession, guild_id: int, episode: str, heard: str) -> None:
    """Raise NameTakenError where something is accepted for what was heard, TooManyNamesError where no more fit."""
    taken = await session.scalar(_of(guild_id, episode, heard).where(NameRow.state == "accepted").limit(1))
    if taken is not None:
        raise NameTakenError(taken.heard, taken.meant)
    mine = (NameRow.guild_id == guild_id, NameRow.episode == episode, NameRow.state == "accepted")
    if (await session.scalar(select(func.count()).where(*mine)) or 0) >= MOST_ACCEPTED:
        raise TooManyNamesError(MOST_ACCEPTED, "episode")


async def _check_new(session: AsyncSession, guild_id: int, proposal: Proposal) -> None:
    """Raise NameTakenError or NameDecidedError where there is nothing to propose."""
    for row in await session.scalars(_of(guild_id, proposal.episode, proposal.heard)):
        if row.state == "accepted":
            raise NameTakenError(row.heard, row.meant)
        if row.meant == proposal.meant:
            raise NameDecidedError(row.heard, row.meant, accepted=None if row.state == "proposed" else False)


async def _check_member(session: AsyncSession, guild_id: int, user_id: int) -> None:
    """Raise TooManyNamesError where a member, or a server, has proposed enough for now."""
    day_ago = datetime.now(UTC) - timedelta(days=1)
    here, mine = NameRow.guild_id == guild_id, NameRow.proposed_by == user_id
    counts = (
        ((here, mine, NameRow.state == "proposed"), MOST_OPEN_OF_MEMBER, "member"),
        ((here, mine, NameRow.proposed_at > day_ago), MOST_A_DAY, "day"),
        ((here, NameRow.state == "proposed"), MOST_OPEN, "server"),
    )
    for which, most, of in counts:
        if (await session.scalar(select(func.count()).where(*which)) or 0) >= most:
            raise TooManyNamesError(most, of)


def _row(guild_id: int, proposal: Proposal, by: int) -> NameRow:
    return NameRow(
        guild_id=guild_id,
        episode=proposal.episode,
        heard=proposal.heard,
        meant=proposal.meant,
        state="proposed",
        proposed_by=by,
        proposed_at=datetime.now(UTC),
    )


def _decide(row: NameRow, state: State, by: int) -> None:
    is_open = state == "proposed"
    row.state = state
    row.decided_by, row.decided_at = (None, None) if is_open else (by, datetime.now(UTC))


def _kept(row: NameRow) -> KeptName:
    state = cast("State", row.state)
    return KeptName(row.id, row.episode, row.heard, row.meant, state, row.proposed_by, row.proposed_at)


def _said(row: NameRow) -> dict[str, Any]:
    return {"id": row.id, "episode": row.episode, "heard": row.heard, "meant": row.meant, "state": row.state}
