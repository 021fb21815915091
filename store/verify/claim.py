"""A claim as people put it: "Kotkin said that …" is about who said it, and no part of the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.episode import Episode
from store.errors import SpeakerUnknownError
from store.words import plain

_WHO = r"(?:the |our )?[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){0,2}?"
_SAYS = (
    r"(?:(?:has|had|also|then|once|just|even|actually|literally|really|clearly|basically) ){0,2}"
    r"(?:sa(?:id|ys?)|claim(?:s|ed)?|argue[sd]?|state[sd]?|think|thinks|thought|believe[sd]?|explain(?:s|ed)?|"
    r"note[sd]?|admit(?:s|ted)?|mention(?:s|ed)?|(?:told|tells?) \w+(?: \w+)?)"
)
_WHERE = r"(?: (?:here|there|(?:in|on|during) (?:the|this) (?:podcast|episode|interview|show|conversation)))?"
_STATED = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"\W*according to (?P<who>{_WHO}){_WHERE}\s*[,:]\s*(?P<rest>.+)",
        rf"\W*(?P<who>{_WHO})\s*:\s*(?P<rest>.+)",
        rf"\W*(?P<who>{_WHO}) {_SAYS}{_WHERE}\s*(?:[,:]|\bthat\b)?\s*(?P<rest>.+)",
        rf"(?P<rest>.+?)\s[\u2014\u2013-]+\s*(?P<who>{_WHO})\W*",
        rf"(?P<rest>.+?),[\"\u201d]?\s(?P<who>{_WHO}) (?:said|says)\W*",
        rf"(?P<rest>.+?),[\"\u201d]?\s(?:said|says) (?P<who>{_WHO})\W*",
    )
)
_SOMEBODY = frozenset({"he", "she", "they", "somebody", "someone", "the speaker"})
_ROLES = {"the guest": "guest", "our guest": "guest", "the host": "host", "our host": "host", "the interviewer": "host"}


@dataclass(frozen=True, slots=True)
class Claim:
    """The words that are claimed to be said, and by whom, where that is claimed."""

    text: str
    speaker: str | None


def readings(episode: Episode, text: str, speaker: str | None) -> Iterator[Claim]:
    """Give the claim as it stands and, where it says whose words follow, those words alone.

    `speaker` is who was named beside it, and is believed before the claim's own words. Somebody who does not speak in
    the episode is part of the claim: "Putin said …" claims something about Putin.
    """
    yield Claim(text, speaker)
    for pattern in _STATED:
        found = pattern.fullmatch(text.strip())
        if found and (meant := _meant(episode, found["who"])) is not None:
            yield Claim(found["rest"], speaker or meant or None)


def _meant(episode: Episode, who: str) -> str | None:
    """Return the speaker whom somebody's words are ascribed to; an empty name for any, None for nobody who speaks."""
    called = plain(who)
    if called in _SOMEBODY:
        return ""
    if called in _ROLES:
        having = [one.name for one in episode.notes.speakers if one.role == _ROLES[called]]
        return having[0] if len(having) == 1 else ""
    try:
        return episode.speaker(who)
    except SpeakerUnknownError:
        return None
