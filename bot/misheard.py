"""What a member does about a misheard name: propose the right one, for moderators to decide."""

from typing import Any

import discord
from discord import app_commands

from bot import cards, reply
from bot.place import place_of
from bot.ui import Interaction, Modal
from bot.words import Words
from store.database import NameTable
from store.desk import Desk
from store.moderation.proposing import MAX_NAME, count, proposal

# Characters of a modal's title, and of a field's label.
# https://docs.discord.com/developers/components/reference
MAX_TITLE = 45


class Misheard:
    """Takes what members propose."""

    def __init__(self, desk: Desk, names: NameTable) -> None:
        """Keep it in `names`."""
        self._desk, self._names = desk, names

    async def ask(self, interaction: Interaction, key: str) -> None:
        """Ask what was misheard in the episode of a key, and what was meant."""
        place = place_of(interaction)
        if place.guild_id is None:
            raise app_commands.NoPrivateMessage
        await self._desk.by_key(place, key)
        await interaction.response.send_modal(ProposeNameModal(key, interaction.client.words(interaction)))

    async def propose(self, interaction: Interaction, key: str, heard: str, meant: str) -> None:
        """Keep it for the moderators, if it stands in the episode."""
        place, words = place_of(interaction), interaction.client.words(interaction)
        if place.guild_id is None:
            raise app_commands.NoPrivateMessage
        await interaction.client.admit(interaction)
        episode = await self._desk.by_key(place, key)
        wanted = proposal(episode, heard, meant)
        await self._names.propose(place.guild_id, wanted, by=interaction.user.id)
        thanks = words.count(
            "Thank you. It stands at {n} place; the moderators here decide whether it is corrected.",
            "Thank you. It stands at {n} places; the moderators here decide whether it is corrected.",
            count(episode, wanted.heard),
        )
        await reply.send(interaction, cards.notice(thanks), private=True)


class ProposeNameModal(Modal):
    """Takes a misheard name."""

    def __init__(self, key: str, words: Words) -> None:
        """`key` is the episode's."""
        super().__init__(title=words.say("A name is wrong")[:MAX_TITLE])
        self.key = key
        self.heard: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=MAX_NAME)
        self.meant: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=MAX_NAME)
        heard, meant = words.say("As it stands in the transcript"), words.say("As it is spelt")
        self.add_item(discord.ui.Label(text=heard[:MAX_TITLE], component=self.heard))
        self.add_item(discord.ui.Label(text=meant[:MAX_TITLE], component=self.meant))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Propose it."""
        await interaction.client.misheard.propose(interaction, self.key, self.heard.value, self.meant.value)
