"""What is erased in its time, and which servers the bot has left."""

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from store.database import Database, Retention, Servers

if TYPE_CHECKING:
    from bot.client import OnTheRecord

# Between two looks at what is due; and until the file is written anew, where something was erased.
PAUSE, DAY = timedelta(hours=6), timedelta(days=1)
# A snowflake's upper bits, from which Discord tells a server's shard.
# https://docs.discord.com/developers/events/gateway#sharding
TIMESTAMP = 22
_log = logging.getLogger(__name__)


class Housekeeping(commands.Cog):
    """Erases what has been kept for long enough, and notes where the bot is no more."""

    def __init__(self, bot: "OnTheRecord", database: Database) -> None:
        """Leave the database to its opener to close."""
        self._bot = bot
        self._database = database
        self._servers = Servers(database)
        self._retention = Retention(database, bot.settings.privacy.audit_days)
        self._due = self._scrub_due = discord.utils.utcnow()
        self._erased = False

    async def tidy(self) -> None:
        """Erase what is due, some times a day; once a day have no file hold what was erased."""
        if self._database.unscrubbed:
            await self._database.scrub()
        now = discord.utils.utcnow()
        if now < self._due:
            return
        self._due = now + PAUSE
        self._erased |= bool(await self._retention.enforce(now))
        if self._bot.is_ready():
            self._erased |= await self._purge()
        if self._erased and now >= self._scrub_due:
            self._erased = not await self._database.scrub()
            self._scrub_due = now + DAY

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Note which servers the bot has left, or come back to, while it was away."""
        present = {guild.id for guild in self._bot.guilds}
        await self._servers.reconcile(present, self._is_ours, discord.utils.utcnow())

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot has left a server."""
        await self._servers.left(guild.id, discord.utils.utcnow())

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what a server has: the bot is in it."""
        await self._servers.joined(guild.id)

    async def _purge(self) -> bool:
        """Erase the servers that were left long ago; never one that the bot is in, whatever was noted."""
        before = discord.utils.utcnow() - timedelta(days=self._bot.settings.privacy.departed_days)
        purged = await self._servers.purge(self._is_left, before)
        for guild_id in purged:
            self._bot.servers.forget(guild_id)
            self._bot.desk.shelves.forget(guild_id)
            _log.info("erased the data of server %s, which the bot has left", guild_id)
        return bool(purged)

    def _is_ours(self, guild_id: int) -> bool:
        """Tell whether this process would know of a server: one of several knows those on its shards."""
        shards, count = self._bot.shard_ids, self._bot.shard_count
        return not shards or not count or (guild_id >> TIMESTAMP) % count in shards

    def _is_left(self, guild_id: int) -> bool:
        return self._is_ours(guild_id) and self._bot.get_guild(guild_id) is None
