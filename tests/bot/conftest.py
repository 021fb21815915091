"""The real bot on the real episode, with a real database, in a simulated Discord."""

import functools
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord
from simcord.components import walk_components

from bot import client
from bot.client import OnTheRecord, create_bot
from bot.config import Answers, Database, Discord, Episodes, Settings
from store.episode import Episode
from store.library import Library, open_library
from tests.bot.discord_limits import problems

BUTTON, TEXT_DISPLAY = 2, 10


@dataclass(frozen=True)
class Server:
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    member: simcord.MemberActor

    async def slash(self, name: str, **options: Any) -> simcord.InteractionResult:
        return await self.member.slash(self.channel, name, **options)

    async def autocomplete(self, name: str, option: str, typed: str, **filled: Any) -> list[dict[str, Any]]:
        return await self.member.autocomplete(self.channel, name, option, typed, **filled)


@dataclass
class Stage:
    env: simcord.Env
    settings: Settings
    database: Path
    here: Server
    there: Server

    @property
    def bot(self) -> OnTheRecord:
        assert isinstance(self.env.bot, OnTheRecord)
        return self.env.bot

    @property
    def mention(self) -> str:
        """The bot by name, as a message writes it."""
        assert self.bot.user is not None
        return f"<@{self.bot.user.id}>"

    @property
    def user(self) -> simcord.UserHandle:
        """Who asks in `here`, without the server."""
        return self.here.member.user

    @property
    def episode(self) -> Episode:
        return self.bot.desk.shelves.library.episode(None, None)

    async def restart(self) -> None:
        await self.bot.close()
        await self.env.restart_bot(create_bot(self.settings))

    def rows(self) -> list[dict[str, Any]]:
        """Read the log through a connection of its own, so that only what is committed is seen."""
        connection = sqlite3.connect(self.database)
        try:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT * FROM queries ORDER BY id")]
        finally:
            connection.close()

    def moderate(self, server: Server | None = None, **permissions: bool) -> Server:
        """Let somebody into a server who has Manage Server there, or other permissions; return the server as theirs."""
        server = server or self.here
        role = server.guild.create_role(
            "mods", permissions=discord.Permissions(**permissions or {"manage_guild": True})
        )
        number = len(server.guild.member_ids())
        member = server.guild.add_member(self.env.create_user(f"mod-{server.guild.id}-{number}"), roles=[role])
        return Server(server.guild, server.channel, member)

    def kept(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all that the database keeps, table by table, as another program sees it."""
        connection = sqlite3.connect(self.database)
        try:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {table: sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables}
        finally:
            connection.close()

    def take_errors(self) -> list[BaseException]:
        """Return what commands raised, so that the fixture doesn't."""
        return self.env.errors

    def text(self, message: simcord.ResponseMessage | discord.Message | None) -> str:
        """Return all that a card says as a reader sees it, without the backslashes of its Markdown."""
        written = [item["content"] for item in self.components(message) if item["type"] == TEXT_DISPLAY]
        return re.sub(r"\\(?=[^\w\s])", "", "\n".join(written))

    def ids(self, message: simcord.ResponseMessage | discord.Message | None) -> list[str]:
        """Return the ids of what can be pressed on a card."""
        return [item["custom_id"] for item in self.components(message) if "custom_id" in item]

    def components(self, message: simcord.ResponseMessage | discord.Message | None) -> list[dict[str, Any]]:
        assert message is not None
        shown = (
            message
            if isinstance(message, simcord.ResponseMessage)
            else simcord.ResponseMessage(self.env, self.env.backend.get_message(message.channel.id, message.id))
        )
        return list(walk_components(shown.components))

    async def forged(self, custom_id: str, server: Server | None = None) -> discord.Message:
        """Post a message, for all to see, with a button of this id."""
        channel = self.bot.get_channel((server or self.here).channel.id)
        assert isinstance(channel, discord.TextChannel)
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        row.add_item(discord.ui.Button(label="press", custom_id=custom_id))
        return await channel.send(view=discord.ui.LayoutView().add_item(row))

    def labels(self, message: simcord.ResponseMessage | discord.Message | None) -> list[str]:
        """Return what the buttons of a card say."""
        return [item["label"] for item in self.components(message) if item["type"] == BUTTON]

    def quotes(self, result: simcord.InteractionResult) -> list[str]:
        """Return what an answer quotes."""
        return [line[2:] for line in self.text(result.response).splitlines() if line.startswith("> ")]

    async def press(
        self, who: simcord.MemberActor | simcord.UserHandle, asked: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        """Press the button of an answer that says this, or choose from its menu what says it."""
        assert asked.response is not None
        for select in (item for item in self.components(asked.response) if item.get("options")):
            for option in select["options"]:
                if option["label"].startswith(label):
                    return await who.select(asked.response, [option["value"]], custom_id=select["custom_id"])
        return await who.click(asked.response, label=label)

    def change(self, statement: str) -> None:
        """Change the database as somebody else would who has it open."""
        connection = sqlite3.connect(self.database)
        try:
            connection.execute(statement)
            connection.commit()
        finally:
            connection.close()

    def requests(self, part: str) -> list[dict[str, Any]]:
        """Return the bodies of the requests whose path has this in it."""
        return [entry.json for entry in self.env.http_requests if part in entry.path and isinstance(entry.json, dict)]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def settings(database: Path, answers: Answers) -> Settings:
    return Settings(
        database=Database(url=f"sqlite+aiosqlite:///{database}"), discord=Discord(shard_count=1), answers=answers
    )


@pytest.fixture(scope="session")
def open_once() -> Callable[[Episodes, object], Library]:
    """Open each library once for all tests: nobody changes one."""
    once = functools.cache(open_library)
    return lambda episodes, _: once(episodes.paths, default=episodes.default)


@pytest.fixture
def simcord_bot(
    settings: Settings, open_once: Callable[[Episodes, object], Library], monkeypatch: pytest.MonkeyPatch
) -> OnTheRecord:
    monkeypatch.setattr(client, "open_configured", open_once)
    bot = create_bot(settings)
    assert isinstance(bot, OnTheRecord)
    return bot


@pytest_asyncio.fixture
async def stage(simcord_env: simcord.Env, settings: Settings, database: Path) -> AsyncIterator[Stage]:
    bot = simcord_env.bot
    assert isinstance(bot, OnTheRecord)
    await bot.tree.sync()
    servers = []
    for name in ("here", "there"):
        guild = simcord_env.create_guild(name)
        member = guild.add_member(simcord_env.create_user(f"{name}-listener", global_name=f"Listener of {name}"))
        servers.append(Server(guild, guild.create_text_channel("talk"), member))
    await simcord_env.settle()
    stage = Stage(simcord_env, settings, database, *servers)
    yield stage
    await stage.bot.close()
    found = problems(stage.env.http_requests)
    assert not found, "Discord would not have taken this"
