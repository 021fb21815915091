"""The sections of drafted show notes, each with what a person has to do there."""

from collections.abc import Iterator
from dataclasses import dataclass

from store.draft.people import asking, changes, people
from store.draft.spellings import Cluster, clusters
from store.draft.toml import Value, excerpt, one_line, table
from store.episode import Episode
from store.notes import ShowNotes
from store.question import Span
from store.recommendations import Recommendation, recommendations
from store.recommendations.listed import alike
from store.speech.asides import asides_by_kind
from store.speech.segmentation import listed_segments, segments

_NO_NOTES = ShowNotes()
_SHOWN_LINES = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as TOML; a `guess` stands commented out."""

    text: str
    guess: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its title, what to do there, and its entries."""

    title: str
    advice: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The entries' TOML."""
        return tuple(entry.text for entry in self.entries)


def parts(episode: Episode, known: ShowNotes = _NO_NOTES) -> list[Part]:
    """Return the sections of a draft; without what is `known`, and without skeletons, where that is given."""
    fresh = known is _NO_NOTES
    found = [
        Part("who speaks", _SPEAKERS, tuple(_speakers(episode, known))),
        Part("names", _NAMES, tuple(_names(episode, known))),
        Part("books", _BOOKS, tuple(_books(episode, known))),
        Part("chapters", _CHAPTERS, tuple(_chapters(episode, known))),
        Part("announcements and credits", _ASIDES, tuple(_asides(episode, known))),
        *([Part("topics", _TOPICS, (Entry(_TOPIC),)), Part("not spoken of", _UNSPOKEN, ())] if fresh else []),
    ]
    return found if fresh else [part for part in found if part.entries]


_SPEAKERS = (
    "Who speaks. Names that the file gives stand here; others are guessed from how people greet one another.",
    "Roles are host, guest and other. A [[turns]] entry says who speaks from a line on (`at`: from these words on).",
)
_NAMES = (
    "Spellings that may be one name, with how often and where each is heard. Write what is meant, and keep in `heard`",
    "only the wrong spellings; `lines` limits a correction to some lines.",
)
_BOOKS = (
    "Titles and authors as heard: mend them. `status` is recommended, set_aside or mentioned;",
    "`reason` is why, in the speaker's own words. `by` is who recommends it, `year` when it appeared.",
)
_CHAPTERS = (
    "Where a chapter begins, and its title. Those marked automatic begin where the vocabulary turns: rename them.",
)
_ASIDES = ("Advertisements (announcement) and credits: never in an answer.",)
_TOPICS = ("The index: a heading, other words that people would use for it, and the lines where it is spoken of.",)
_UNSPOKEN = (
    "What listeners would expect or ask about, and nobody speaks of: a [[unspoken]] entry has a `heading`, and `also`,",
    "whole questions or key words for just that. A question that it fits better than any passage finds nothing.",
)
_TOPIC = '[[topics]]\nheading = "What is spoken of"\nalso = ["another word for it"]\nlines = [[1, 2]]'


def _speakers(episode: Episode, known: ShowNotes) -> Iterator[Entry]:
    listed = {speaker.name for speaker in known.speakers}
    told = [line.speaker for line in episode.transcript.lines if line.speaker]
    host = asking(episode) if told else None
    for name in dict.fromkeys(told):
        if name not in listed:
            role = "other" if host is None else "host" if name == host else "guest"
            remark = "the role is a guess: who asks most of the questions is a host" if host else ""
            yield Entry(table("speakers", {"name": name, "role": role}, remark=remark), guess=False)
    if told or known.turns:
        return
    guessed = people(episode)
    for person in guessed:
        if person.name not in listed:
            said = f"line {episode.spoken.lines_of(person.told)[0]}: {episode.spoken[person.told]}"
            yield Entry(table("speakers", {"name": person.name, "role": person.role}, remark=said))
    for change in changes(episode, guessed):
        line = episode.spoken.lines_of(change.at)[0]
        start = episode.spoken.span_of_line(line).start
        words = episode.spoken[Span(change.at.start, min(change.at.end, episode.spoken.span_of_line(line).end))]
        at = words if change.at.start > start else None
        yield Entry(table("turns", {"line": line, "speaker": change.speaker, "at": at}))


def _names(episode: Episode, known: ShowNotes) -> Iterator[Entry]:
    noted = {heard for note in known.names for heard in (note.meant, *note.heard)}
    for cluster in clusters(episode):
        wrong = [one for one in cluster.spellings if one.heard != cluster.meant]
        if all(word in noted for one in wrong for word in [one.heard]):
            continue
        values: dict[str, Value] = {"meant": cluster.meant, "heard": tuple(one.heard for one in wrong)}
        yield Entry(table("names", values, remark=_counted(cluster)), guess=not cluster.sure)


def _counted(cluster: Cluster) -> str:
    return "; ".join(
        f"{one.heard} ({len(one.lines)}): {', '.join(map(str, one.lines[:_SHOWN_LINES]))}"
        f"{' …' if len(one.lines) > _SHOWN_LINES else ''}"
        for one in cluster.spellings
    )


def _books(episode: Episode, known: ShowNotes) -> Iterator[Entry]:
    for one in recommendations(episode):
        said = episode.spoken.lines_of(one.said)
        if any(alike(one.title, note.title) or _meet(said, note.said.lines) for note in known.books):
            continue
        remark = "" if one.author else "no author was heard: add one, and remove the #"
        yield Entry(table("books", _book(episode, one), remark=remark), guess=not one.author)


def _book(episode: Episode, one: Recommendation) -> dict[str, Value | None]:
    reason: Value | None = excerpt(episode.spoken, one.reason) if one.reason and one.reason != one.said else None
    return {
        "title": one.title,
        "author": one.author or "?",
        "status": one.status,
        "by": one.by,
        "said": excerpt(episode.spoken, one.said),
        "reason": reason,
    }


def _chapters(episode: Episode, known: ShowNotes) -> Iterator[Entry]:
    if known.chapters:
        return
    reached = 0
    for one in listed_segments(episode) or segments(episode, episode.asides):
        line = episode.spoken.lines_of(one.span)[0]
        if line > reached:
            reached = line
            remark = f"automatic; begins: {episode.spoken[one.span][:100]}" if one.automatic else ""
            values: dict[str, Value] = {"line": line, "title": one_line(one.title).strip() or "Untitled", "gist": ""}
            yield Entry(table("chapters", values, remark=remark), guess=False)


def _asides(episode: Episode, known: ShowNotes) -> Iterator[Entry]:
    for span, kind in asides_by_kind(episode):
        lines = episode.spoken.lines_of(span)
        if not any(_meet(lines, note.lines) for note in known.asides):
            yield Entry(table("asides", {"kind": kind, **excerpt(episode.spoken, span)}), guess=False)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
