"""The simulated Discord: one server, two people, the bot, and a clock that follows the wall's."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import urldefrag

import discord
import simcord
from discord.ext.commands import AutoShardedBot

from bot.preview.places import Place

Viewer: TypeAlias = simcord.MemberActor | simcord.UserHandle

BOT_NAME = "On the Record"
SETTLE_SECONDS = 15.0  # how long one action may take before SimCord's page calls it stuck
TICK_SECONDS = 20.0
LAG_SECONDS = 1.0  # the clock is moved when it is this much behind: each move lets SimCord look through all that waits


@dataclass(frozen=True, slots=True)
class Visit:
    """One opening of a place. SimCord shows one at a time, so opening another place ends it."""

    name: str
    place: Place
    preview: simcord.Preview
    closed: asyncio.Task[None]

    @property
    def address(self) -> str:
        """Where SimCord serves it."""
        return urldefrag(self.preview.url).url

    @property
    def capability(self) -> str:
        """The secret that SimCord's page proves itself with."""
        return urldefrag(self.preview.url).fragment


class World:
    """The people and places of the preview, and whichever place is open."""

    def __init__(self, env: simcord.Env, bot: AutoShardedBot) -> None:
        self.env = env
        self.bot = bot
        # SimCord takes one operation at a time and refuses a second. Whoever acts on the world holds this, so that
        # the clock never gets between a person and the answer.
        self.turn = asyncio.Lock()
        self._visit: Visit | None = None
        guild = env.create_guild("On the Record preview", shard_id=(bot.shard_ids or [0])[0])
        self._channel = guild.create_text_channel("episode-talk", topic="Talk about the episode. Try /quote or /help.")
        self._user = env.create_user("listener", global_name="Listener")
        self._listener = guild.add_member(self._user)
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        self._moderator = guild.add_member(env.create_user("moderator", global_name="Moderator"), roles=[moderators])

    @property
    def visit(self) -> Visit | None:
        """The place that is open now."""
        if self._visit is not None and self._visit.closed.done():
            self._visit = None  # ended on SimCord's own page: More, End preview session
        return self._visit

    async def open(self, place: Place, *, timezone: str = "UTC") -> Visit:
        """Open a place, closing the one before; the place that is open already is left as it is."""
        async with self.turn:
            # The latest discussion may be another by now.
            if self.visit is not None and self.visit.place is place is not Place.DISCUSSION:
                return self.visit
            await self._leave()
            await self._catch_up()
            channel, viewers = self._seat(place)
            preview = self.env.preview(channel, viewers=viewers, layout="channel", timezone=timezone)
            await preview.__aenter__()
            self._visit = Visit(secrets.token_urlsafe(8), place, preview, asyncio.create_task(preview.wait_closed()))
            return self._visit

    async def leave(self) -> None:
        """Close the place that is open, if any."""
        async with self.turn:
            await self._leave()

    async def _leave(self) -> None:
        if self._visit is not None:
            await self._visit.preview.close()
            await self._visit.closed
            self._visit = None

    @asynccontextmanager
    async def acting(self) -> AsyncIterator[None]:
        """Hold the turn, at the present time."""
        async with self.turn:
            await self._catch_up()
            yield

    def _seat(self, place: Place) -> tuple[simcord.ChannelHandle, Sequence[Viewer]]:
        if place is Place.DIRECT:
            return self._user.dm_channel, [self._user]
        if place is Place.DISCUSSION and (threads := self._channel.threads):
            return max(threads, key=lambda thread: thread.id), [self._listener]
        return self._channel, [self._moderator if place is Place.MODERATOR else self._listener]

    async def keep_time(self) -> None:
        """Let the clock follow the wall's between actions, so that timers and expiry come as on Discord."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            async with self.acting():
                pass

    async def _catch_up(self) -> None:
        # What runs for hours must not grow: SimCord keeps each request and event for tests to read.
        self.env.http_requests.clear()
        self.env.backend.transcript.clear()
        behind = _behind(self.env)
        if behind >= LAG_SECONDS:
            with suppress(TimeoutError):  # after a long sleep of the computer: what is left comes with the next turn
                await self.env.advance_time(behind)


def _behind(env: simcord.Env) -> float:
    """Tell by how many seconds the simulated clock is behind."""
    return (datetime.now(UTC) - env.now()).total_seconds()


@asynccontextmanager
async def simulated(bot: AutoShardedBot) -> AsyncIterator[World]:
    """Run the bot in a new world; at the end the bot is closed too."""
    env = simcord.Env(bot, shard_count=bot.shard_count or 1, check_errors=False, settle_timeout=SETTLE_SECONDS)
    # Server and people are made at SimCord's own first moment: the same ids each time, so that a database that is
    # kept knows them again. Then the clock is set, so that the ids of messages and interactions never come twice.
    # `advance_time` cannot do that: it needs a started bot, whose timers it would fire minute by minute.
    world = World(env, bot)
    env.backend.advance_clock(_behind(env))
    try:
        await env.start()
        with env.time_context():
            await _introduce(bot)
            clock = asyncio.create_task(world.keep_time())
            try:
                yield world
            finally:
                clock.cancel()
                await world.leave()
    finally:
        await bot.close()
        await env.shutdown()


async def _introduce(bot: AutoShardedBot) -> None:
    """Do what an operator does once on Discord: name the bot and register its commands."""
    if bot.user is not None:
        await bot.user.edit(username=BOT_NAME)
    await bot.tree.sync()
