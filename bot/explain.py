"""What each failure says: a message of the catalogue for a class of errors, made from the error's attributes."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot import explain_own, explain_rules
from bot.confirming import NotConfirmedError
from bot.markdown import escape
from bot.shown import UnreadableIdError
from bot.words import Words
from store import errors as store

MOST_NAMES = 10
MAX_NAME = 80
# https://docs.discord.com/developers/topics/opcodes-and-status-codes
_STOPPED_BY_AUTOMOD = frozenset({200_000, 200_001, 240_000})


class NotYourAnswerError(Exception):
    """Somebody presses what only the asker may press."""


class NoThreadsHereError(Exception):
    """A place in which no thread can be opened from a message: a thread, a post, a voice channel."""


class NotYoursToRemoveError(Exception):
    """Somebody would take back what neither they have asked for or shared, nor may moderate."""


def explain(error: BaseException, words: Words) -> str | None:
    """Say what is wrong, why and what would work; None for what nobody foresaw."""
    for kind in type(error).__mro__:
        if kind in _SAYINGS:
            return _SAYINGS[kind](words, error)
    return None


def _episode_unknown(words: Words, error: store.EpisodeUnknownError) -> str:
    return words.say(
        "No episode is called “{given}”. There is: {known}.",
        given=_name(error.given),
        known=_names(words, error.known),
    )


def _episode_gone(words: Words, _: store.EpisodeGoneError) -> str:
    return words.say("The episode that this came from was removed or has changed since. Ask again for a fresh answer.")


def _question_gone(words: Words, _: store.QuestionGoneError) -> str:
    return words.say("The question that this came from is no longer on the record. Ask it again.")


def _episode_unclear(words: Words, error: store.EpisodeUnclearError) -> str:
    return words.say(
        "That may be meant for several episodes: {known}. Say which, or choose one with `episode`.",
        known=_names(words, error.among),
    )


def _speaker_unknown(words: Words, error: store.SpeakerUnknownError) -> str:
    if not error.known:
        return words.say("Nobody has noted yet who speaks in this episode. Ask without a speaker.")
    return words.say(
        "Nobody called “{given}” speaks in this episode. There is: {known}.",
        given=_name(error.given),
        known=_names(words, error.known),
    )


def _one_episode(words: Words, _: store.OneEpisodeError) -> str:
    return words.say("I can do that for one episode at a time. Choose one; only /quote searches all of them.")


def _chapter_unknown(words: Words, error: store.ChapterUnknownError) -> str:
    if not error.last:
        return words.say("This episode has no chapters. Ask for the whole or for a topic.")
    return words.say(
        "There is no chapter {given}. Give a number from 1 to {last}, a topic, or nothing for the whole episode.",
        given=_name(error.given),
        last=error.last,
    )


def _moment_beyond(words: Words, error: store.MomentBeyondError) -> str:
    return words.say(
        "Nothing is said at {moment}: the recording ends at {end}.",
        moment=words.clock(error.seconds),
        end=words.clock(error.ends_at),
    )


def _moments_unknown(words: Words, _: store.MomentsUnknownError) -> str:
    return words.say("No times are known of this episode. Give a few words of what was said instead.")


def _blank(words: Words, _: store.QuestionBlankError) -> str:
    return words.say("That has no words in it. Give a few words of what was said, or a name.")


def _too_long(words: Words, error: store.QuestionTooLongError) -> str:
    return words.say(
        "That has {length} characters, and {limit} are the most that I search for. Keep the words that matter.",
        length=words.number(error.length),
        limit=words.number(error.limit),
    )


def _unreadable(words: Words, _: UnreadableIdError) -> str:
    return words.say("This button comes from another version of me, and I can’t read it any more. Ask again.")


def _not_yours(words: Words, _: NotYourAnswerError) -> str:
    return words.say("That works on your own private answer only. Ask the question yourself to share it.")


def _no_threads_here(words: Words, _: NoThreadsHereError) -> str:
    return words.say("I can’t open a thread here. Use that in a text channel.")


def _not_confirmed(words: Words, error: NotConfirmedError) -> str:
    return words.say("Nothing was erased: to confirm, type {word}.", word=f"`{error.wanted}`")


def _not_yours_to_remove(words: Words, _: NotYoursToRemoveError) -> str:
    return words.say("Only who asked for this or shared it can remove it, and moderators.")


def _cooldown(words: Words, error: app_commands.CommandOnCooldown) -> str:
    seconds = int(error.retry_after) + 1
    return words.count("Slower, please: try again in {n} second.", "Slower, please: try again in {n} seconds.", seconds)


def _check_failed(words: Words, _: app_commands.CheckFailure) -> str:
    return words.say("You can’t use that here.")


def _not_here(words: Words, _: app_commands.NoPrivateMessage) -> str:
    return words.say("That works in servers only.")


def _lacking(words: Words, error: app_commands.BotMissingPermissions) -> str:
    lacking = words.join([name.replace("_", " ") for name in error.missing_permissions])
    return words.say("I lack permissions here that this needs: {lacking}. A moderator can give them.", lacking=lacking)


def _command_changed(words: Words, _: app_commands.CommandNotFound | app_commands.CommandSignatureMismatch) -> str:
    return words.say("That command has changed. Restart Discord, or try again in an hour.")


def _bad_option(words: Words, error: app_commands.TransformerError) -> str:
    return words.say("“{value}” won’t do there. Choose one of those that are offered.", value=_name(str(error.value)))


def _forbidden(words: Words, _: discord.Forbidden) -> str:
    return words.say("Discord doesn’t let me do that here: I lack a permission. A moderator can give it.")


def _trouble(words: Words, _: BaseException) -> str:
    return words.say("Discord has trouble of its own right now. Try again in a moment.")


def _rejected(words: Words, error: discord.HTTPException) -> str | None:
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _trouble(words, error)
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        return words.say("Discord wants me to slow down. Try again in a moment.")
    if error.code in _STOPPED_BY_AUTOMOD:
        return words.say("This server’s AutoMod stopped the answer. Ask for it in a direct message to me.")
    return None


_SAYINGS: dict[type[BaseException], Callable[[Words, Any], str | None]] = {
    **explain_own.SAYINGS,
    **explain_rules.SAYINGS,
    store.EpisodeUnknownError: _episode_unknown,
    store.EpisodeGoneError: _episode_gone,
    store.EpisodeUnclearError: _episode_unclear,
    store.QuestionGoneError: _question_gone,
    store.SpeakerUnknownError: _speaker_unknown,
    store.OneEpisodeError: _one_episode,
    store.ChapterUnknownError: _chapter_unknown,
    store.MomentBeyondError: _moment_beyond,
    store.MomentsUnknownError: _moments_unknown,
    store.QuestionBlankError: _blank,
    store.QuestionTooLongError: _too_long,
    UnreadableIdError: _unreadable,
    NotYourAnswerError: _not_yours,
    NotConfirmedError: _not_confirmed,
    NoThreadsHereError: _no_threads_here,
    NotYoursToRemoveError: _not_yours_to_remove,
    app_commands.CommandOnCooldown: _cooldown,
    app_commands.NoPrivateMessage: _not_here,
    app_commands.BotMissingPermissions: _lacking,
    app_commands.CheckFailure: _check_failed,
    app_commands.CommandNotFound: _command_changed,
    app_commands.CommandSignatureMismatch: _command_changed,
    app_commands.TransformerError: _bad_option,
    discord.Forbidden: _forbidden,
    discord.HTTPException: _rejected,
    aiohttp.ClientError: _trouble,
}


def _name(given: str) -> str:
    return escape(given if len(given) <= MAX_NAME else f"{given[: MAX_NAME - 1]}…")


def _names(words: Words, known: Sequence[str]) -> str:
    more = len(known) - MOST_NAMES
    shown = [_name(name) for name in known[:MOST_NAMES]]
    return words.join([*shown, words.count("{n} more", "{n} more", more)] if more > 0 else shown)
