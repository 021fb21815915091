"""Where something was asked, and who may see the answer there."""

from discord import Member, Message, Thread

from bot.ui import Interaction
from store.question import Place


def place_of(asked: Interaction | Message) -> Place:
    """Return the ids for the rules and the log; no server where the bot was brought along by a user."""
    if isinstance(asked, Message):
        guild_id, member = asked.guild.id if asked.guild else None, asked.author
        manages = isinstance(member, Member) and member.guild_permissions.manage_guild
    else:
        guild_id, member = None if is_guest(asked) else asked.guild_id, asked.user
        manages = asked.permissions.manage_guild
    channel_id = asked.channel.id if asked.channel else None
    if guild_id is None or not isinstance(member, Member):
        return Place(guild_id, channel_id, member.id)
    roles = tuple(role.id for role in member.roles)
    return Place(guild_id, channel_id, member.id, around_of(asked.channel), roles, manages)


def around_of(channel: object) -> tuple[int, ...]:
    """Return the ids of what a channel lies in: a thread's or post's channel, and its category."""
    if isinstance(channel, Thread):
        parent = channel.parent
        return (channel.parent_id, *(around_of(parent) if parent else ()))
    category_id = getattr(channel, "category_id", None)
    return () if category_id is None else (category_id,)


def is_guest(interaction: Interaction) -> bool:
    """Tell whether the bot is only here because a user has installed it to an account."""
    guest = interaction.is_user_integration() and not interaction.is_guild_integration()
    return not interaction.context.dm_channel and (guest or interaction.context.private_channel)


def is_private(interaction: Interaction, *, public: bool | None) -> bool:
    """Tell whether the answer is for the asker's eyes only; `public` is what was asked for.

    In a direct message with the bot there are no others, and an answer stays in the history.
    """
    if interaction.context.dm_channel:
        return False
    if not may_share(interaction):
        return True
    return not (_public_by_default(interaction) if public is None else public)


def may_share(interaction: Interaction) -> bool:
    """Tell whether what this person sees can be shown to others here."""
    if interaction.context.dm_channel or is_guest(interaction):
        return False
    return interaction.client.servers.known(interaction.guild_id).may_be_public(place_of(interaction))


def _public_by_default(interaction: Interaction) -> bool:
    """Tell what the server has set, or else the configuration. Elsewhere answers are private."""
    if interaction.guild_id is None:
        return False
    public = interaction.client.servers.known(interaction.guild_id).settings.public
    return interaction.client.settings.answers.public if public is None else public
