"""Runs the bot on Discord, and registers its commands there. Both need the token."""

import asyncio

import aiohttp
import discord

from bot.client import OnTheRecord
from bot.config import TOKEN, Settings
from bot.failures import DiscordUnreachableError, TokenError
from bot.registration import register


def run(settings: Settings) -> None:
    """Run the bot until it is interrupted. Raises BotError and StoreError, each of one line."""
    discord.utils.setup_logging(level=settings.logging.level)  # type: ignore[arg-type]  # logging takes names
    asyncio.run(_serve(settings))


def sync(settings: Settings) -> bool:
    """Register the commands where they differ; return whether they did. Raises BotError."""
    return asyncio.run(_register(settings))


async def _serve(settings: Settings) -> None:
    token = _token(settings)
    async with OnTheRecord(settings) as bot:
        await _login(bot, token)
        await bot.connect()


async def _register(settings: Settings) -> bool:
    """Log in beside the bot: registering wants neither episodes nor the database."""
    token = _token(settings)
    bot = OnTheRecord(settings)
    await bot.assemble()
    async with discord.Client(intents=discord.Intents(guilds=True)) as session:
        await _login(session, token)
        return await register(bot.tree, session)


async def _login(client: discord.Client, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure:
        raise TokenError(f"Discord does not know this token; copy it again from its portal to {TOKEN}") from None
    except (aiohttp.ClientConnectionError, discord.DiscordServerError) as error:
        raise DiscordUnreachableError(error) from None


def _token(settings: Settings) -> str:
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        raise TokenError(f"there is no token; set {TOKEN} in the environment or put it in .env")
    return token
