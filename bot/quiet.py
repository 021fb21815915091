"""What becomes of a message that may not be answered: one reaction, then stillness for a while."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeAlias

import discord

from store.errors import ChannelClosedError, CooldownError, MemberBlockedError, RuleError

WAIT, HUSH = "⏳", "🤫"
STILL = timedelta(minutes=10)
# From so many on, what is over is forgotten.
MANY = 1_000
# A server or a channel and, where it is one person who is to wait, that person.
Key: TypeAlias = tuple[int, int | None]


class Quiet:
    """Remembers where the bot has reacted, and until when it does not again."""

    def __init__(self) -> None:
        """Begin anew: after a restart there is one reaction more at most."""
        self._until: dict[Key, datetime] = {}

    async def stopped(self, message: discord.Message, error: RuleError) -> None:
        """React once to a message that a rule has stopped. A blocked member's gets nothing at all."""
        if isinstance(error, MemberBlockedError):
            return
        key, now = _key(message, error), message.created_at
        if now < self._until.get(key, now):
            return
        self._remember(key, error.until if isinstance(error, CooldownError) else now + STILL, now)
        with suppress(discord.HTTPException):
            await message.add_reaction(WAIT if isinstance(error, CooldownError) else HUSH)

    async def unable(self, message: discord.Message) -> None:
        """React once in a channel of a server where the bot may not write; a closed direct message stays closed."""
        key, now = (message.channel.id, None), message.created_at
        if message.guild is None or now < self._until.get(key, now):
            return
        self._remember(key, now + STILL, now)
        with suppress(discord.HTTPException):
            await message.add_reaction(HUSH)

    def _remember(self, key: Key, until: datetime, now: datetime) -> None:
        if len(self._until) >= MANY:
            self._until = {held: moment for held, moment in self._until.items() if moment > now}
        self._until[key] = until


def _key(message: discord.Message, error: RuleError) -> Key:
    """Tell who or what one reaction is enough for: a server, a channel, or one person there."""
    where = message.guild or message.channel
    match error:
        case CooldownError(everybody=True):
            return where.id, None
        case CooldownError():
            return where.id, message.author.id
        case ChannelClosedError():
            return message.channel.id, None
        case _:
            return message.channel.id, message.author.id
