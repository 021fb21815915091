"""What failures say that have to do with a server's rules, and with the moderators who make them."""

import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.cards.fit import short
from bot.moderation import (
    CannotPostError,
    EveryoneRoleError,
    NotBlockableError,
    NoTextChannelError,
    NotManagerError,
    NotModeratorError,
    TooManyRolesError,
)
from bot.permissions import say_permissions
from bot.words import Words
from store import errors as store

MOST_CHANNELS = 10
MAX_NAME = 80


def _not_moderator(words: Words, _: NotModeratorError) -> str:
    return words.say("That is for moderators of this server: who has Manage Server, or a role that one of them named.")


def _not_manager(words: Words, _: NotManagerError) -> str:
    return words.say("That is for those only who have the permission Manage Server themselves.")


def _channel_closed(words: Words, error: store.ChannelClosedError) -> str:
    channels = [f"<#{channel_id}>" for channel_id in error.open_channels[:MOST_CHANNELS]]
    if not channels:
        return words.say("I don’t answer in this channel. Ask in another, or in a direct message to me.")
    return words.say(
        "I don’t answer in this channel. Ask in {channels}, or in a direct message to me.",
        channels=words.join(channels),
    )


def _blocked(words: Words, error: store.MemberBlockedError) -> str:
    if error.until is None:
        return words.say("Moderators of this server have blocked you from asking me here. `/privacy` still works.")
    return words.say(
        "Moderators of this server have blocked you from asking me here until {until}. `/privacy` still works.",
        until=_moment(error.until, "f"),
    )


def _slower(words: Words, error: store.CooldownError) -> str:
    when = _moment(error.until, "R")
    if error.everybody:
        return words.say("Many are asking at once here. Ask again {when}.", when=when)
    return words.say("Slower, please. Ask again {when}.", when=when)


def _not_public(words: Words, _: store.NotPublicError) -> str:
    return words.say("In this server only some roles may have public answers. Ask with a command: only you see that.")


def _not_undoable(words: Words, _: store.NotUndoableError) -> str:
    return words.say("I can’t undo that: it isn’t on this server’s record any more. Make the opposite change.")


def _changed_since(words: Words, _: store.ChangedSinceError) -> str:
    return words.say("That was changed again since, so I left it alone. `/admin settings show` has what holds now.")


def _zone(words: Words, error: store.ZoneUnknownError) -> str:
    given = short(error.given, MAX_NAME)
    if not error.known:
        return words.say("No time zone is called “{given}”. Write one such as Europe/Berlin, or UTC.", given=given)
    return words.say(
        "No time zone is called “{given}”. The likest are: {known}.", given=given, known=words.join(error.known)
    )


def _end_unreadable(words: Words, error: store.EndUnreadableError) -> str:
    return words.say(
        "“{given}” is no time that I can read. Write 2h, 3d, 1w, or a day such as 2026-12-24; ten years are the most.",
        given=short(error.given, MAX_NAME),
    )


def _end_past(words: Words, error: store.EndPastError) -> str:
    return words.say("{when} has passed already. Give a time to come.", when=_moment(error.end, "f"))


def _cannot_post(words: Words, error: CannotPostError) -> str:
    return words.say(
        "I can’t post in {channel}: there I lack {lacking}. Give me that in the channel’s settings, or choose another.",
        channel=f"<#{error.channel_id}>",
        lacking=say_permissions(error.lacking, words),
    )


def _no_text_channel(words: Words, _: NoTextChannelError) -> str:
    return words.say("This is no text channel. Say in which one the quote is to come.")


def _everyone(words: Words, _: EveryoneRoleError) -> str:
    return words.say("That role is everybody’s. Choose one that only some have.")


def _too_many_roles(words: Words, error: TooManyRolesError) -> str:
    return words.count("{n} role is the most.", "{n} roles are the most. Take one away first.", error.most)


def _not_blockable(words: Words, _: NotBlockableError) -> str:
    return words.say("You can’t block yourself, a bot, or somebody who moderates. Take the role from them first.")


def _moment(at: datetime, style: str) -> str:
    return f"<t:{math.ceil(at.timestamp())}:{style}>"


SAYINGS: dict[type[BaseException], Callable[[Words, Any], str | None]] = {
    NotModeratorError: _not_moderator,
    NotManagerError: _not_manager,
    CannotPostError: _cannot_post,
    NoTextChannelError: _no_text_channel,
    EveryoneRoleError: _everyone,
    TooManyRolesError: _too_many_roles,
    NotBlockableError: _not_blockable,
    store.ChannelClosedError: _channel_closed,
    store.MemberBlockedError: _blocked,
    store.CooldownError: _slower,
    store.NotPublicError: _not_public,
    store.NotUndoableError: _not_undoable,
    store.ChangedSinceError: _changed_since,
    store.ZoneUnknownError: _zone,
    store.EndUnreadableError: _end_unreadable,
    store.EndPastError: _end_past,
}
