"""The button under a quote for who sees a misheard name. `misheard` does what it asks for."""

from typing import Any, Self

import discord

from bot.buttons import VERSION
from bot.shown import UnreadableIdError
from bot.ui import Interaction, LastingItem
from store.episode import KEY_LENGTH


class ProposeNameButton(LastingItem[discord.ui.Button[Any]], template=rf"{VERSION}:wrong:(?P<carried>.+)"):
    """Asks what was misheard, and what was meant. Its id carries the episode's key."""

    def __init__(self, key: str, label: str) -> None:
        """`label` has 80 characters at most."""
        custom_id = f"{VERSION}:wrong:{key}"
        super().__init__(discord.ui.Button(style=discord.ButtonStyle.secondary, label=label, custom_id=custom_id))
        self.key = key

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        if len(carried) > KEY_LENGTH or ":" in carried:
            raise UnreadableIdError(carried)
        return cls(carried, getattr(item, "label", None) or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Ask."""
        await interaction.client.misheard.ask(interaction, self.key)
