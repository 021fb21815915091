"""What moderators press and fill in: who does it may moderate at that very moment, or it does nothing."""

from typing import Any, TypeVar, final

import discord

from bot.moderation import require_moderator
from bot.ui import NEVER, Interaction, LastingItem, LayoutView, Modal

ItemT = TypeVar("ItemT", bound=discord.ui.Item[Any])


class GuardedItem(LastingItem[ItemT], template=NEVER):
    """A button or select of moderators'. It acts on the server that the press comes from, whatever its id says."""

    ruled = False

    @final
    async def allows(self, interaction: Interaction) -> bool:
        """Let moderators pass. Raises NotModeratorError."""
        await require_moderator(interaction)
        return True


class GuardedView(LayoutView):
    """A view of moderators' that lives in memory."""

    @final
    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let moderators pass. Raises NotModeratorError."""
        await require_moderator(interaction)
        return True


class GuardedModal(Modal):
    """A modal of moderators'."""

    @final
    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let moderators pass. Raises NotModeratorError."""
        await require_moderator(interaction)
        return True
