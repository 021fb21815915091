"""The preview as a browser meets it: over HTTP, with the real SimCord behind it and a small bot inside."""

import asyncio
import html
import importlib.util
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import urldefrag, urlsplit

import aiohttp
import discord
import pytest
from discord import app_commands
from discord.ext import commands, tasks

from bot.preview import PortUnavailableError, PreviewMissingError, running, serve, site, world
from bot.preview.places import Place

PROTOCOL = 3


class Toy(commands.AutoShardedBot):
    """A bot with a command for everyone and one for moderators, which answers direct messages."""

    def __init__(self, fault: Exception | None = None, timer: tasks.Loop[Any] | None = None) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(command_prefix=(), help_command=None, intents=intents)
        self.fault = fault
        self.timer = timer
        self.started_times = 0

    async def setup_hook(self) -> None:
        self.started_times += 1
        if self.fault is not None:
            raise self.fault
        if self.timer is not None:
            self.timer.start()

        @self.tree.command(description="Finds <b>words</b>")
        async def quote(interaction: discord.Interaction[Any], about: str) -> None:
            await interaction.response.send_message(f"Found: {about}")

        @self.tree.command(description="-")
        async def discuss(interaction: discord.Interaction[Any]) -> None:
            await interaction.response.send_message("Here.")
            channel, message = interaction.channel, await interaction.original_response()
            assert isinstance(channel, discord.TextChannel)
            await channel.get_partial_message(message.id).create_thread(name="a-talk")

        admin = app_commands.Group(
            name="admin", description="-", default_permissions=discord.Permissions(manage_guild=True)
        )

        @admin.command(description="-")
        async def setup(interaction: discord.Interaction[Any]) -> None:
            await interaction.response.send_message("Set up.", ephemeral=True)

        self.tree.add_command(admin)

    async def on_message(self, message: discord.Message, /) -> None:
        if message.guild is None and not message.author.bot:
            await message.reply(f"You said: {message.content}")


class Visitor:
    """A browser at the preview's address: our pages, and what SimCord's page asks for behind them."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address.rstrip("/")
        self.headers: dict[str, str] = {}
        self.page: dict[str, Any] = {}
        self.actions = 0

    async def get(self, path: str, **options: Any) -> tuple[int, str]:
        async with self.session.get(self.address + path, **options) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, form: dict[str, str]) -> tuple[str, str]:
        """Return where it led to, and the page there."""
        async with self.session.post(self.address + path, data=form) as answer:
            return answer.url.path_qs, await answer.text()

    async def choose(self, place: Place) -> str:
        """Press the place's button on the start page, and let SimCord's page load."""
        _, start = await self.get("/")
        token = re.search(r'name="token" value="([^"]+)"', start)
        assert token
        path, page = await self.post(f"/places/{place.value}", {"token": token[1], "timezone": "Europe/Berlin"})
        assert path == f"/{place.value}"
        frame = re.search(r'<iframe [^>]*src="([^"]+)"', page)
        assert frame
        inside, capability = urldefrag(html.unescape(frame[1]))
        async with self.session.get(self.address + inside) as simcord_page:
            assert "SimCord" in await simcord_page.text()
            assert "frame-ancestors 'self'" in simcord_page.headers["Content-Security-Policy"]
            assert simcord_page.headers["X-Frame-Options"] == "SAMEORIGIN"
        self.headers = {"X-Simcord-Capability": capability}
        self.actions = 0
        self.page = await self.ask("POST", "/api/pages", {})
        self.headers["X-Simcord-Context"] = self.page["context"]["id"]
        return page

    async def ask(self, method: str, path: str, body: object = None) -> Any:
        async with self.session.request(method, self.address + path, json=body, headers=self.headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def act(self, kind: str, *, looking: bool = True, **body: Any) -> None:
        self.actions += 1
        envelope = {
            "protocol_version": PROTOCOL,
            "sequence": self.actions,
            "request_id": f"action-{self.actions}",
            "generation": self.page["context"]["generation"],
            "bot_generation": self.page["botGeneration"],
            "published_revision": self.page["publishedRevision"],
        }
        receipt = await self.ask("POST", "/api/action", {**envelope, "kind": kind, **body})
        assert receipt["settlement"] == "settled", receipt
        if looking:
            self.page = await self.ask("GET", "/api/state")

    async def end(self) -> None:
        """Press "End preview session" on SimCord's page."""
        await self.act("close", looking=False)

    async def commands(self) -> dict[str, Any]:
        catalog = await self.ask("GET", "/api/commands")
        return {entry["invocation"]: entry for entry in catalog["entries"]}

    async def slash(self, name: str, **options: str) -> None:
        command = (await self.commands())[name]
        await self.act(
            "run_command",
            command_id=command["commandId"],
            path=command["path"],
            schema_fingerprint=command["schemaFingerprint"],
            options=options,
        )

    def messages(self) -> list[str]:
        return [self.page["messages"][message]["content"] for message in self.page["timeline"]]


@asynccontextmanager
async def visiting(bot: Toy | None = None) -> AsyncIterator[Visitor]:
    async with running(bot or Toy()) as address, aiohttp.ClientSession() as session:
        yield Visitor(session, address)


async def test_start_page_offers_the_places_and_the_bots_own_commands() -> None:
    async with visiting() as visitor:
        status, page = await visitor.get("/")

    assert urlsplit(visitor.address).hostname == "127.0.0.1"
    assert status == 200
    for place in Place:
        assert f'action="/places/{place.value}"' in page
    assert "/quote about: implausible deniability" in page
    assert "Finds &lt;b&gt;words&lt;/b&gt;" in page
    assert "/books" not in page, "a command that this bot does not have"


async def test_what_the_pages_load_is_there() -> None:
    async with visiting() as visitor:
        place = await visitor.choose(Place.LISTENER)
        for path in re.findall(r'(?:href|src)="(/[^"]+)"', place):
            assert (await visitor.get(path))[0] == 200, path
        assert (await visitor.get("/pages/place.html"))[0] == 404


@pytest.mark.parametrize("host", ["podcast.example", "127.0.0.1.podcast.example:8000", "[", ""])
@pytest.mark.parametrize("path", ["/", "/app.js", "/now"])
async def test_foreign_host_is_refused(path: str, host: str) -> None:
    async with visiting() as visitor:
        await visitor.choose(Place.LISTENER)
        reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(visitor.address).port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = (await reader.read()).decode()
        writer.close()
        await writer.wait_closed()

    assert answer.split()[1] in {"400", "403"}
    assert "On the Record" not in answer


async def test_without_this_runs_token_no_place_is_opened() -> None:
    async with visiting() as visitor:
        path, page = await visitor.post("/places/listener", {"token": "a guess"})
        _, now = await visitor.get("/now")

    assert path == "/?restarted"
    assert "started anew" in page
    assert now == '{"visit": null}'


async def test_each_place_has_its_person_and_its_commands() -> None:
    seen = {}
    async with visiting() as visitor:
        for place in Place:
            await visitor.choose(place)
            seen[place] = (visitor.page["channel"]["name"], set(await visitor.commands()))

    assert seen[Place.LISTENER] == ("episode-talk", {"quote", "discuss"})
    assert seen[Place.MODERATOR] == ("episode-talk", {"quote", "discuss", "admin setup"})
    assert "quote" in seen[Place.DIRECT][1]
    assert seen[Place.DIRECT][0] != "episode-talk"


async def test_latest_discussion_is_the_thread_that_was_opened_last() -> None:
    async with visiting() as visitor:
        await visitor.choose(Place.DISCUSSION)
        assert visitor.page["channel"]["name"] == "episode-talk"
        await visitor.choose(Place.LISTENER)
        await visitor.slash("discuss")
        await visitor.choose(Place.DISCUSSION)
        assert visitor.page["channel"]["name"] == "a-talk"


async def test_commands_and_messages_are_answered_and_still_there_after_a_change_of_place() -> None:
    async with visiting() as visitor:
        await visitor.choose(Place.LISTENER)
        await visitor.slash("quote", about="deniability")
        assert visitor.messages() == ["Found: deniability"]

        await visitor.choose(Place.DIRECT)
        await visitor.act("send_message", content="what books?")
        assert visitor.messages() == ["what books?", "You said: what books?"]

        await visitor.choose(Place.MODERATOR)
        assert visitor.messages() == ["Found: deniability"]


async def test_action_waits_while_the_clock_is_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    @tasks.loop(seconds=60)
    async def slow() -> None:
        await asyncio.to_thread(time.sleep, 0.3)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with (
            world.simulated(Toy(timer=slow)) as simulated,
            site.serving(simulated, listener),
            aiohttp.ClientSession() as session,
        ):
            visitor = Visitor(session, address)
            await visitor.choose(Place.LISTENER)
            monkeypatch.setattr(world, "datetime", _wall(timedelta(seconds=90)))
            moving = asyncio.create_task(_take_a_turn(simulated))
            await asyncio.sleep(0.1)
            assert not moving.done()
            await visitor.act("send_message", content="meanwhile")
            await moving

    assert visitor.messages() == ["meanwhile"]


async def test_closed_place_says_so_and_its_reload_leads_to_the_start() -> None:
    async with visiting() as visitor:
        await visitor.choose(Place.LISTENER)
        left = dict(visitor.headers)
        await visitor.choose(Place.DIRECT)

        assert (await visitor.get("/api/state", headers=left))[0] == 401
        _, page = await visitor.get("/listener")
        assert "That place was closed" in page

        await visitor.end()
        assert (await visitor.get("/api/state", headers=left))[0] == 410
        assert (await visitor.get("/now"))[1] == '{"visit": null}'
        _, page = await visitor.get("/direct")
        assert "That place was closed" in page


async def test_clock_follows_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    slept = timedelta(hours=9)
    async with world.simulated(Toy()) as simulated:
        start = simulated.env.now()
        monkeypatch.setattr(world, "datetime", _wall(slept))
        async with simulated.acting():
            passed = simulated.env.now() - start

    assert abs(start - datetime.now(UTC)) < timedelta(seconds=5)
    assert abs(passed - slept) < timedelta(seconds=5)


async def test_people_keep_their_ids_and_messages_never_share_one() -> None:
    people, messages = set(), set()
    for _ in range(2):
        async with visiting() as visitor:
            await visitor.choose(Place.DIRECT)
            await visitor.act("send_message", content="hello")
            people.add(visitor.page["viewerId"])
            messages.update(visitor.page["timeline"])

    assert len(people) == 1
    assert len(messages) == 4


async def test_what_simcord_keeps_for_tests_does_not_grow() -> None:
    async with world.simulated(Toy()) as simulated:
        await simulated.open(Place.LISTENER)
        for _ in range(3):
            async with simulated.acting():
                kept = len(simulated.env.http_requests)
                await simulated.bot.tree.sync()

    assert kept == 0


async def test_port_in_use_names_the_option_and_starts_no_bot() -> None:
    bot = Toy()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortUnavailableError, match=rf"127\.0\.0\.1:{port} .*--port") as caught:
            await serve(bot, port=port, open_browser=False, announce=pytest.fail)

    assert "\n" not in str(caught.value)
    assert bot.started_times == 0


async def test_without_simcord_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(PreviewMissingError, match=re.escape("pip install 'on-the-record[preview]'")):
        await serve(Toy(), port=0, open_browser=False, announce=pytest.fail)


def test_importing_it_loads_no_simcord() -> None:
    code = "import sys, bot.preview; assert 'simcord' not in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


async def test_bot_that_cannot_start_is_closed_and_its_error_passed_on() -> None:
    bot = Toy(fault=OSError("no database"))

    with pytest.raises(OSError, match="no database"):
        await serve(bot, port=0, open_browser=False, announce=pytest.fail)

    assert bot.is_closed()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_it_quietly_with_a_page_open(number: signal.Signals) -> None:
    code = (
        "import asyncio, importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('toy', {__file__!r})\n"
        "toy = importlib.util.module_from_spec(spec); spec.loader.exec_module(toy)\n"
        "bot = toy.Toy()\n"
        "asyncio.run(toy.serve(bot, port=0, open_browser=False, announce=lambda a: print(a, flush=True)))\n"
        "print('closed' if bot.is_closed() else 'open')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "ignore::DeprecationWarning", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            asyncio.run(_look_around(address))
            began = time.monotonic()
            process.send_signal(number)
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()

    assert (process.returncode, out) == (0, "closed\n")
    assert "Traceback" not in err
    assert "ResourceWarning" not in err
    assert time.monotonic() - began < 10
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", urlsplit(address).port or 0), timeout=2).close()


def _wall(ahead: timedelta) -> type[datetime]:
    """Make a clock on the wall that is ahead of time."""

    class Wall(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Self:
            return super().now(tz) + ahead

    return Wall


async def _take_a_turn(simulated: world.World) -> None:
    async with simulated.acting():
        pass


async def _look_around(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        await Visitor(session, address).choose(Place.LISTENER)
