"""All that is set in one server, read at once."""

from store.database import blocks, channels, guild_settings
from store.database.engine import Database
from store.server.guild import Guild


async def read_guild(database: Database, guild_id: int) -> Guild:
    """Return what holds in a server."""
    async with database.reading() as session:
        settings, set_by = await guild_settings.read(session, guild_id)
        rules = await channels.read(session, guild_id)
        return Guild(settings, set_by, rules, await blocks.read(session, guild_id))
