"""What can be pressed and chosen on the pages of `/admin setup`; `setting_up` does what they ask for."""

from collections.abc import Iterable, Sequence
from typing import Any, Self, cast

import discord

from bot.buttons import VERSION
from bot.guarded import GuardedButton, GuardedItem, GuardedModal, TextButton
from bot.ui import Interaction
from bot.words import Words

# https://docs.discord.com/developers/components/reference#channel-select
MAX_CHANNELS = 25
POSTING_TYPES = [discord.ChannelType.text, discord.ChannelType.news]
ANSWERING_TYPES = [
    *POSTING_TYPES,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.category,
]


class PageButton(GuardedButton[int], does="setup", carries="[0-6]"):
    """Goes to a page."""

    def __init__(self, page: int, text: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> None:
        """`text` is in the moderator's language."""
        super().__init__(page, text)
        self.item.style = style

    @classmethod
    def parse(cls, carried: str) -> int:
        """Read which page."""
        return int(carried)

    async def pressed(self, interaction: Interaction) -> None:
        """Show the page in the place of this one."""
        await interaction.client.setting_up.show(interaction, self.carried)


class ChoiceSelect(
    GuardedItem[discord.ui.Select[Any]], template=rf"{VERSION}:choose:(?P<carried>episode|public|hour|retention_days)"
):
    """Chooses the value of a setting."""

    def __init__(self, name: str, options: Sequence[discord.SelectOption], placeholder: str) -> None:
        """`name` is the setting's, or `hour` for the daily quote's."""
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"{VERSION}:choose:{name}", options=list(options), placeholder=placeholder
        )
        super().__init__(select)
        self.name = name

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the select from its id and the options that the message has."""
        select = cast("discord.ui.Select[Any]", item)
        return cls(carried, select.options, select.placeholder or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Set it, and show the page again."""
        await interaction.client.setting_up.choose(interaction, self.name, self.item.values[0])


class WhereSelect(GuardedItem[discord.ui.ChannelSelect[Any]], template=rf"{VERSION}:where:(?P<carried>allowed|daily)"):
    """Chooses channels. `shown` are those that the page had when it was made."""

    def __init__(self, name: str, shown: Iterable[int], placeholder: str) -> None:
        """`name` says what for: to answer in, or for the daily quote."""
        self.name, self.shown = name, tuple(shown)[:MAX_CHANNELS]
        many, kind = name == "allowed", discord.SelectDefaultValueType.channel
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id=f"{VERSION}:where:{name}",
                placeholder=placeholder,
                channel_types=ANSWERING_TYPES if many else POSTING_TYPES,
                min_values=0 if many else 1,
                max_values=MAX_CHANNELS if many else 1,
                default_values=[discord.SelectDefaultValue(id=channel, type=kind) for channel in self.shown],
            )
        )

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the select from its id and the channels that the message shows as chosen."""
        select = cast("discord.ui.ChannelSelect[Any]", item)
        return cls(carried, [value.id for value in select.default_values], select.placeholder or "")

    async def pressed(self, interaction: Interaction) -> None:
        """Add what was added and take away what was taken away: what others changed meanwhile stays."""
        chosen = [channel.id for channel in self.item.values]
        if self.name == "daily":
            await interaction.client.setting_up.post_in(interaction, chosen[0])
            return
        gone = [channel for channel in self.shown if channel not in chosen]
        added = [channel for channel in chosen if channel not in self.shown]
        await interaction.client.setting_up.answer_in(interaction, added, gone)


class DailyButton(TextButton, does="daily", carries="zone|off"):
    """Asks for the time zone of the daily quote, or switches that off."""

    async def pressed(self, interaction: Interaction) -> None:
        """Open the modal, or switch it off and show the page again."""
        if self.carried == "zone":
            await interaction.response.send_modal(ZoneModal(interaction.client.words(interaction)))
        else:
            await interaction.client.setting_up.no_daily(interaction)


class UndoChoiceButton(TextButton, does="unset", carries="[0-6]:[0-9]{1,18}"):
    """Puts back what was chosen last, and shows the page again."""

    @classmethod
    def of(cls, page: int, audit_id: int, text: str) -> Self:
        """Make the button; `audit_id` is the change's number in the audit."""
        return cls(f"{page}:{audit_id}", text)

    async def pressed(self, interaction: Interaction) -> None:
        """Put it back."""
        page, audit_id = self.carried.split(":")
        await interaction.client.setting_up.undo(interaction, int(page), int(audit_id))


class ZoneModal(GuardedModal):
    """Has a time zone typed."""

    def __init__(self, words: Words) -> None:
        """`words` are the moderator's language."""
        super().__init__(title=words.say("Time zone"))
        self.typed: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=100, placeholder="Europe/Berlin")
        self.add_item(discord.ui.Label(text=words.say("Its name, such as Europe/Berlin"), component=self.typed))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Set it, and show the page again."""
        await interaction.client.setting_up.zone(interaction, self.typed.value)


ITEMS = (PageButton, ChoiceSelect, WhereSelect, DailyButton, UndoChoiceButton)
