"""What several commands have in common: where they may be used, and options that mean the same everywhere."""

from typing import TypeVar

from discord import app_commands
from discord.app_commands import locale_str

EPISODE = locale_str("Which episode; leave it out for the one in use")
EPISODE_OR_ALL = locale_str("Which episode, or all of them; leave it out for the one in use")
PUBLIC = locale_str("Show the answer to everyone here")

T = TypeVar("T")


def everywhere(command: T) -> T:
    """Allow a command in servers, in direct messages with the bot and, installed to an account, anywhere."""
    app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)
    app_commands.allowed_installs(guilds=True, users=True)(command)
    return command
