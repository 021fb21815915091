"""`/admin member show` and `forget`: what is kept of a member in this server, and how it is erased."""

from typing import Any

import discord

from bot import reply
from bot.cards.privacy import forgotten_card, kept_card
from bot.commands.admin.log_pages import server_of
from bot.confirming import MAX_TITLE, Confirmation
from bot.guarded import GuardedModal
from bot.ui import Interaction
from bot.words import Words
from store.database import Privacy


async def show_kept(interaction: Interaction, member: discord.User | discord.Member) -> None:
    """Show a moderator what is kept of a member here."""
    kept = await Privacy(interaction.client.database).kept(member.id, interaction.created_at, server_of(interaction))
    await reply.send(interaction, kept_card(member.mention, kept, interaction.client.words(interaction)), private=True)


async def ask_to_forget(interaction: Interaction, member: discord.User | discord.Member) -> None:
    """Have a moderator confirm that a member is forgotten here."""
    await interaction.response.send_modal(ForgetModal(member, interaction.client.words(interaction)))


class ForgetModal(GuardedModal):
    """Has a word typed before a server forgets a member."""

    def __init__(self, member: discord.User | discord.Member, words: Words) -> None:
        """Say what goes, and what stays."""
        super().__init__(title=words.say("Forget a member?")[:MAX_TITLE])
        self._member = member
        self._confirmation = Confirmation(_warning(member, words), words.say("forget"), words)
        for item in self._confirmation.items:
            self.add_item(item)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Forget the member; the record says that somebody was, and not who."""
        self._confirmation.check()
        client, guild_id = interaction.client, server_of(interaction)
        erasing = Privacy(client.database).erase(
            self._member.id, discord.utils.utcnow(), guild_id, by=interaction.user.id
        )
        erased = await reply.patiently(interaction, erasing, private=True)
        client.servers.forget_all()
        card = forgotten_card(self._member.mention, erased, client.words(interaction))
        await reply.send(interaction, card, private=True)


def _warning(member: discord.User | discord.Member, words: Words) -> str:
    return words.say(
        "What is kept of {who} in this server: the words of their questions and that they asked them, and whatever "
        "else names them. It cannot be brought back. What stays is a block that is in force, what they changed as a "
        "moderator, and what they asked elsewhere.",
        who=member.mention,
    )
