"""What `/admin setup` says on each of its pages."""

from collections.abc import Sequence

import discord

from bot.cards.channels import say_channels
from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.cards.settings import LABELS, say_settings, say_value
from bot.permissions import lacking, say_reasons
from bot.words import N_, Words
from store.server.guild import Guild

# A page for each decision, between the beginning and the end.
START = 0
EPISODE = 1
CHANNELS = 2
ANSWERS = 3
DAILY = 4
RETENTION = 5
END = 6
# The title of each decision, and what is asked.
ASKED = {
    EPISODE: (
        N_("Episode"),
        N_("Which episode is meant when somebody names none? `/admin episode add` adds your own."),
    ),
    CHANNELS: (
        N_("Channels"),
        N_("Where may I answer? Choose nothing for everywhere. A channel’s threads count with it."),
    ),
    ANSWERS: (
        N_("Private or public"),
        N_("Who sees an answer when the asker doesn’t say? Private answers have a Share button."),
    ),
    DAILY: (
        N_("Daily quote"),
        N_("Shall I post a quote a day? Choose where and when. I never speak unasked otherwise."),
    ),
    RETENTION: (
        N_("How long questions are kept"),
        N_("After that I erase what was asked and by whom, and keep only that something was asked."),
    ),
}
SHOWN = ("episode", "public", "daily", "retention_days")
# A channel's lacks are listed for so many at most.
MOST_CHANNELS = 5


def setup_text(page: int, guild: Guild, words: Words, *, public: bool) -> Card:
    """Begin a page: what is decided on it, and what holds now. `public` is the configuration's default visibility."""
    card = Card(PLAIN)
    if page in (START, END):
        card.text(f"## {words.say('Setting up') if page == START else words.say('All set')}")
        card.text(*say_settings(guild, words, public=public, names=SHOWN))
        card.text(f"**{words.say('Channels')}:** {say_channels(guild, words)}")
        card.rule()
        return card
    place = words.say("{n} of {total}", n=page, total=len(ASKED))
    heading, question = (words.say_marked(text) for text in ASKED[page])
    card.text(f"### {heading}", small(place), question)
    card.text(_present(page, guild, words, public=public))
    return card


def say_lacking(channels: Sequence[tuple[int, discord.Permissions]], words: Words) -> str:
    """Say which permissions the bot lacks in channels, and what it wants them for."""
    lacks = [(channel_id, names) for channel_id, given in channels if (names := lacking(given))]
    if not lacks:
        return words.say("✅ I have all the permissions that I want.")
    lines = [
        words.say("⚠️ In {channel} I lack:", channel=f"<#{channel_id}>") + f"\n{say_reasons(names, words)}"
        for channel_id, names in lacks[:MOST_CHANNELS]
    ]
    return "\n".join([*lines, small(words.say("Give me these under Edit Channel → Permissions."))])


def _present(page: int, guild: Guild, words: Words, *, public: bool) -> str:
    if page == CHANNELS:
        return say_channels(guild, words)
    if page == ANSWERS:
        return say_settings(guild, words, public=public, names=("public",))[0]
    name = {EPISODE: "episode", DAILY: "daily"}.get(page, "retention_days")
    return f"**{LABELS[name](words)}:** {say_value(name, getattr(guild.settings, name), words)}"
