"""`/help`: how to ask, with examples from this very episode. It is no question, so it is not recorded."""

from collections.abc import Sequence

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import cards, reply
from bot.commands.options import everywhere
from bot.moderation import may_moderate
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
        moderates = await may_moderate(interaction)
        card = card_for(episode, interaction.client.words(interaction), moderates=moderates)
        await reply.send(interaction, card, private=is_private(interaction, public=False))


def card_for(episode: Episode, words: Words, *, moderates: bool = False) -> LayoutView:
    """Return the help with examples that this episode answers, and for who moderates where that is done."""
    return cards.help_card(words, examples(episode, words, moderates=moderates))


def examples(episode: Episode, words: Words, *, moderates: bool = False) -> Sequence[cards.Example]:
    """Return what to type, as commands are called in the asker's language, and what it gives."""
    setup = f"{words.say('/admin')} {words.say('/setup').strip('/')}"
    return [
        *_questions(episode, words),
        (words.say("/books"), words.say("the books that were recommended, and why")),
        (words.say("/episode"), words.say("who speaks, when it came out, and its chapters")),
        (words.say("/discuss"), words.say("a thread with a question to talk about, and its quote")),
        (words.say("Apps → Was this said?"), words.say("on anybody’s message: a verdict on what it quotes")),
        (words.say("/privacy"), words.say("what I keep of you: see it, take it along, erase it, stop it")),
        *([(setup, words.say("for moderators"))] if moderates else ()),
    ]


def _questions(episode: Episode, words: Words) -> Sequence[cards.Example]:
    topics, speakers, chapters = episode.notes.topics, episode.facts.speakers, episode.facts.chapters
    first = topics[0].heading if topics else episode.facts.title
    quote, summary = words.say("/quote"), words.say("/summary")
    asked = [
        (f"{quote} {words.say('about:')} {first}", words.say("the best passages about it, with speaker and moment"))
    ]
    if speakers:
        gives = words.say("a passage at random, by one speaker")
        asked.append((f"{quote} {words.say('speaker:')} {speakers[-1]}", gives))
    gives = words.say("a question in your own words, in English; a direct message to me does the same")
    asked.append((f"{words.say('/ask')} {words.say('question:')} who is on this one?", gives))
    asked.append((summary, words.say("the main points of the whole episode")))
    if chapters:
        gives = words.say("one chapter: {title}", title=chapters[-1].title)
        asked.append((f"{summary} {words.say('of:')} {chapters[-1].number}", gives))
    if episode.notes.points:
        said = episode.excerpt(episode.notes.points[0].lines, episode.notes.points[0].text).display
        gives = words.say("whether that was said, and by whom")
        asked.append((f"{words.say('/verify')} {words.say('text:')} {said}", gives))
    if names := [note.meant for note in episode.notes.names if not note.lines]:
        gives = words.say("how often a name is said, by whom and when")
        asked.append((f"{words.say('/mentions')} {words.say('of:')} {names[0]}", gives))
    return asked
