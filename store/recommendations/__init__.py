"""Books that are recommended, set aside or mentioned, found by rule where no person has noted them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.episode import Episode
from store.question import BookStatus, Span
from store.recommendations.fitting import Named
from store.recommendations.listed import Listed, alike, listed, place_of
from store.recommendations.remarks import (
    author_near,
    explicit,
    last_person,
    mentioned,
    named_as_a_book,
    reason_of,
    status_of,
)
from store.recommendations.stretch import Stretch, stretches
from store.recommendations.titles import named_in
from store.speech.asides import asides

_ANY_BY = re.compile(
    r"\b(?:[Aa]ll|[Aa]ny|[Aa]nything|[Ee]verything|[Mm]ost|[Ss]ome) (?:of )?(?:his|her|their|"
    r"[A-Z][\w’'-]+ [A-Z][\w’'-]+['’]s?) (?:books|novels|work|writing)\b|"
    r"\b(?:[Aa]nything|[Ee]verything) (?:written )?(?:by|from) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
)

_SAMPLE = 20_000
_CALLED = re.compile(r"^.{0,25}\b(?:called|titled|entitled)\W*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A book as heard; `author` is empty where none is named. `said` and `reason` are whole sentences."""

    title: str
    author: str
    status: BookStatus
    said: Span
    reason: Span | None = None
    by: str | None = None


def recommendations(episode: Episode) -> tuple[Recommendation, ...]:
    """Find the books of an episode by what is said of them, in order; nothing where nothing is plainly said."""
    if _shouted(episode.text):  # no capital tells a title there
        return ()
    out = asides(episode)
    known = listed(episode.transcript.header.description)
    found: list[Recommendation] = []
    answers = stretches(episode)
    for stretch in answers:
        found += _of_stretch(episode, stretch, known)
    for one in (*_scattered(episode, answers), *_from_list(episode, known, answers)):
        if not any(aside.overlap(one.said) for aside in out) and not any(_same(one, other) for other in found):
            found.append(one)
    people = {word for name in episode.speakers for word in (name, *name.split())} | {one.author for one in found}
    return tuple(sorted((one for one in found if one.title not in people), key=lambda one: one.said.start))


def _of_stretch(episode: Episode, stretch: Stretch, known: list[Listed]) -> Iterator[Recommendation]:
    named = _apart(episode, _with_listed(episode, stretch, known))
    if not named and (match := _ANY_BY.search(episode.text, stretch.span.start, stretch.span.end)):
        named = [Named(Span(*match.span()), last_person(episode.text, Span(stretch.span.start, match.end())))]
    start = stretch.span.start
    for index, one in enumerate(named):
        end = named[index + 1].title.start if index + 1 < len(named) else stretch.span.end
        author = one.author or author_near(episode.text, one.title, Span(start, end))
        said = _said(episode, one.title)
        status = status_of(episode, said, one.title, Span(start, end))
        start = max(one.title.end, author.end if author else 0)
        by = episode.speaker_of(one.title)
        if by and by == stretch.asker and len(episode.speakers) > 1:
            continue
        title, name = _right(episode, one, author, known)
        yield Recommendation(title, name, status, said, reason_of(episode, said, end, stretch.span), by)


def _with_listed(episode: Episode, stretch: Stretch, known: list[Listed]) -> list[Named]:
    """Return the books named in a stretch; where the description lists one, its place is where that is said."""
    named = named_in(episode.text, stretch.span)
    for book in known:
        place = place_of(book.title, episode.text, stretch.span)
        if place and not any(one.title.overlap(place) for one in named):
            named.append(Named(place))
    return sorted(named, key=lambda one: one.title.start)


def _apart(episode: Episode, named: list[Named]) -> list[Named]:
    """Leave out what names a book again, or only an author."""
    kept: list[Named] = []
    for one in named:
        title = episode.spoken[one.title]
        owned = f"{episode.spoken[one.author]}'s {title}" if one.author else title  # of "Giovanni's Room" the "Room"
        again = next(
            (
                at
                for at, other in enumerate(kept)
                for name in (title, owned)
                if alike(name, episode.spoken[other.title])
            ),
            None,
        )
        if again is not None:
            if kept[again].author is None and one.author is not None:
                kept[again] = replace(kept[again], author=one.author)
        elif not any(other.author and title in episode.spoken[other.author] for other in named):
            if kept and not kept[-1].sure and _CALLED.match(episode.text[kept[-1].title.end : one.title.start]):
                kept.pop()  # "the next book is for history buffs. It's called …": only the second is a title
            kept.append(one)
    return kept


def _scattered(episode: Episode, answers: list[Stretch]) -> Iterator[Recommendation]:
    """Give the books that somebody recommends or names as books outside any such answer, in so many words."""
    for sentence in episode.sentences:
        if any(stretch.span.overlap(sentence) for stretch in answers):
            continue
        text = episode.spoken[sentence]
        status: BookStatus | None = "recommended" if explicit(text) else "mentioned" if mentioned(text) else None
        if status is None:
            continue
        for one in named_in(episode.text, sentence)[: None if status == "recommended" else 1]:
            if status == "mentioned" and not named_as_a_book(episode.text, one.title):
                continue
            if one.sure or mentioned(text):
                author = one.author or author_near(episode.text, one.title, episode.context(sentence, 1))
                yield Recommendation(
                    episode.spoken[one.title],
                    episode.spoken[author] if author else "",
                    status,
                    sentence,
                    sentence if status == "recommended" else None,
                    episode.speaker_of(sentence),
                )


def _from_list(episode: Episode, known: list[Listed], answers: list[Stretch]) -> Iterator[Recommendation]:
    """Give the books of the description's lists that are said somewhere else; those never said cannot be quoted."""
    for book in known:
        place = place_of(book.title, episode.text, Span(0, len(episode.text)))
        if place and not any(stretch.span.holds(place) for stretch in answers):
            said = _said(episode, place)
            yield Recommendation(book.title, book.author, "mentioned", said, None, episode.speaker_of(place))


def _right(episode: Episode, one: Named, author: Span | None, known: list[Listed]) -> tuple[str, str]:
    """Return title and author as the description writes them, or else as heard."""
    title = episode.spoken[one.title]
    name = episode.spoken[author] if author else ""
    book = next((book for book in known if alike(title, book.title)), None)
    return (book.title, book.author or name) if book else (title, name)


def _said(episode: Episode, title: Span) -> Span:
    """Return the whole sentence, or sentences, in which a title stands."""
    touched = episode.sentences_touching(title)
    return Span(touched[0].start, touched[-1].end) if touched else title


def _same(one: Recommendation, other: Recommendation) -> bool:
    return alike(one.title, other.title)


def _shouted(text: str) -> bool:
    """Tell whether a transcript is written in capitals."""
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)
