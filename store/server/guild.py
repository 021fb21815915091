"""What holds in one server: its settings, the rules of its channels, and whom the bot does not answer there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from store.question.asked import Place
from store.server.guild_settings import GuildSettings


@dataclass(frozen=True, slots=True)
class SetBy:
    """Who set something, and when; None where that was erased."""

    user_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """What holds in one channel, its threads and posts included; None where the server's own holds."""

    allowed: bool | None
    episode: str | None
    set_by: SetBy


@dataclass(frozen=True, slots=True)
class Block:
    """Why the bot does not answer a member, and until when; None for good."""

    reason: str
    until: datetime | None
    set_by: SetBy

    def holds(self, at: datetime) -> bool:
        """Tell whether it has not ended yet."""
        return self.until is None or at < self.until


@dataclass(frozen=True, slots=True)
class Guild:
    """What moderators have set in one server. Channels and members are Discord's ids."""

    settings: GuildSettings = field(default_factory=GuildSettings)
    set_by: Mapping[str, SetBy] = field(default_factory=dict)
    channels: Mapping[int, ChannelRule] = field(default_factory=dict)
    blocks: Mapping[int, Block] = field(default_factory=dict)

    @property
    def open_channels(self) -> tuple[int, ...]:
        """The channels that moderators have named to be answered in; where there are any, no other is."""
        return tuple(channel_id for channel_id, rule in self.channels.items() if rule.allowed)

    def answers_in(self, channels: Sequence[int]) -> bool:
        """Tell whether the bot answers in a channel, given with those around it: a thread, its channel, its category.

        The rule of the nearest that has one holds.
        """
        rules = (self.channels[channel].allowed for channel in channels if channel in self.channels)
        nearest = next((allowed for allowed in rules if allowed is not None), None)
        return not self.open_channels if nearest is None else nearest

    def may_be_public(self, place: Place) -> bool:
        """Tell whether who asks may be answered for all to see."""
        roles = self.settings.public_roles
        return not roles or place.manages or not set(roles).isdisjoint(place.roles)

    def episode_in(self, channels: Sequence[int]) -> str | None:
        """Return the ID of the episode that is meant in a channel, given as above, where none is named."""
        rules = (self.channels[channel].episode for channel in channels if channel in self.channels)
        return next((episode for episode in rules if episode is not None), self.settings.episode)

    def block(self, user_id: int, at: datetime) -> Block | None:
        """Return the block that holds for a member, if any."""
        block = self.blocks.get(user_id)
        return block if block and block.holds(at) else None
