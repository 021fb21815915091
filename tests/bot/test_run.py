"""The bot's way to Discord, tried against a small HTTP server of our own."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from discord.http import Route

from bot.config import Settings
from bot.failures import DiscordUnreachableError, TokenError
from bot.run import run, sync

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TOKEN = "the.right.token"
ID = "123456789012345678"
VERBS = [run, sync]


@dataclass
class FakeDiscord:
    """As much of Discord's REST interface as logging in and registering want."""

    registered: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(f"{request.method} {request.path.removeprefix('/api/v10')}")
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return as_json({"code": 0, "message": "401: Unauthorized"}, status=401)
        if request.path.endswith("/users/@me"):
            return as_json(USER)
        if request.path.endswith("/oauth2/applications/@me"):
            return as_json(APPLICATION)
        if request.method == "PUT":
            self.registered = [{**command, "id": ID, "version": ID} for command in await request.json()]
        return as_json(self.registered)


USER = {"id": ID, "username": "bot", "discriminator": "0", "avatar": None, "global_name": None}
APPLICATION: dict[str, Any] = {
    "id": ID, "name": "bot", "description": "", "icon": None, "verify_key": "", "flags": 0,
    "bot_public": True, "bot_require_code_grant": False, "rpc_origins": [], "summary": "",
    "owner": USER,
}  # fmt: skip


def as_json(body: Any, status: int = 200) -> web.Response:
    # Discord names no charset, and discord.py takes nothing else.
    return web.Response(body=json.dumps(body).encode(), content_type="application/json", status=status)


@pytest.fixture
def discord_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDiscord]:
    fake = FakeDiscord()
    loop = asyncio.new_event_loop()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", fake.answer)
    runner = web.AppRunner(app)
    loop.run_until_complete(runner.setup())
    site = web.TCPSite(runner, "127.0.0.1", 0)
    loop.run_until_complete(site.start())
    monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10")
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield fake
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.run_until_complete(runner.cleanup())
    loop.close()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in an empty folder, and leave the logging as it was."""
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield tmp_path
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("token", [None, "", "  "])
def test_no_token_is_one_line(verb: Callable[[Settings], object], token: str | None) -> None:
    with pytest.raises(TokenError, match="set DISCORD_TOKEN in the environment"):
        verb(Settings(token=token))


@pytest.mark.parametrize("verb", VERBS)
def test_wrong_token_is_one_line_that_does_not_hold_it(
    verb: Callable[[Settings], object], discord_server: FakeDiscord, folder: Path
) -> None:
    with pytest.raises(TokenError, match="Discord does not know this token") as caught:
        verb(Settings(token="wrong.token"))
    assert "wrong.token" not in str(caught.value)
    assert discord_server.asked == ["GET /users/@me"]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_no_network_is_one_line(verb: Callable[[Settings], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9/api/v10")
    with pytest.raises(DiscordUnreachableError, match="check the network"):
        verb(Settings(token=TOKEN))


def test_sync_needs_neither_episodes_nor_database(discord_server: FakeDiscord, folder: Path) -> None:
    settings = Settings(token=TOKEN)
    assert sync(settings) is True
    assert {command["name"] for command in discord_server.registered} >= {"quote", "help", "admin"}
    assert sync(settings) is False
    assert [asked for asked in discord_server.asked if asked.startswith("PUT")] == [f"PUT /applications/{ID}/commands"]
    assert list(folder.iterdir()) == []
