"""The servers' own episodes, with all that they are made of."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.database import names
from store.database.audit import Audited, Change, audited, note
from store.database.engine import Database
from store.database.models import ChannelRow, EpisodeRow, NameRow, SettingRow
from store.errors import EpisodeThereError, EpisodeUnknownError, ShelfFullError
from store.manuscripts.manuscript import Manuscript
from store.server.own import OwnEpisode, OwnNames, own_id, own_stem

DEFAULT = "episode"


@dataclass(frozen=True, slots=True)
class Removed:
    """What went with an episode: whether it was the server's default, and in which channels it was in use."""

    change: Audited
    was_default: bool
    channels: tuple[int, ...]


class EpisodeTable:
    """Keeps the servers' own episodes."""

    def __init__(self, database: Database) -> None:
        """Leave the database to its opener to close."""
        self._database = database

    async def of(self, guild_id: int) -> tuple[tuple[OwnEpisode, ...], OwnNames]:
        """Return what is kept of a server's episodes, by stem, and the names accepted there."""
        rows = select(EpisodeRow).where(EpisodeRow.guild_id == guild_id).order_by(EpisodeRow.id)
        async with self._database.reading() as session:
            own = tuple(_own(row) for row in await session.scalars(rows))
            return own, await names.accepted(session, guild_id)

    async def manuscript(self, guild_id: int, stem: str) -> Manuscript | None:
        """Return what an episode is made of; None where the server has none called so."""
        content = select(EpisodeRow.file_name, EpisodeRow.transcript, EpisodeRow.notes).where(
            EpisodeRow.guild_id == guild_id, EpisodeRow.id == stem
        )
        async with self._database.reading() as session:
            row = (await session.execute(content)).one_or_none()
        return Manuscript(Path(row.file_name), row.transcript, row.notes) if row else None

    async def add(self, guild_id: int, own: OwnEpisode, manuscript: Manuscript, *, most: int) -> Audited:
        """Keep an episode, with its row in the audit. Raises EpisodeThereError and ShelfFullError.

        `most` is how many a server may have.
        """
        async with self._database.transaction() as session:
            await _check_room(session, guild_id, own, most)
            session.add(
                EpisodeRow(
                    guild_id=guild_id,
                    id=own.stem,
                    file_name=own.file_name,
                    key=own.key,
                    size=own.size,
                    facts=own.facts,
                    transcript=manuscript.transcript,
                    notes=manuscript.notes,
                    added_by=own.added_by,
                    added_at=own.added_at,
                )
            )
            row = note(session, Change(guild_id, own.added_by, "episode add", own.id, after=_said(own)))
        return audited(row)

    async def remove(self, guild_id: int, stem: str, *, by: int) -> Removed:
        """Erase an episode, the names accepted for it, and its use as a default. Raises EpisodeUnknownError."""
        async with self._database.transaction() as session:
            row = await session.get(EpisodeRow, (guild_id, stem), with_for_update=True)
            if row is None:
                raise EpisodeUnknownError(own_id(stem), ())
            was_default, channels = await erase(session, row)
            before = _said(_own(row)) | {"default": was_default, "channels": [str(channel) for channel in channels]}
            change = note(session, Change(guild_id, by, "episode remove", own_id(stem), before=before))
        return Removed(audited(change), was_default, channels)


async def stored(session: AsyncSession, guild_id: int, episode_id: str) -> dict[str, Any] | None:
    """Return what the audit says of an own episode; None where there is none."""
    row = await session.get(EpisodeRow, (guild_id, own_stem(episode_id) or ""), with_for_update=True)
    return _said(_own(row)) if row else None


async def put(session: AsyncSession, guild_id: int, episode_id: str, said: None, *, by: int) -> None:
    """Take back that an episode was added; what is erased cannot be put back."""
    del said, by
    row = await session.get(EpisodeRow, (guild_id, own_stem(episode_id) or ""))
    if row is not None:
        await erase(session, row)


async def erase(session: AsyncSession, row: EpisodeRow) -> tuple[bool, tuple[int, ...]]:
    """Erase an episode and all that hangs on it; return whether it was the default, and in which channels."""
    guild_id, episode_id = row.guild_id, own_id(row.id)
    await session.delete(row)
    await session.execute(delete(NameRow).where(NameRow.guild_id == guild_id, NameRow.episode == episode_id))
    setting = await session.get(SettingRow, (guild_id, DEFAULT), with_for_update=True)
    was_default = setting is not None and setting.value == episode_id
    if was_default:
        await session.delete(setting)
    in_use = (ChannelRow.guild_id == guild_id, ChannelRow.episode == episode_id)
    channels = tuple(await session.scalars(select(ChannelRow.channel_id).where(*in_use)))
    await session.execute(delete(ChannelRow).where(*in_use, ChannelRow.allowed.is_(None)))
    await session.execute(update(ChannelRow).where(*in_use).values(episode=None))
    return was_default, channels


async def _check_room(session: AsyncSession, guild_id: int, own: OwnEpisode, most: int) -> None:
    """Raise EpisodeThereError or ShelfFullError where an episode cannot be added."""
    same = (EpisodeRow.id == own.stem) | (EpisodeRow.key == own.key)
    other = await session.scalar(select(EpisodeRow).where(EpisodeRow.guild_id == guild_id, same).limit(1))
    if other is not None:
        raise EpisodeThereError(own_id(other.id), same_text=other.key == own.key)
    have = await session.scalar(select(func.count()).where(EpisodeRow.guild_id == guild_id))
    if (have or 0) >= most:
        raise ShelfFullError(most)


def _own(row: EpisodeRow) -> OwnEpisode:
    return OwnEpisode(row.id, row.file_name, row.key, row.size, row.facts, row.added_by, row.added_at)


def _said(own: OwnEpisode) -> dict[str, Any]:
    """Say in the audit what an episode was; who added it stands in the row's own column."""
    return {"file": own.file_name, "key": own.key, "size": own.size}
