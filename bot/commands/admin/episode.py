"""`/admin episode`: the episodes that this server has beside those that all have."""

from typing import Any, TypeAlias

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import cards, reply
from bot.autocomplete import episodes, offering
from bot.cards.own import list_card
from bot.commands.admin.undo import changed
from bot.commands.admin.upload import take_in
from bot.guarded import GuardedModal
from bot.place import place_of
from bot.ui import Interaction
from bot.words import Words
from store.database import EpisodeTable
from store.errors import EpisodeUnknownError
from store.server.own import own_id
from store.words import plain

# Characters of a modal's title, and of the label of a field.
# https://docs.discord.com/developers/interactions/receiving-and-responding
MAX_TITLE = 45
Where: TypeAlias = (
    discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel | discord.Thread
)


@offering
async def own_episodes(interaction: Interaction, typed: str) -> list[tuple[str, str]]:
    """Offer the server's own episodes, by title or ID."""
    seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
    named = ((listed.facts.title or listed.facts.id, listed.facts.id) for listed in seen.own.values())
    return [(name, value) for name, value in named if plain(typed.strip()) in plain(f"{name} {value}")]


class EpisodeGroup(app_commands.Group):
    """Adds, lists, uses and removes episodes."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="episode", description=locale_str("Episodes of this server’s own"))

    @app_commands.command(name="add", description=locale_str("Add a transcript, for this server alone"))
    @app_commands.describe(
        file=locale_str("The transcript: subtitles, JSON or text"), notes=locale_str("Its show notes, if it has any")
    )
    async def add(
        self, interaction: Interaction, file: discord.Attachment, notes: discord.Attachment | None = None
    ) -> None:
        """Show what was found in a file, to be kept or not."""
        await take_in(interaction, file, notes)

    @app_commands.command(name="list", description=locale_str("The episodes that can be asked here"))
    async def list(self, interaction: Interaction) -> None:
        """List the episodes."""
        seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
        kept, _ = await _table(interaction).of(seen.guild_id or 0)
        own = [(one, seen.own[one.id].facts if one.id in seen.own else None) for one in kept]
        in_use = await interaction.client.desk.in_use(place_of(interaction))
        card = list_card(seen.library.facts(), own, in_use, interaction.client.words(interaction))
        await reply.send(interaction, card, private=True)

    @app_commands.command(name="use", description=locale_str("Which episode is meant when none is named"))
    @app_commands.describe(
        episode=locale_str("Leave it out for the one that is configured"),
        channel=locale_str("Only in this channel and its threads"),
    )
    @app_commands.autocomplete(episode=episodes)
    async def use(self, interaction: Interaction, episode: str | None = None, channel: Where | None = None) -> None:
        """Set the default of the server, or of one channel."""
        assert interaction.guild_id is not None
        servers, action, by = interaction.client.servers, "episode use", interaction.user.id
        seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
        wanted = seen.named(episode).id if episode else None
        if channel is None:
            done = await servers.set(interaction.guild_id, "episode", wanted, by=by, action=action)
        else:
            done = await servers.rule(interaction.guild_id, channel.id, "episode", wanted, by=by, action=action)
        await changed(interaction, done)

    @app_commands.command(name="remove", description=locale_str("Erase an episode of this server’s own"))
    @app_commands.describe(episode=locale_str("One that was added here"))
    @app_commands.autocomplete(episode=own_episodes)
    async def remove(self, interaction: Interaction, episode: str) -> None:
        """Ask for its name, and then erase it."""
        seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
        kept, _ = await _table(interaction).of(seen.guild_id or 0)
        wanted = next((one for one in kept if episode.strip() in (one.id, one.stem)), None)
        if wanted is None:
            raise EpisodeUnknownError(episode, [one.id for one in kept])
        await interaction.response.send_modal(RemoveModal(wanted.stem, interaction.client.words(interaction)))


class RemoveModal(GuardedModal):
    """Has the name of an episode typed before it is erased."""

    def __init__(self, stem: str, words: Words) -> None:
        """`stem` is what has to be typed."""
        super().__init__(title=words.say("Erase this episode?")[:MAX_TITLE])
        self.stem = stem
        warning = words.say(
            "The transcript, its show notes and the names that were corrected for it are erased for good."
        )
        self.add_item(discord.ui.TextDisplay(warning))
        self.typed: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=200, required=True, placeholder=stem)
        label = words.say("Type its name to confirm")[:MAX_TITLE]
        self.add_item(discord.ui.Label(text=label, component=self.typed))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Erase it if the name is right."""
        assert interaction.guild_id is not None
        words = interaction.client.words(interaction)
        if self.typed.value.strip() not in (self.stem, own_id(self.stem)):
            text = words.say("That is not its name, so nothing was erased.")
            await reply.send(interaction, cards.notice(text), private=True)
            return
        removed = await _table(interaction).remove(interaction.guild_id, self.stem, by=interaction.user.id)
        interaction.client.servers.forget(interaction.guild_id)
        in_use = await interaction.client.desk.in_use(place_of(interaction))
        more = [words.say("Now `{id}` is meant when none is named.", id=in_use)] if removed.was_default else []
        if removed.channels:
            where = words.join([f"<#{channel}>" for channel in removed.channels[:10]])
            more.append(words.say("It was in use in {channels}, where the server’s is meant now.", channels=where))
        await changed(interaction, removed.change, *more)


def _table(interaction: Interaction) -> EpisodeTable:
    return interaction.client.uploads.table
