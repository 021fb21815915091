"""Who speaks: as the file tells, or as they greet one another."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import JaroWinkler

from store.episode import Episode
from store.question import Span
from store.recommendations.names import ONE_PERSON, looks_like_person
from store.words import plain

Role = Literal["host", "guest", "other"]
_OPENING, _END = 0.15, 0.9
# Who asks so many questions, and so many times as many as the next, is a host.
_QUESTIONS, _PLAINLY = 5, 2
_HOST = re.compile(rf"\b(?:I['’]m|I am|[Mm]y name is|with me,|your host,?)(?: your host,?)? (?P<name>{ONE_PERSON})")
_WELCOME = re.compile(
    rf"(?P<name>{ONE_PERSON}),? (?:welcome (?:back )?to|thank you (?:so much )?for (?:coming|joining|being)"
    rf"|thanks for (?:coming|joining|being))"
)
_GUEST = re.compile(
    rf"\b(?:[Mm]y guest(?: today)?(?: is|,)|[Ww]e['’]re joined(?: today)? by|[Jj]oining (?:me|us)(?: "
    rf"today)? is|(?<!that )conversation with|"
    rf"(?:talking|speaking|chatting|here) (?:today )?with|[Tt]oday['’]s guest is) (?P<name>{ONE_PERSON})"
)
_IN_TITLE = re.compile(rf"(?<![\w’'])(?P<name>{ONE_PERSON})")
_SHOW = re.compile(r"(?:['’]s)? (?:Show|Podcast|Experience|Hour|Report)$")
_GENERIC = re.compile(r"\b(?:podcasts?|show|radio|talks?|news|daily|weekly|cast|club|hour)\b", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\b")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms)\.? ")
_SAID_OFTEN, _LEAST_SURNAME, _ALIKE = 2, 4, 0.8
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
    """Propose who speaks, from how they greet one another and from the header; a proposal, never more."""
    found: list[Person] = []
    length = len(episode.text)
    opening, end = Span(0, int(length * _OPENING)), Span(int(length * _END), length)
    greeted = (
        (name, role, span)
        for pattern, role, place in (
            (_HOST, "host", opening),
            (_WELCOME, "guest", opening),
            (_GUEST, "guest", opening),
            (_THANKS, "guest", end),
        )
        for name, span in _named(episode, pattern, place)
    )
    for name, role, span in (*greeted, *_stated(episode)):
        by_title = _TITLED.match(name) and any(person.role == role for person in found)
        if not by_title and not any(_is_same(name, person.name) for person in found):
            found.append(Person(name, "host" if role == "host" else "guest", span))
    return found


def asking(episode: Episode) -> str | None:
    """Return the host of a file that says who speaks: whom the show is called after, or who plainly asks the most."""
    show = plain(episode.transcript.header.show)
    named = [name for name in episode.speakers if plain(name.split()[0]) in re.findall(r"\w+", show)]
    if len(named) == 1:
        return named[0]
    asked: Counter[str] = Counter()
    for sentence in episode.sentences:
        speaker = episode.speaker_of(sentence)
        if speaker and episode.text[sentence.end - 1] == "?":
            asked[speaker] += 1
    first, second = [*asked.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] >= _PLAINLY * max(1, second[1]) and first[1] >= _QUESTIONS else None


def _stated(episode: Episode) -> Iterator[tuple[str, str, Span]]:
    """Give the people whom the header names: a show called after its host, and guests in the title."""
    header = episode.transcript.header
    host = _SHOW.sub("", header.show.removeprefix("The ")).rpartition(" - ")[2]
    if looks_like_person(host) and not _GENERIC.search(host) and episode.sentences:
        yield host, "host", _said(episode, host) or episode.sentences[0]
    for text in (header.guest, header.title):
        for match in _IN_TITLE.finditer(text):
            name = match["name"]
            told = _said(episode, name) if looks_like_person(name) and not _OWNS.search(name) else None
            if told and not _is_same(name, host):
                yield name, "guest", told


def _said(episode: Episode, name: str) -> Span | None:
    """Return the sentence in which a surname is first said, of a person who is spoken to or of more than once."""
    surname = name.rsplit(maxsplit=1)[-1]
    found = list(re.finditer(rf"\b{re.escape(surname)}\b", episode.text)) if len(surname) >= _LEAST_SURNAME else []
    touched = episode.sentences_touching(Span(*found[0].span())) if len(found) >= _SAID_OFTEN else ()
    return Span(touched[0].start, touched[-1].end) if touched else None


def _is_same(one: str, other: str) -> bool:
    """Tell whether two names are one person's, as they may have been heard: "Mr. Sabis" is Demis Hassabis."""
    first, second = (name.split()[-1:] for name in (one, other))
    return bool(first and second) and JaroWinkler.similarity(plain(first[0]), plain(second[0])) >= _ALIKE


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
        span = Span(*match.span())
        touched = episode.sentences_touching(span)
        if touched and looks_like_person(match["name"]) and not episode.is_faulty(span):
            yield match["name"], Span(touched[0].start, touched[-1].end)
