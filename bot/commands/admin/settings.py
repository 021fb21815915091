"""`/admin settings`: how the bot behaves in this server."""

from typing import Literal

from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot import reply
from bot.cards.settings import settings_card
from bot.commands.admin.undo import changed
from bot.ui import Interaction
from store.guild_settings import MAX_RETENTION

Days = app_commands.Range[int, 1, MAX_RETENTION]
ANSWERS = [
    Choice(name=locale_str("private, until shared"), value="private"),
    Choice(name=locale_str("public"), value="public"),
    Choice(name=locale_str("as configured"), value="default"),
]


class Settings(app_commands.Group):
    """Shows and changes the settings."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="settings", description=locale_str("How I behave in this server"))

    @app_commands.command(name="show", description=locale_str("Everything that is set here, by whom and when"))
    async def show(self, interaction: Interaction) -> None:
        """Show the settings."""
        guild = await interaction.client.servers.load(interaction.guild_id)
        public = interaction.client.settings.answers.public
        card = settings_card(guild, interaction.client.words(interaction), public=public)
        await reply.send(interaction, card, private=True)

    @app_commands.command(name="visibility", description=locale_str("Who sees answers here when the asker doesn’t say"))
    @app_commands.describe(answers=locale_str("Private answers have a Share button"))
    @app_commands.choices(answers=ANSWERS)
    async def visibility(self, interaction: Interaction, answers: Literal["private", "public", "default"]) -> None:
        """Set the default visibility."""
        value = None if answers == "default" else answers == "public"
        await _set(interaction, "public", value, action="settings visibility")

    @app_commands.command(name="retention", description=locale_str("For how many days questions are kept"))
    @app_commands.describe(days=locale_str("After that their words and who asked are erased; counts stay"))
    async def retention(self, interaction: Interaction, days: Days) -> None:
        """Set how long questions are kept."""
        await _set(interaction, "retention_days", days, action="settings retention")


async def _set(interaction: Interaction, name: str, value: object, *, action: str) -> None:
    assert interaction.guild_id is not None
    done = await interaction.client.servers.set(
        interaction.guild_id, name, value, by=interaction.user.id, action=action
    )
    await changed(interaction, done)
