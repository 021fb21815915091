"""`/admin`: what moderators do. One file a group; who may use any of it is decided in `bot.moderation`.

A new group is a class derived from `app_commands.Group`, listed in GROUPS; a command right under `/admin` goes into
COMMANDS; buttons, selects and modals derive from `bot.guarded`, and what of them lasts goes into ITEMS.
"""

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.commands.admin.audit import PageButton
from bot.commands.admin.channels import Channels, RuleSelect
from bot.commands.admin.episode import EpisodeGroup
from bot.commands.admin.log import Log
from bot.commands.admin.log_pages import LogPageButton
from bot.commands.admin.member import Member
from bot.commands.admin.names import NamesGroup
from bot.commands.admin.proposals import AcceptButton, DeclineButton, FurtherButton
from bot.commands.admin.roles import RolesSelect
from bot.commands.admin.settings import Settings
from bot.commands.admin.setup import setup
from bot.commands.admin.setup_items import ITEMS as SETUP_ITEMS
from bot.commands.admin.stats import stats
from bot.commands.admin.undo import UndoButton
from bot.commands.admin.upload import DropButton, KeepButton
from bot.moderation import ADMIN
from bot.ui import LastingItem

GROUPS: tuple[Callable[[], app_commands.Group], ...] = (
    EpisodeGroup,
    NamesGroup,
    Channels,
    Log,
    Member,
    Settings,
)
COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (setup, stats)
ITEMS: tuple[type[LastingItem[Any]], ...] = (
    UndoButton,
    LogPageButton,
    KeepButton,
    DropButton,
    AcceptButton,
    DeclineButton,
    FurtherButton,
    RolesSelect,
    RuleSelect,
    PageButton,
    *SETUP_ITEMS,
)


def admin() -> app_commands.Group:
    """Make the group, hidden from all who have no Manage Server; in servers only."""
    group = app_commands.Group(
        name=ADMIN,
        description=locale_str("For moderators: what I do in this server"),
        guild_only=True,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        default_permissions=discord.Permissions(manage_guild=True),
    )
    for command in COMMANDS:
        group.add_command(command)
    for kind in GROUPS:
        group.add_command(kind())
    return group
