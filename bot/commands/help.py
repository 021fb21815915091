"""`/help`: how to ask, with examples from this very episode. It is no question, so it is not recorded."""

from collections.abc import Sequence

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import cards, reply
from bot.commands.options import everywhere
from bot.place import is_private, place_of
from bot.ui import Interaction, LayoutView
from bot.words import Words
from store.episode import Episode


class Help(commands.Cog):
    """Helps."""

    @everywhere
    @app_commands.command(name="help", description=locale_str("How to ask, and what the answers promise"))
    async def help(self, interaction: Interaction) -> None:
        """Show how to ask."""
        episode = await interaction.client.desk.episode(place_of(interaction))
        card = card_for(episode, interaction.client.words(interaction))
        await reply.send(interaction, card, private=is_private(interaction, public=False))


def card_for(episode: Episode, words: Words) -> LayoutView:
    """Return the help with examples that this episode answers."""
    return cards.help_card(words, examples(episode, words))


def examples(episode: Episode, words: Words) -> Sequence[cards.Example]:
    """Return what to type, and what it gives."""
    topics, speakers, chapters = episode.notes.topics, episode.facts.speakers, episode.facts.chapters
    first = topics[0].heading if topics else episode.facts.title
    asked = [(f"/quote about: {first}", words.say("the best passages about it, with speaker and moment"))]
    if speakers:
        gives = words.say("a passage at random, by one speaker")
        asked.append((f"/quote speaker: {speakers[-1]}", gives))
    asked.append(("/summary", words.say("the main points of the whole episode")))
    if chapters:
        gives = words.say("one chapter: {title}", title=chapters[-1].title)
        asked.append((f"/summary of: {chapters[-1].number}", gives))
    if episode.notes.points:
        said = episode.excerpt(episode.notes.points[0].lines, episode.notes.points[0].text).display
        asked.append((f"/verify text: {said}", words.say("whether that was said, and by whom")))
    if names := [note.meant for note in episode.notes.names if not note.lines]:
        asked.append((f"/mentions of: {names[0]}", words.say("how often a name is said, by whom and when")))
    return [
        *asked,
        ("/books", words.say("the books that were recommended, and why")),
        ("/episode", words.say("who speaks, when it came out, and its chapters")),
    ]
