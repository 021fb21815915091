"""Tells Discord which commands there are: only when asked to, and only when they differ."""

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

from bot.client import OnTheRecord

# What Discord adds of its own.
_DISCORDS_OWN = frozenset({"id", "application_id", "version", "guild_id", "default_permission", "dm_permission"})
_UNORDERED = frozenset({"contexts", "integration_types", "channel_types"})


async def sync(bot: OnTheRecord) -> bool:
    """Register the commands of a bot that is logged in; return whether that was needed."""
    return await register(bot.tree, bot)


async def register(tree: app_commands.CommandTree[Any], session: discord.Client) -> bool:
    """Register a tree's commands through a client that is logged in; return whether that was needed."""
    if session.application_id is None:
        raise app_commands.MissingApplicationID
    wanted = await _payload(tree)
    route = Route("GET", "/applications/{application_id}/commands", application_id=session.application_id)
    there = await session.http.request(route, params={"with_localizations": "true"})
    if _by_name(there) == _by_name(wanted):
        return False
    await session.http.bulk_upsert_global_commands(session.application_id, payload=wanted)
    return True


async def _payload(tree: app_commands.CommandTree[Any]) -> list[Any]:
    if (translator := tree.translator) is None:
        return [command.to_dict(tree) for command in tree.get_commands()]
    return [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]


def _by_name(commands: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str], Any]:
    return {(command.get("type") or 1, command["name"]): _normal(command) for command in commands}


def _normal(value: Any) -> Any:
    """Return a payload without what Discord adds, and without what says no more than its absence."""
    if isinstance(value, Mapping):
        items = ((name, _normal(held)) for name, held in value.items() if name not in _DISCORDS_OWN)
        return {name: _in_order(name, held) for name, held in items if held not in (None, False, "", [], {})}
    if isinstance(value, list):
        return [_normal(held) for held in value]
    return value


def _in_order(name: str, held: Any) -> Any:
    if name == "default_member_permissions":
        return str(held)
    return sorted(held) if name in _UNORDERED else held
