"""The permissions that the bot wants in a channel, each with the reason, as Discord's own settings call them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import discord

from bot.words import Words

# To post anything at all.
POSTING = ("view_channel", "send_messages")

NAMES: Mapping[str, Callable[[Words], str]] = {
    "view_channel": lambda words: words.say("View Channel"),
    "send_messages": lambda words: words.say("Send Messages"),
    "read_message_history": lambda words: words.say("Read Message History"),
    "send_messages_in_threads": lambda words: words.say("Send Messages in Threads"),
    "create_public_threads": lambda words: words.say("Create Public Threads"),
    "attach_files": lambda words: words.say("Attach Files"),
    "add_reactions": lambda words: words.say("Add Reactions"),
}
REASONS: Mapping[str, Callable[[Words], str]] = {
    "view_channel": lambda words: words.say("to see when I am mentioned"),
    "send_messages": lambda words: words.say("to answer mentions, and to post the daily quote"),
    "read_message_history": lambda words: words.say("to answer right under the question"),
    "send_messages_in_threads": lambda words: words.say("to answer in threads and posts"),
    "create_public_threads": lambda words: words.say("to open discussions"),
    "attach_files": lambda words: words.say("to show pictures"),
    "add_reactions": lambda words: words.say("to say with one reaction that I may not answer"),
}


def lacking(permissions: discord.Permissions, wanted: Iterable[str] = NAMES) -> tuple[str, ...]:
    """Return those of the wanted permissions that are not given."""
    return tuple(name for name in wanted if not getattr(permissions, name))


def say_permissions(names: Sequence[str], words: Words) -> str:
    """List permissions as Discord calls them."""
    return words.join([_name(name, words) for name in names])


def say_reasons(names: Sequence[str], words: Words) -> str:
    """List permissions, one a line, with what each is wanted for."""
    return "\n".join(f"- **{_name(name, words)}** {REASONS[name](words)}" for name in names)


def _name(name: str, words: Words) -> str:
    return NAMES[name](words) if name in NAMES else name.replace("_", " ")
