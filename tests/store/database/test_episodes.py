"""The servers' own episodes: kept whole, once, and for one server."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from store.database import Audit, Database, EpisodeTable, NameTable, SettingsTable
from store.database.channels import ChannelTable
from store.database.undo import undo, undoable
from store.errors import (
    ChangedSinceError,
    EpisodeThereError,
    EpisodeUnknownError,
    NotUndoableError,
    ShelfFullError,
)
from store.manuscripts.manuscript import Manuscript
from store.server.own import OwnEpisode, Proposal, own_id, own_stem, stem_of

HERE, THERE, MODERATOR = 10, 20, 7
Rows = list[tuple[Any, ...]]


def talk(words: str = "Hello there.", notes: bytes | None = None) -> Manuscript:
    return Manuscript(Path("talk.txt"), words.encode(), notes)


def own(manuscript: Manuscript, stem: str = "talk", key: str = "00000001") -> OwnEpisode:
    size = len(manuscript.transcript)
    return OwnEpisode(stem, manuscript.path.name, key, size, {"title": "A talk"}, MODERATOR, datetime.now(UTC))


@pytest.fixture
def table(database: Database) -> EpisodeTable:
    return EpisodeTable(database)


async def test_added_episode_is_kept_byte_for_byte_and_only_in_its_server(table: EpisodeTable) -> None:
    manuscript = talk("Grüße\r\n\0", b"\xffno TOML")
    added = own(manuscript)
    await table.add(HERE, added, manuscript, most=5)
    (kept,), names = await table.of(HERE)
    assert (kept, dict(names.pairs)) == (added, {})
    assert await table.manuscript(HERE, "talk") == manuscript
    assert (await table.of(THERE))[0] == ()
    assert await table.manuscript(THERE, "talk") is None
    assert await table.manuscript(HERE, "other") is None


async def test_adding_is_audited(table: EpisodeTable, database: Database) -> None:
    done = await table.add(HERE, own(talk()), talk(), most=5)
    assert (done,) == await Audit(database).recent(HERE)
    assert (done.change.action, done.change.subject, done.change.actor_id) == ("episode add", "own/talk", MODERATOR)
    assert done.change.after == {"file": "talk.txt", "key": "00000001", "size": 12}


async def test_same_name_or_same_text_is_refused_and_nothing_changes(
    table: EpisodeTable, seen: Callable[[str], Rows]
) -> None:
    await table.add(HERE, own(talk()), talk(), most=5)
    for stem, key, same_text in (("talk", "00000002", False), ("other", "00000001", True)):
        with pytest.raises(EpisodeThereError) as caught:
            await table.add(HERE, own(talk("Else."), stem, key), talk("Else."), most=5)
        assert (caught.value.episode_id, caught.value.same_text) == ("own/talk", same_text)
    await table.add(THERE, own(talk()), talk(), most=5)
    assert seen("SELECT guild_id, id FROM guild_episodes ORDER BY 1") == [(HERE, "talk"), (THERE, "talk")]
    assert seen("SELECT count(*) FROM audit") == [(2,)]


async def test_server_has_so_many_and_no_more(table: EpisodeTable) -> None:
    for number in range(2):
        await table.add(HERE, own(talk(), str(number), str(number)), talk(), most=2)
    with pytest.raises(ShelfFullError):
        await table.add(HERE, own(talk(), "more", "more"), talk(), most=2)
    await table.add(THERE, own(talk()), talk(), most=2)


async def test_removing_takes_its_names_and_its_use_as_a_default_with_it(
    table: EpisodeTable, database: Database, seen: Callable[[str], Rows]
) -> None:
    for guild_id in (HERE, THERE):
        await table.add(guild_id, own(talk()), talk(), most=2)
        await NameTable(database).add(guild_id, Proposal("own/talk", "Helo", "Hello"), by=MODERATOR)
        await SettingsTable(database).change(guild_id, "episode", "own/talk", by=MODERATOR, action="episode use")
    channels = ChannelTable(database)
    await channels.change(HERE, 1, "episode", "own/talk", by=MODERATOR, action="episode use")
    await channels.change(HERE, 2, "episode", "own/talk", by=MODERATOR, action="episode use")
    await channels.change(HERE, 2, "allowed", value=True, by=MODERATOR, action="channels allow")
    await channels.change(HERE, 3, "episode", "other", by=MODERATOR, action="episode use")

    removed = await table.remove(HERE, "talk", by=MODERATOR)

    assert (removed.was_default, removed.channels) == (True, (1, 2))
    assert removed.change.change.before["channels"] == ["1", "2"]
    assert seen("SELECT guild_id, id FROM guild_episodes") == [(THERE, "talk")]
    assert seen("SELECT guild_id FROM names") == [(THERE,)]
    assert seen("SELECT guild_id FROM guild_settings") == [(THERE,)]
    assert seen("SELECT channel_id, allowed, episode FROM channels") == [(2, 1, None), (3, None, "other")]
    with pytest.raises(EpisodeUnknownError):
        await table.remove(HERE, "talk", by=MODERATOR)


async def test_adding_can_be_undone_as_long_as_it_is_the_same_and_removing_cannot(
    table: EpisodeTable, database: Database
) -> None:
    added = await table.add(HERE, own(talk()), talk(), most=2)
    with pytest.raises(NotUndoableError):
        await undo(database, THERE, added.id, by=MODERATOR)
    undone = await undo(database, HERE, added.id, by=MODERATOR)
    assert (await table.of(HERE))[0] == ()
    assert not undoable(undone.change)
    with pytest.raises(ChangedSinceError):
        await undo(database, HERE, added.id, by=MODERATOR)
    await table.add(HERE, own(talk("Else."), key="00000002"), talk("Else."), most=2)
    with pytest.raises(ChangedSinceError):
        await undo(database, HERE, added.id, by=MODERATOR)
    assert not undoable((await table.remove(HERE, "talk", by=MODERATOR)).change.change)


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("talk.txt", "talk"),
        ("2023-06-30 Talk.v2.md", "2023-06-30 Talk.v2"),
        ("../../etc/passwd", "passwd"),
        ("C:\\talks\\one.srt", "one"),
        ("a\u202etxt\n.exe", "atxt"),
        (".txt", ".txt"),
        ("\u0007", "episode"),
        ("x" * 300 + ".txt", "x" * 60),
        ("e\u0301.txt", "\u00e9"),
        ("own/all.txt", "all"),
    ],
)
def test_episode_is_called_as_its_file_in_what_can_be_typed(file: str, stem: str) -> None:
    assert stem_of(file) == stem
    assert own_stem(own_id(stem)) == stem
