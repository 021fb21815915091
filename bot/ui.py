"""What all buttons, views and modals share: whatever they raise goes to the bot's one handler."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar

import discord

if TYPE_CHECKING:
    import re

    from bot.client import OnTheRecord

Interaction: TypeAlias = discord.Interaction["OnTheRecord"]
ItemT = TypeVar("ItemT", bound=discord.ui.Item[Any])
NEVER = r"(?!)"


class LastingItem(discord.ui.DynamicItem[ItemT], template=NEVER):
    """A button or select whose id carries all that it needs: it works after a restart, and months later.

    discord.py only logs what a dynamic item raises, so each of the three ways in goes through the handler.

    The server's rules hold for it, unless it is not `ruled`: because its press is a question, so that the desk itself
    asks the rules and logs what they stop, or because it works for everybody everywhere. What is `counted` has the
    questions' cooldown.
    """

    ruled: ClassVar[bool] = True
    counted: ClassVar[bool] = False

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - discord.py's signature
        item: discord.ui.Item[Any],
        match: "re.Match[str]",
        /,
    ) -> Self:
        """Make the item again from its id, or one that only says why that cannot be."""
        try:
            return cls.read(item, match["carried"])
        except Exception as error:  # noqa: BLE001 - a door
            return _Unreadable(item, error)  # type: ignore[return-value]  # it is pressed, and no more

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the item from what its id carries."""
        raise NotImplementedError

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Let pass who may press it."""
        try:
            await interaction.client.servers.load(interaction.guild_id)
            if self.ruled:
                await interaction.client.admit(interaction, counted=self.counted)
            return await self.allows(interaction)
        except Exception as error:  # noqa: BLE001 - a door
            await interaction.client.failed(interaction, error)
            return False

    async def allows(self, interaction: Interaction) -> bool:  # noqa: ARG002 - for those that mind who
        """Tell whether this person may press it; raise what should be said to them where not."""
        return True

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the press asks for."""
        try:
            await self.pressed(interaction)
        except Exception as error:  # noqa: BLE001 - a door
            await interaction.client.failed(interaction, error)

    async def pressed(self, interaction: Interaction) -> None:
        """Do what the press asks for."""
        raise NotImplementedError


class _Unreadable(LastingItem[discord.ui.Item[Any]], template=r"(?s).*"):
    """Stands in for an item that could not be made from its id."""

    def __init__(self, item: discord.ui.Item[Any], error: Exception) -> None:
        super().__init__(item)
        self.error = error

    async def pressed(self, interaction: Interaction) -> None:  # noqa: ARG002 - the base's signature
        raise self.error


class LayoutView(discord.ui.LayoutView):
    """A view whose faults are said and logged.

    `spoken` says the same for reading aloud, where it is better said in other words than those that are laid out.
    """

    spoken: Callable[[], str] | None = None

    async def on_error(
        self, interaction: discord.Interaction[Any], error: Exception, item: discord.ui.Item[Any], /
    ) -> None:
        """Hand the error to the one handler."""
        del item
        await interaction.client.failed(interaction, error)


class Modal(discord.ui.Modal):
    """A modal whose faults are said and logged."""

    async def on_error(  # type: ignore[override]  # discord.py's own modal takes no item either
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Hand the error to the one handler."""
        await interaction.client.failed(interaction, error)
