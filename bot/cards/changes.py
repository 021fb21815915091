"""A change by a moderator in words, for its confirmation and for the audit."""

from typing import Any

from bot.cards.fit import short
from bot.cards.settings import LABELS, say_value
from bot.words import Words
from store.database import Change
from store.database.undo import UNDO

MAX_TEXT = 200


def say_change(change: Change, words: Words) -> str:
    """Say what was changed, from what, to what."""
    action = change.action.removeprefix(UNDO)
    if change.subject in LABELS and action.startswith(("settings ", "episode use")):
        before, after = (say_value(change.subject, value, words) for value in (change.before, change.after))
        return _became(f"**{LABELS[change.subject](words)}**", before, after, words)
    return _plainly(change)


def _became(what: str, before: str, after: str, words: Words) -> str:
    return words.say("{what}: {after} (was: {before})", what=what, before=before, after=after)


def _plainly(change: Change) -> str:
    """Say a change of which nothing more is known than what it is called."""
    values = [_short(value) for value in (change.before, change.after) if value is not None]
    return " · ".join([f"**{short(change.action, MAX_TEXT)}**", *filter(None, [_short(change.subject)]), *values])


def _short(value: Any) -> str:
    return short(str(value), MAX_TEXT) if value != "" else ""
