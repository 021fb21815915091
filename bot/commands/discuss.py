"""`/discuss`: a thread with something to talk about."""

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import cards, reply
from bot.autocomplete import topics
from bot.cards.discuss import thread_name
from bot.explain import NoThreadsHereError
from bot.ui import Interaction
from store.database import Discussion
from store.question import Discuss, DiscussAnswer

# A thread from a message wants these; what is said in it, the second.
WANTED = ("create_public_threads", "send_messages_in_threads")


class Discussing(commands.Cog):
    """Opens discussions."""

    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.command(
        name="discuss", description=locale_str("Open a thread with a question and the quote that it stands on")
    )
    @app_commands.describe(about=locale_str("What to talk about; leave it out for something by chance"))
    @app_commands.autocomplete(about=topics)
    async def discuss(self, interaction: Interaction, about: str | None = None) -> None:
        """Answer for all to see, and open a thread under the answer."""
        channel = _able(interaction)
        answer, _ = await reply.ask(interaction, Discuss(about), private=False)
        assert isinstance(answer, DiscussAnswer)
        words = interaction.client.words(interaction)
        async with reply.delivering(interaction.client.desk, interaction.id):
            if answer.quote is None:
                await reply.withdraw(interaction, cards.show(answer, words))
                return
            showing = cards.Showing(private=False, owner=interaction.user.id)
            await reply.send(interaction, cards.show(answer, words, showing), private=False)
            message = await interaction.original_response()
            thread = await channel.get_partial_message(message.id).create_thread(name=thread_name(answer, words))
        opened = Discussion(thread.id, channel.guild.id, answer.episode.key, answer.quote.span)
        await interaction.client.discussions.add(opened)
        await thread.send(view=cards.notice(words.say("Mention me in this thread to ask about the passage.")))


def _able(interaction: Interaction) -> discord.TextChannel:
    """Return the channel that a thread can be opened in. Raises what stands against it."""
    if not isinstance(interaction.channel, discord.TextChannel):
        raise NoThreadsHereError
    lacking = [name for name in WANTED if not getattr(interaction.app_permissions, name)]
    if lacking:
        raise app_commands.BotMissingPermissions(lacking)
    return interaction.channel
