"""Segments of any JSON transcript as lines: which key holds what differs, how they are checked does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.formats import json_text
from store.formats.facts import address
from store.formats.parsed import Tally, sound_times
from store.formats.stated import header_of
from store.transcript import Chapter, Header, Line


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a segment, each with those that stand in for it."""

    text: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    speaker: tuple[str, ...] = ("speaker",)


def lines_of(segments: Sequence[object], keys: Keys, tally: Tally) -> tuple[Line, ...]:
    """Read segments as lines numbered by their ordinals; one without words is no line, but counts."""
    lines = []
    for number, segment in enumerate(segments, start=1):
        if not isinstance(segment, Mapping):
            tally.note("that are no objects: left out", number)
            continue
        text = json_text.words(first(segment, keys.text))
        if text is None:
            tally.note("without text: left out", number)
        elif text:
            start = _time(segment, keys.start, tally, number)
            end = _time(segment, keys.end, tally, number)
            lines.append(Line(number, text, start, end, _speaker(first(segment, keys.speaker), tally, number)))
    return sound_times(lines, tally)


def header_from(content: Mapping[str, object], tally: Tally) -> Header:
    """Read what an object states of the recording, itself or in its `metadata`."""
    pairs = [*_pairs(content), *(pair for key in _INNER for pair in _pairs(content.get(key)))]
    header = header_of(pairs, tally)
    found = [chapter for entry in _entries(content.get("chapters")) if (chapter := _chapter(entry))]
    return Header(
        title=header.title,
        show=header.show,
        published=header.published,
        duration=header.duration,
        url=address(header.url or ""),
        description=header.description,
        guest=header.guest,
        language=header.language,
        chapters=tuple(found) or header.chapters,
    )


_INNER = ("metadata", "episode", "podcast", "result", "info")


def first(segment: Mapping[str, object], keys: Sequence[str]) -> object:
    """Return what stands under the first of some keys that is there."""
    return next((segment[key] for key in keys if segment.get(key) is not None), None)


def _time(segment: Mapping[str, object], keys: Sequence[str], tally: Tally, number: int) -> float | None:
    value = first(segment, keys)
    found = json_text.seconds(value)
    if value is not None and found is None:
        tally.note("with a time that cannot be read: it is left out", number)
    return found


def _speaker(value: object, tally: Tally, number: int) -> str | None:
    name = json_text.words(value)
    if value is not None and name is None:
        tally.note("with a speaker that is no text: the speaker is left out", number)
    return (name or "")[:100] or None


def _pairs(content: object) -> Iterator[tuple[str, str]]:
    if isinstance(content, Mapping):
        for key, value in content.items():
            if isinstance(value, str):
                text = value if key == "description" else json_text.words(value) or ""
                yield key, text.encode("utf-8", "replace").decode("utf-8")
            elif isinstance(value, float):
                yield key, f"{value:.3f}".rstrip("0").rstrip(".")


def _entries(content: object) -> Iterator[Mapping[str, object]]:
    if isinstance(content, list):
        yield from (entry for entry in content[:1000] if isinstance(entry, Mapping))


def _chapter(entry: Mapping[str, object]) -> Chapter | None:
    title, start = json_text.words(entry.get("title")), json_text.seconds(first(entry, ("startTime", "start")))
    return Chapter(title[:300], start) if title and start is not None and start >= 0 else None
