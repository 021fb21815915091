"""The bot as it is put together: what it asks of Discord, what it opens and when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import simcord

import bot as bot_package
import store as store_package
from bot.client import OnTheRecord, create_bot
from bot.config import Database, Discord, Episodes, Settings
from store.errors import DatabaseError, LibraryEmptyError

if TYPE_CHECKING:
    from tests.bot.conftest import Stage

# What runs while a module of ours is imported, and is not itself the import of another, opens, reads or starts nothing.
WATCH = """
import importlib, os, sys
sys.path.insert(0, {root!r})
import pydantic
pydantic.create_model("First")  # pydantic looks for plug-ins when it makes its first model
done = []

def note(what):
    frame = sys._getframe(2)
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        if frame.f_code.co_filename.startswith({ours!r}):
            done.append(f"{{frame.f_code.co_filename}}:{{frame.f_lineno}}: {{what}}")
            return
        frame = frame.f_back

def watch(event, arguments):
    if event in {events!r}:
        note(f"{{event}} {{arguments}}")

def look_up(self, key, original=type(os.environ).__getitem__):
    if not key.startswith("PYDANTIC_"):  # pydantic looks whether its plug-ins are off, with every model
        note(f"environment {{key}}")
    return original(self, key)

sys.addaudithook(watch)
type(os.environ).__getitem__ = look_up
for name in {modules!r}:
    importlib.import_module(name)
print(done)
"""
EVENTS = (
    "open",
    "os.listdir",
    "os.scandir",
    "subprocess.Popen",
    "socket.connect",
    "sqlite3.connect",
    "_thread.start_new_thread",
)
SKIPPED = ("__main__", "migrations")


def modules() -> list[str]:
    names = []
    for package in (bot_package, store_package):
        root = Path(package.__path__[0])
        for path in sorted(root.rglob("*.py")):
            parts = path.relative_to(root.parent).with_suffix("").parts
            if not set(parts) & set(SKIPPED):
                names.append(".".join(part for part in parts if part != "__init__"))
    return names


def test_importing_any_module_reads_nothing(tmp_path: Path) -> None:
    root = Path(bot_package.__path__[0]).parent
    ours = (str(root / "bot"), str(root / "store"))
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(root=str(root), ours=ours, modules=modules(), events=EVENTS)],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert list(tmp_path.iterdir()) == []


async def test_bot_asks_for_nothing_privileged(stage: Stage) -> None:
    asked = {name for name, on in stage.bot.intents if on}
    assert asked == {"guilds", "guild_messages", "dm_messages"}
    assert stage.bot.allowed_mentions is not None
    assert dict(stage.bot.allowed_mentions.to_dict()) == {"parse": []}
    assert stage.bot.help_command is None
    assert list(stage.bot.cached_messages) == []


async def test_words_after_any_prefix_are_no_command(stage: Stage) -> None:
    for prefix in ("!", "/", "?", "."):
        await stage.here.member.send(stage.here.channel, f"{prefix}quote coup")
    assert stage.rows() == []
    assert stage.requests("/messages") == []


def test_making_a_bot_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    create_bot(
        Settings(episodes=Episodes(paths=(tmp_path / "none",)), database=Database(url="sqlite+aiosqlite:///x.db"))
    )
    assert list(tmp_path.iterdir()) == []


async def test_bot_starts_with_the_packaged_episode(tmp_path: Path) -> None:
    bot = create_bot(
        Settings(database=Database(url=f"sqlite+aiosqlite:///{tmp_path}/x.db"), discord=Discord(shard_count=1))
    )
    async with simcord.run(bot):
        assert isinstance(bot, OnTheRecord)
        assert bot.desk.shelves.library.episode(None, None).id == "000_07237bb4a34dc730"
        await bot.close()
    assert bot.is_closed()


async def test_start_without_a_transcript_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    settings = Settings(episodes=Episodes(paths=(tmp_path / "empty",)), discord=Discord(shard_count=1))
    with pytest.raises(LibraryEmptyError):
        await simcord.run(create_bot(settings)).__aenter__()


async def test_start_without_a_database_says_so(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none/x.db"
    bot = create_bot(Settings(database=Database(url=url), discord=Discord(shard_count=1)))
    with pytest.raises(DatabaseError, match=f"{tmp_path}/none/x.db"):
        await simcord.run(bot).__aenter__()


async def test_bot_that_is_started_again_answers_again(stage: Stage) -> None:
    await stage.here.slash("books")
    await stage.env.restart_bot()
    await stage.here.slash("books")
    assert len(stage.rows()) == 2
