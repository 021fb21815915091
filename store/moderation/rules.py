"""The rules that a server's moderators have set: whether somebody is answered here and now."""

from datetime import datetime

from store.errors import ChannelClosedError, CooldownError, MemberBlockedError, NotPublicError
from store.moderation.cooldowns import Asker, Cooldowns
from store.moderation.guilds import Guilds
from store.question import Place
from store.server.guild import Guild
from store.server.guild_settings import Cooldown, GuildSettings


class Rules:
    """Lets questions pass, or says why not."""

    def __init__(self, guilds: Guilds) -> None:
        """Read what is set from `guilds`."""
        self._guilds = guilds
        self._cooldowns = Cooldowns()

    async def admit(
        self, place: Place, at: datetime, *, in_public: bool = False, counted: bool = True, anywhere: bool = False
    ) -> None:
        """Raise a RuleError where somebody is not answered, as `Desk.admit` has it.

        The block comes first, then the channel: who is stopped by either has not asked, as far as cooldowns go.
        """
        guild = await self._guilds.load(place.guild_id)
        block = guild.block(place.user_id, at) if place.user_id is not None else None
        if block is not None:
            raise MemberBlockedError(block.until)
        if not anywhere and not guild.answers_in(place.channels):
            raise ChannelClosedError(guild.open_channels)
        if in_public and not guild.may_be_public(place):
            raise NotPublicError
        if counted:
            self._count(guild, place, at)

    async def episode_in(self, place: Place) -> str | None:
        """Return the ID of the episode that moderators have made the one that is meant in a place."""
        return (await self._guilds.load(place.guild_id)).episode_in(place.channels)

    def _count(self, guild: Guild, place: Place, at: datetime) -> None:
        """Count a question of a member and of the server. Raises CooldownError, then counting neither."""
        cooldowns = _cooldowns(guild.settings, place)
        for asker, cooldown in cooldowns:
            until = self._cooldowns.until(asker, cooldown, at)
            if until is not None:
                raise CooldownError(until, everybody=asker[1] is None)
        for asker, cooldown in cooldowns:
            self._cooldowns.note(asker, cooldown, at)


def _cooldowns(settings: GuildSettings, place: Place) -> list[tuple[Asker, Cooldown]]:
    """Return whose questions are counted: in a direct message, where nobody sets anything, a member's by default."""
    found: list[tuple[Asker, Cooldown]] = []
    if settings.member_cooldown is not None:
        found.append(((place.guild_id, place.user_id), settings.member_cooldown))
    if settings.guild_cooldown is not None and place.guild_id is not None:
        found.append(((place.guild_id, None), settings.guild_cooldown))
    return found
