"""Where something was asked, and who may see the answer there."""

from discord import Message

from bot.ui import Interaction
from store.question import Place


def place_of(asked: Interaction | Message) -> Place:
    """Return the ids for the log; no server where the bot was brought along by a user."""
    if isinstance(asked, Message):
        return Place(asked.guild.id if asked.guild else None, asked.channel.id, asked.author.id)
    guild_id = None if is_guest(asked) else asked.guild_id
    return Place(guild_id, asked.channel_id, asked.user.id)


def is_guest(interaction: Interaction) -> bool:
    """Tell whether the bot is only here because a user has installed it to an account."""
    guest = interaction.is_user_integration() and not interaction.is_guild_integration()
    return interaction.guild_id is not None and guest


def is_private(interaction: Interaction, *, public: bool | None) -> bool:
    """Tell whether the answer is for the asker's eyes only; `public` is what was asked for.

    In a direct message with the bot there are no others, and an answer stays in the history.
    """
    if interaction.context.dm_channel:
        return False
    if is_guest(interaction):
        return True
    return not (_public_by_default(interaction) if public is None else public)


def may_share(interaction: Interaction) -> bool:
    """Tell whether what this person sees can be shown to others here."""
    return not (interaction.context.dm_channel or is_guest(interaction))


def _public_by_default(interaction: Interaction) -> bool:
    """Tell what the server has set, or else the configuration. Elsewhere answers are private."""
    if interaction.guild_id is None:
        return False
    public = interaction.client.servers.known(interaction.guild_id).settings.public
    return interaction.client.settings.answers.public if public is None else public
