"""Where the bot answers in a server."""

from collections.abc import Mapping

from bot.cards.layout import PLAIN, Card
from bot.cards.quotation import small
from bot.cards.settings import said_by
from bot.words import Words
from store.server.guild import ChannelRule, Guild

# A rule has some 110 characters, with who made it.
MOST_RULES = 25


def say_channels(guild: Guild, words: Words) -> str:
    """Say where the bot answers, in a sentence."""
    rules = {channel: rule.allowed for channel, rule in guild.channels.items() if rule.allowed is not None}
    if not rules:
        return words.say("I answer in every channel that I see.")
    if any(rules.values()):
        return words.say("I answer only where a rule allows it; a rule holds for threads and posts, too.")
    return words.say("I answer in every channel but those that a rule closes; their threads and posts are closed, too.")


def channels_text(guild: Guild, words: Words) -> Card:
    """Begin a card with where the bot answers, by whose rule."""
    card = Card(PLAIN)
    card.text(f"## {words.say('Channels')}", say_channels(guild, words))
    rules = ruled(guild)
    for channel_id, rule in list(rules.items())[:MOST_RULES]:
        card.text(f"{say_rule(rule, words)} <#{channel_id}>", small(said_by(rule.set_by, words)))
    if len(rules) > MOST_RULES:
        card.text(words.count("{n} more", "{n} more", len(rules) - MOST_RULES))
    return card


def ruled(guild: Guild) -> Mapping[int, ChannelRule]:
    """Return the channels that are allowed or denied."""
    return {channel: rule for channel, rule in guild.channels.items() if rule.allowed is not None}


def say_rule(rule: ChannelRule, words: Words) -> str:
    """Say what a rule has of a channel."""
    return say_allowed(words, allowed=rule.allowed)


def say_allowed(words: Words, *, allowed: bool | None) -> str:
    """Say whether a channel is answered in, as a mark and a word."""
    if allowed is None:
        return words.say("no rule for")
    return f"✅ {words.say('allowed:')}" if allowed else f"🚫 {words.say('denied:')}"
