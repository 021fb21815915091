"""A change by a moderator in words, for its confirmation and for the audit."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.cards.channels import say_allowed
from bot.cards.fit import short
from bot.cards.settings import LABELS, say_value
from bot.words import Words
from store.database import Change
from store.database.audit import UNDO

MAX_TEXT = 200


def say_change(change: Change, words: Words) -> str:
    """Say what was changed, from what, to what."""
    action = change.action.removeprefix(UNDO)
    if change.subject in LABELS and action.startswith(("settings ", "episode use")):
        before, after = (say_value(change.subject, value, words) for value in (change.before, change.after))
        return words.say("{what}: {after} (was: {before})", what=_what(change, words), before=before, after=after)
    if action.startswith("channels ") or (action == "episode use" and change.subject.isdecimal()):
        return _channel(change, words)
    if action in {"member block", "member unblock"}:
        return _block(change, words)
    if isinstance(change.after or change.before, dict):
        return _of_own(change, action, words) or _plainly(change)
    return _plainly(change)


def _what(change: Change, words: Words) -> str:
    return f"**{LABELS[change.subject](words)}**"


def _channel(change: Change, words: Words) -> str:
    channel, after = f"<#{change.subject}>", change.after or {}
    if after.get("episode") != (change.before or {}).get("episode"):
        episode = short(after["episode"], MAX_TEXT) if "episode" in after else words.say("the server’s")
        return words.say("The episode in {channel}: {episode}", channel=channel, episode=episode)
    return f"{say_allowed(words, allowed=after.get('allowed'))} {channel}"


def _block(change: Change, words: Words) -> str:
    who = f"<@{change.member_id}>" if change.member_id else words.say("somebody who has been erased")
    if change.member_id is None and change.after is None and change.action == "member block":
        return words.say("{who} is blocked.", who=who)
    if not isinstance(change.after, Mapping):
        return words.say("{who} may ask again.", who=who)
    until, reason = change.after["until"], change.after["reason"]
    lines = [
        words.say("{who} is blocked until {until}.", who=who, until=_moment(until))
        if until
        else words.say("{who} is blocked for good.", who=who),
        words.say("Reason: {reason}", reason=short(reason, MAX_TEXT)) if reason else "",
    ]
    return " ".join(filter(None, lines))


def _moment(written: str) -> str:
    return f"<t:{int(datetime.fromisoformat(written).timestamp())}:f>"


def _of_own(change: Change, action: str, words: Words) -> str | None:
    """Say what was done to an episode of the server's own, or to a misheard name."""
    if action in ("episode add", "episode remove"):
        what = f"`{change.subject.replace('`', chr(39))}`"
        return words.say("Kept: {what}", what=what) if change.after else words.say("Erased: {what}", what=what)
    if not action.startswith("names "):
        return None
    said = change.after or change.before
    name = {"heard": short(said["heard"], MAX_TEXT), "meant": short(said["meant"], MAX_TEXT)}
    match change.after and change.after["state"]:
        case "accepted":
            return words.say("“{heard}” is now corrected to “{meant}”", **name)
        case "declined":
            return words.say("Declined: “{heard}” as “{meant}”", **name)
        case "proposed":
            return words.say("Open again: “{heard}” as “{meant}”", **name)
        case _:
            return words.say("“{heard}” is no longer corrected to “{meant}”", **name)


def _plainly(change: Change) -> str:
    """Say a change of which nothing more is known than what it is called."""
    values = [_short(value) for value in (change.before, change.after) if value is not None]
    return " · ".join([f"**{short(change.action, MAX_TEXT)}**", *filter(None, [_short(change.subject)]), *values])


def _short(value: Any) -> str:
    return short(str(value), MAX_TEXT) if value != "" else ""
