"""Who speaks: as the file tells, or as they greet one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from store.episode import Episode
from store.question import Span
from store.recommendations.names import ONE_PERSON, looks_like_person

Role = Literal["host", "guest", "other"]
_OPENING, _END = 0.2, 0.9
_HOST = re.compile(rf"\b(?:I['’]m|I am|[Mm]y name is|with me,|your host,?)(?: your host,?)? (?P<name>{ONE_PERSON})")
_WELCOME = re.compile(
    rf"(?P<name>{ONE_PERSON}),? (?:welcome (?:back )?to|thank you (?:so much )?for (?:coming|joining|being)"
    rf"|thanks for (?:coming|joining|being))"
)
_GUEST = re.compile(
    rf"\b(?:[Mm]y guest(?: today)?(?: is|,)|[Ww]e['’]re joined(?: today)? by|[Jj]oining (?:me|us)(?: "
    rf"today)? is|conversation with|"
    rf"(?:talking|speaking|chatting|here) (?:today )?with|[Tt]oday['’]s guest is) (?P<name>{ONE_PERSON})"
)
_THANKS = re.compile(rf"(?P<name>{ONE_PERSON}),? thank you\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who seems to speak, and the words that tell so."""

    name: str
    role: Role
    told: Span


@dataclass(frozen=True, slots=True)
class Change:
    """Where a turn seems to begin."""

    at: Span
    speaker: str


def people(episode: Episode) -> list[Person]:
    """Propose who speaks, from how they introduce and greet one another; a proposal, never more."""
    found: dict[str, Person] = {}
    length = len(episode.text)
    opening, end = Span(0, int(length * _OPENING)), Span(int(length * _END), length)
    for pattern, role, place in (
        (_HOST, "host", opening),
        (_WELCOME, "guest", opening),
        (_GUEST, "guest", opening),
        (_THANKS, "guest", end),
    ):
        for name, span in _named(episode, pattern, place):
            found.setdefault(name, Person(name, "host" if role == "host" else "guest", span))
    return list(found.values())


def changes(episode: Episode, known: list[Person]) -> list[Change]:
    """Propose the turns that are plain: the host opens, the guest answers the welcome, the host says thanks."""
    hosts = [person.name for person in known if person.role == "host"]
    guests = [person.name for person in known if person.role == "guest"]
    if len(hosts) != 1 or len(guests) != 1 or not episode.sentences:
        return []
    found = [Change(episode.sentences[0], hosts[0])]
    opening = Span(0, int(len(episode.text) * _OPENING))
    for _, span in list(_named(episode, _WELCOME, opening))[:1]:
        found += [Change(next_one, guests[0]) for next_one in episode.sentences if next_one.start >= span.end][:1]
    end = Span(int(len(episode.text) * _END), len(episode.text))
    found += [Change(span, hosts[0]) for _, span in list(_named(episode, _THANKS, end))[-1:]]
    return found


def _named(episode: Episode, pattern: re.Pattern[str], place: Span) -> Iterator[tuple[str, Span]]:
    for match in pattern.finditer(episode.text, place.start, place.end):
        touched = episode.sentences_touching(Span(*match.span()))
        if touched and looks_like_person(match["name"]):
            yield match["name"], Span(touched[0].start, touched[-1].end)
