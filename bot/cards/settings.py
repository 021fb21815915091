"""A server's settings in words: what each is called, and what its value means."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.cards.fit import short
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.ui import LayoutView
from bot.words import Words
from store.server.guild import Guild, SetBy
from store.server.guild_settings import Cooldown, Daily, GuildSettings

MAX_NAME = 100
# Each has some 25 characters.
MOST_MENTIONS = 10

LABELS: Mapping[str, Callable[[Words], str]] = {
    "public": lambda words: words.say("Answers"),
    "episode": lambda words: words.say("Episode"),
    "retention_days": lambda words: words.say("Questions are kept for"),
    "daily": lambda words: words.say("Daily quote"),
    "member_cooldown": lambda words: words.say("A member may ask"),
    "guild_cooldown": lambda words: words.say("All together may ask"),
    "public_roles": lambda words: words.say("May have public answers"),
    "moderator_roles": lambda words: words.say("May moderate"),
}


def settings_card(guild: Guild, words: Words, *, public: bool, now: datetime) -> LayoutView:
    """Show what a server has set, and who set it. `public` is the configuration's default visibility."""
    card = Card(PLAIN)
    card.text(f"## {words.say('Settings of this server')}")
    card.text(*say_settings(guild, words, public=public, names=tuple(LABELS)))
    blocked = [member for member in guild.blocks if guild.block(member, now)]
    if blocked:
        card.text(f"**{words.say('Blocked')}:** {mentions(words, '@', blocked)}")
    return card.closed(small(words.say("Without a name beneath it, a setting is as it is by default.")))


def say_settings(guild: Guild, words: Words, *, public: bool, names: Sequence[str]) -> list[str]:
    """Say what is set; beneath each setting that is not at its default, who set it and when."""
    lines = []
    for name in names:
        value = getattr(guild.settings, name)
        said = say_value(name, value, words)
        if name == "public" and value is None:
            said = words.say("as configured: {value}", value=_public(words, public))
        set_by = guild.set_by.get(name)
        lines += [f"**{LABELS[name](words)}:** {said}", *([small(said_by(set_by, words))] if set_by else [])]
    return lines


def said_by(set_by: SetBy, words: Words) -> str:
    """Say who set something, and when."""
    when = f"<t:{int(set_by.at.timestamp())}:R>"
    if set_by.user_id is None:
        return words.say("set by somebody who has been erased, {when}", when=when)
    return words.say("set by {who}, {when}", who=f"<@{set_by.user_id}>", when=when)


def say_value(name: str, value: Any, words: Words) -> str:
    """Say a setting's value: as the settings hold it, or as JSON does."""
    typed = getattr(GuildSettings.model_validate({name: value}), name)
    return _VALUES[name](words, typed)


def _public(words: Words, value: bool | None) -> str:  # noqa: FBT001 - one of the values
    if value is None:
        return words.say("as configured")
    return words.say("public") if value else words.say("private, until shared")


def _episode(words: Words, value: str | None) -> str:
    return short(value, MAX_NAME) if value else words.say("the one that is configured")


def _days(words: Words, value: int) -> str:
    return words.count("{n} day", "{n} days", value)


def _daily(words: Words, value: Daily | None) -> str:
    if value is None:
        return words.say("off")
    return words.say(
        "in {channel} at {hour}, {zone}",
        channel=f"<#{value.channel_id}>",
        hour=f"{value.hour:02}:00",
        zone=short(value.zone, MAX_NAME),
    )


def _cooldown(words: Words, value: Cooldown | None) -> str:
    if value is None:
        return words.say("as much as they like")
    seconds = words.count("{n} second", "{n} seconds", value.seconds)
    return words.count("{n} question in {seconds}", "{n} questions in {seconds}", value.questions, seconds=seconds)


def _public_roles(words: Words, value: Sequence[int]) -> str:
    return mentions(words, "@&", value) if value else words.say("everyone")


def _moderator_roles(words: Words, value: Sequence[int]) -> str:
    manage = words.say("who has Manage Server")
    return words.join([manage, mentions(words, "@&", value)]) if value else manage


def mentions(words: Words, mark: str, ids: Sequence[int]) -> str:
    """List members (`@`), roles (`@&`) or channels (`#`) as Discord shows them."""
    more = len(ids) - MOST_MENTIONS
    shown = [f"<{mark}{number}>" for number in ids[:MOST_MENTIONS]]
    return words.join([*shown, words.count("{n} more", "{n} more", more)] if more > 0 else shown)


_VALUES: Mapping[str, Callable[[Words, Any], str]] = {
    "public": _public,
    "episode": _episode,
    "retention_days": _days,
    "daily": _daily,
    "member_cooldown": _cooldown,
    "guild_cooldown": _cooldown,
    "public_roles": _public_roles,
    "moderator_roles": _moderator_roles,
}
