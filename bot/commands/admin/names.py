"""`/admin names`: what the recogniser misheard, put right in this server."""

from discord import app_commands
from discord.app_commands import locale_str

from bot import reply
from bot.autocomplete import episodes, offering
from bot.cards.names import names_card
from bot.commands.admin.proposals import proposals
from bot.commands.admin.undo import changed
from bot.place import place_of
from bot.ui import Interaction
from store.database import KeptName
from store.errors import NameUnknownError
from store.moderation.proposing import MAX_NAME, count, proposal
from store.words import plain

Name = app_commands.Range[str, 1, MAX_NAME]


@offering
async def accepted(interaction: Interaction, typed: str) -> list[tuple[str, str]]:
    """Offer the names that are corrected in this server, by what was heard or meant."""
    kept = await interaction.client.names.listed(interaction.guild_id or 0, "accepted")
    named = ((f"{name.heard} → {name.meant}", str(name.id)) for name in kept)
    return [(shown, value) for shown, value in named if plain(typed.strip()) in plain(shown)]


class NamesGroup(app_commands.Group):
    """Adds, lists, removes and decides."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="names", description=locale_str("Misheard names, put right here"))

    @app_commands.command(name="add", description=locale_str("Correct a misheard name"))
    @app_commands.describe(
        heard=locale_str("As it stands in the transcript"),
        meant=locale_str("As it is spelt"),
        episode=locale_str("Leave it out for the one in use"),
    )
    @app_commands.autocomplete(episode=episodes)
    async def add(self, interaction: Interaction, heard: Name, meant: Name, episode: str | None = None) -> None:
        """Accept a name at once."""
        assert interaction.guild_id is not None
        client, words = interaction.client, interaction.client.words(interaction)
        opened = await client.desk.episode(place_of(interaction), episode)
        wanted = proposal(opened, heard, meant)
        done = await client.names.add(interaction.guild_id, wanted, by=interaction.user.id)
        client.desk.shelves.forget(interaction.guild_id)
        places = words.count("It stands at {n} place.", "It stands at {n} places.", count(opened, wanted.heard))
        await changed(interaction, done, places)

    @app_commands.command(name="list", description=locale_str("The names that are corrected here"))
    @app_commands.describe(episode=locale_str("Only this one’s"))
    @app_commands.autocomplete(episode=episodes)
    async def list(self, interaction: Interaction, episode: str | None = None) -> None:
        """List what is accepted."""
        seen = await interaction.client.desk.shelves.seen(interaction.guild_id)
        wanted = seen.named(episode).id if episode else None
        kept = await interaction.client.names.listed(interaction.guild_id or 0, "accepted", wanted)
        titles = {facts.id: facts.title or facts.id for facts in seen.facts}
        await reply.send(interaction, names_card(kept, titles, interaction.client.words(interaction)), private=True)

    @app_commands.command(name="remove", description=locale_str("Correct a name no longer"))
    @app_commands.describe(heard=locale_str("One that is corrected here"))
    @app_commands.autocomplete(heard=accepted)
    async def remove(self, interaction: Interaction, heard: str) -> None:
        """Take back what was accepted."""
        assert interaction.guild_id is not None
        client = interaction.client
        found = _meant(heard, await client.names.listed(interaction.guild_id, "accepted"))
        done = await client.names.remove(interaction.guild_id, found.id, by=interaction.user.id)
        client.desk.shelves.forget(interaction.guild_id)
        await changed(interaction, done)

    @app_commands.command(name="proposals", description=locale_str("Names that members have proposed"))
    async def proposals(self, interaction: Interaction) -> None:
        """Show what waits to be decided."""
        card = await reply.patiently(interaction, proposals(interaction), private=True)
        await reply.send(interaction, card, private=True)


def _meant(given: str, kept: tuple[KeptName, ...]) -> KeptName:
    """Return the name that is meant: by the number that was offered for it, or by what was heard."""
    fitting = [name for name in kept if given.strip() == str(name.id)]
    fitting = fitting or [name for name in kept if given.strip() == name.heard]
    if len(fitting) != 1:
        raise NameUnknownError(given)
    return fitting[0]
