"""Do show notes fit their transcript? Every line, every word that they name has to be there."""

from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from store.errors import Problem
from store.names import occurrences
from store.notes import MOST_PROBLEMS, Excerpt, ShowNotes, key_name, line_of_key
from store.speech.spoken import SpokenText

Location = tuple[int | str, ...]
Misfit = tuple[Location, str]


def problems_of(notes: ShowNotes, spoken: SpokenText, path: Path, source: bytes | None = None) -> list[Problem]:
    """List what in the notes does not fit the lines, with the place in the notes' file, which is at `path`.

    `source` is what the file holds, where it is not there.
    """
    text = (path.read_bytes() if source is None else source).decode("utf-8-sig")
    return [
        Problem("error", path, message, line_of_key(text, location), key_name(location))
        for location, message in islice(_misfits(notes, spoken), MOST_PROBLEMS)
    ]


def _misfits(notes: ShowNotes, spoken: SpokenText) -> Iterator[Misfit]:
    yield from _turn_misfits(notes, spoken)
    yield from _chapter_misfits(notes, spoken)
    for index, name in enumerate(notes.names):
        yield from _name_misfits(("names", index), name.heard, name.lines, spoken)
    for location, excerpt in _excerpts(notes):
        yield from _excerpt_misfits(location, excerpt, spoken)
    for index, topic in enumerate(notes.topics):
        for place, (first, last) in enumerate(topic.lines):
            yield from _lines_misfits(("topics", index, "lines", place), first, last, spoken)
    headings = {topic.heading.casefold() for topic in notes.topics}
    for index, unspoken in enumerate(notes.unspoken):
        if unspoken.heading.casefold() in headings:
            yield (
                ("unspoken", index, "heading"),
                f"{unspoken.heading!r} is a topic, too: is it spoken of, or not?",
            )
    for index, prompt in enumerate(notes.prompts):
        yield from _lines_misfits(("prompts", index, "lines"), *prompt.lines, spoken)


def _excerpts(notes: ShowNotes) -> Iterator[tuple[Location, Excerpt]]:
    for index, book in enumerate(notes.books):
        yield ("books", index, "said"), book.said
        if book.reason:
            yield ("books", index, "reason"), book.reason
    for key in ("voiced", "points", "asides"):
        for index, excerpt in enumerate(getattr(notes, key)):
            yield (key, index), excerpt


def _turn_misfits(notes: ShowNotes, spoken: SpokenText) -> Iterator[Misfit]:
    known = {speaker.name for speaker in notes.speakers}
    for index, turn in enumerate(notes.turns):
        if turn.speaker and turn.speaker not in known:
            yield ("turns", index, "speaker"), f"{turn.speaker!r} is not among the speakers: {', '.join(sorted(known))}"
        yield from _line_misfits(("turns", index, "line"), turn.line, spoken)
        if turn.at and turn.line in spoken and turn.at not in spoken[spoken.span_of_line(turn.line)]:
            yield ("turns", index, "at"), f"line {turn.line} does not hold the words {turn.at!r}"
    for index, (earlier, later) in enumerate(pairwise(notes.turns), start=1):
        if later.line < earlier.line or (later.line == earlier.line and not later.at):
            yield (
                ("turns", index, "line"),
                f"line {later.line} comes after line {earlier.line}: turns stand in their order",
            )
        elif later.line == earlier.line and later.line in spoken:
            said = spoken[spoken.span_of_line(later.line)]
            if said.find(later.at or "") <= said.find(earlier.at or ""):
                yield ("turns", index, "at"), f"{later.at!r} does not come after {earlier.at!r}, as turns have to"


def _chapter_misfits(notes: ShowNotes, spoken: SpokenText) -> Iterator[Misfit]:
    for index, chapter in enumerate(notes.chapters):
        yield from _line_misfits(("chapters", index, "line"), chapter.line, spoken)
    for index, (earlier, later) in enumerate(pairwise(notes.chapters), start=1):
        if later.line <= earlier.line:
            yield (
                ("chapters", index, "line"),
                f"line {later.line} comes after line {earlier.line}: chapters stand in their order",
            )


def _name_misfits(
    location: Location, heard: tuple[str, ...], lines: tuple[int, ...], spoken: SpokenText
) -> Iterator[Misfit]:
    for number in lines:
        yield from _line_misfits((*location, "lines"), number, spoken)
    for words in heard:
        at = {spoken.line_at(span.start).number for span in occurrences(words, spoken)}
        if not at:
            yield (*location, "heard"), f"{words!r} is nowhere in the transcript"
        elif lines and not at & set(lines):
            yield (*location, "heard"), f"{words!r} is in none of the lines given, but in {sorted(at)}"


def _excerpt_misfits(location: Location, excerpt: Excerpt, spoken: SpokenText) -> Iterator[Misfit]:
    first, last = excerpt.lines
    wrong = list(_lines_misfits((*location, "lines"), first, last, spoken))
    yield from wrong
    if not wrong and excerpt.text is not None and spoken.find(excerpt.text, first, last) is None:
        yield (*location, "text"), f"lines {first} to {last} do not hold the words {excerpt.text!r} to the letter"


def _lines_misfits(location: Location, first: int, last: int, spoken: SpokenText) -> Iterator[Misfit]:
    if first > last:
        yield location, f"the first line {first} comes after the last {last}"
    yield from _line_misfits(location, first, spoken)
    if last != first:
        yield from _line_misfits(location, last, spoken)


def _line_misfits(location: Location, number: int, spoken: SpokenText) -> Iterator[Misfit]:
    if number not in spoken:
        yield location, f"nothing is spoken in line {number}: speech stands in lines {spoken.first} to {spoken.last}"
