"""What each person may do only a few times in a while, for it takes long."""

from discord.app_commands import CommandOnCooldown, Cooldown

from bot.ui import Interaction

# People remembered at most: those who have waited long enough are forgotten then.
MOST = 1_000


class Seldom:
    """Lets each person do something a few times in so many seconds. It belongs to one bot, as its clock does."""

    def __init__(self, times: int, seconds: float) -> None:
        """Nobody has done it yet."""
        self._times, self._seconds = times, seconds
        self._people: dict[int, Cooldown] = {}

    def check(self, interaction: Interaction) -> None:
        """Count once more. Raises CommandOnCooldown, which says for how long to wait."""
        now = interaction.created_at.timestamp()
        if len(self._people) >= MOST:
            self._people = {who: often for who, often in self._people.items() if often.get_tokens(now) < self._times}
        often = self._people.setdefault(interaction.user.id, Cooldown(self._times, self._seconds))
        if wait := often.update_rate_limit(now):
            raise CommandOnCooldown(often, wait)
