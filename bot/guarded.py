"""What moderators press and fill in: who does it may moderate at that very moment, or it does nothing."""

import re
from typing import Any, ClassVar, Generic, Self, TypeVar, final

import discord

from bot.buttons.form import VERSION, label
from bot.moderation import require_moderator
from bot.shown import UnreadableIdError
from bot.ui import NEVER, Interaction, LastingItem, LayoutView, Modal

ItemT = TypeVar("ItemT", bound=discord.ui.Item[Any])
CarriedT = TypeVar("CarriedT")
# A number that every database takes.
MAX_DIGITS = 18


class GuardedItem(LastingItem[ItemT], template=NEVER):
    """A button or select of moderators'. It acts on the server that the press comes from, whatever its id says."""

    ruled = False

    @final
    async def allows(self, interaction: Interaction) -> bool:
        """Let moderators pass. Raises NotModeratorError."""
        await require_moderator(interaction)
        return True


class GuardedButton(GuardedItem[discord.ui.Button[Any]], Generic[CarriedT], template=NEVER):
    """A button of moderators'. Its id says what it `does` and, after that, with what: that is what it carries."""

    does: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init_subclass__(cls, *, does: str = "", carries: str = "") -> None:
        """Name what the button does, and the pattern of what it carries; a base of buttons does nothing."""
        super().__init_subclass__(template=rf"{VERSION}:{does}:(?P<carried>{carries})" if does else NEVER)
        cls.does = does

    def __init__(self, carried: CarriedT, text: str) -> None:
        """`text` is in the moderator's language."""
        custom_id = f"{VERSION}:{self.does}:{carried}"
        super().__init__(discord.ui.Button(style=self.style, label=text, custom_id=custom_id))
        self.carried = carried

    @final
    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the button from its id."""
        return cls(cls.parse(carried), label(item))

    @classmethod
    def parse(cls, carried: str) -> CarriedT:
        """Read what the id carries; raise UnreadableIdError for what it cannot."""
        raise NotImplementedError


class NumberButton(GuardedButton[int]):
    """A button that carries the number of a row."""

    @classmethod
    def parse(cls, carried: str) -> int:
        """Read the number."""
        if not re.fullmatch(r"[0-9]+", carried) or len(carried) > MAX_DIGITS:
            raise UnreadableIdError(carried)
        return int(carried)


class TextButton(GuardedButton[str]):
    """A button that carries what its pattern lets through, as it stands."""

    @classmethod
    def parse(cls, carried: str) -> str:
        """Take it as it is."""
        return carried


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
