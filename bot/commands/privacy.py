"""`/privacy`: what is kept of a person, to take along, to erase or to stop. It works for everybody everywhere."""

import asyncio
from io import BytesIO
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import cards, reply
from bot.cards.limits import REQUEST
from bot.cards.privacy import Terms, erased_card, export_card, policy_card
from bot.confirming import MAX_TITLE, Confirmation
from bot.personal_file import personal_file
from bot.place import is_private, place_of
from bot.seldom import Seldom
from bot.ui import Interaction, LayoutView, Modal
from bot.words import Words
from store.database import Members, Privacy
from store.server.guild_settings import RETENTION

# Seconds in which the file is written anew or put together for one person a few times at most.
TIMES, SECONDS = 5, 60.0


class PrivacyCommands(commands.Cog):
    """Shows, gives and erases what is kept of who asks."""

    privacy = app_commands.Group(
        name="privacy",
        description=locale_str("What I keep of you: take it along, erase it, stop it"),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )

    def __init__(self) -> None:
        """Nobody has done anything yet."""
        self._seldom = Seldom(TIMES, SECONDS)

    @privacy.command(name="policy", description=locale_str("What I keep, why, for how long, and who sees it"))
    async def policy(self, interaction: Interaction) -> None:
        """Show the policy, with what holds here."""
        await _send(interaction, policy_card(_terms(interaction), interaction.client.words(interaction)))

    @privacy.command(name="export", description=locale_str("All that names you, as a file"))
    async def export(self, interaction: Interaction) -> None:
        """Give a file."""
        self._seldom.check(interaction)
        words, private = interaction.client.words(interaction), is_private(interaction, public=False)
        data = await reply.patiently(
            interaction, Privacy(interaction.client.database).export(interaction.user.id), private=private
        )
        limit = min(interaction.filesize_limit, REQUEST)
        name, content = await asyncio.to_thread(personal_file, data, interaction.created_at, limit)
        card = export_card(sum(map(len, data.tables.values())), name, words)
        await reply.send(interaction, card, private=private, files=[discord.File(BytesIO(content), name)])

    @privacy.command(name="delete", description=locale_str("Erase what I keep of you, everywhere and for good"))
    async def delete(self, interaction: Interaction) -> None:
        """Say what that means, and have it confirmed."""
        self._seldom.check(interaction)
        await interaction.response.send_modal(DeleteModal(_terms(interaction), interaction.client.words(interaction)))

    @privacy.command(name="optout", description=locale_str("From now on, only count your questions"))
    async def optout(self, interaction: Interaction) -> None:
        """Stop keeping what this person asks."""
        words = interaction.client.words(interaction)
        changed = await Members(interaction.client.database).opt_out(interaction.user.id)
        first = (
            words.say("From now on your questions are counted without their words and without you.")
            if changed
            else words.say("You have opted out already.")
        )
        more = words.say(
            "What needs an earlier question (more of it, the next match) no longer works; all else does. What was kept "
            "before is still there: `/privacy delete` erases it, and you stay opted out."
        )
        await _send(interaction, cards.notice(f"{first}\n{more}"))

    @privacy.command(name="optin", description=locale_str("Have your questions kept again"))
    async def optin(self, interaction: Interaction) -> None:
        """Keep again what this person asks."""
        words = interaction.client.words(interaction)
        changed = await Members(interaction.client.database).opt_in(interaction.user.id)
        kept = words.say("From now on your questions are kept again, with their words and that you asked them.")
        await _send(interaction, cards.notice(kept if changed else words.say("You had not opted out.")))


class DeleteModal(Modal):
    """Has a word typed before a person's data is erased."""

    def __init__(self, terms: Terms, words: Words) -> None:
        """Say what goes, and what stays and why."""
        super().__init__(title=words.say("Erase what I keep of you?")[:MAX_TITLE])
        self._terms = terms
        self._confirmation = Confirmation(_warning(terms, words), words.say("delete"), words)
        for item in self._confirmation.items:
            self.add_item(item)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Erase it."""
        self._confirmation.check()
        client, private = interaction.client, is_private(interaction, public=False)
        erasing = Privacy(client.database).erase(interaction.user.id, discord.utils.utcnow())
        erased = await reply.patiently(interaction, erasing, private=private)
        client.servers.forget_all()
        client.plain_readers.forget(interaction.user.id)
        await _send(interaction, erased_card(erased, self._terms, client.words(interaction)))


def _warning(terms: Terms, words: Words) -> str:
    goes = words.say(
        "In all servers and in direct messages: the words of your questions and that you asked them, what you have "
        "chosen, and whatever else names you. It cannot be brought back."
    )
    stays = words.say(
        "What stays: that you have opted out, so that it goes on holding; a block that is in force; and for {days} "
        "days what you changed as a moderator, so that others can see who did.",
        days=words.number(terms.audit),
    )
    return f"{goes}\n\n{stays}"


def _terms(interaction: Interaction) -> Terms:
    client, guild_id = interaction.client, place_of(interaction).guild_id
    here = client.servers.known(guild_id).settings.retention_days if guild_id else None
    privacy = client.settings.privacy
    return Terms(here, RETENTION, privacy.audit_days, privacy.departed_days, privacy.policy)


async def _send(interaction: Interaction, card: LayoutView) -> None:
    await reply.send(interaction, card, private=is_private(interaction, public=False))
