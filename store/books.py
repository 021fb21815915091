"""The books that the guest recommended, set aside on purpose, or mentioned."""

from collections.abc import Iterator, Sequence
from typing import get_args
from urllib.parse import urlencode

from store.episode import Episode
from store.language.stopwords import STOP
from store.language.thesaurus import near
from store.notes import BookNote
from store.question import Book, BooksAnswer, BookStatus, ListBooks
from store.recommendations import Recommendation, recommendations
from store.words import plain_words, stem, terms

# Letters that words of one root begin with.
_ROOT = 3


def books(episode: Episode, request: ListBooks) -> BooksAnswer:
    """List the books of the show notes, in the order in which they were named; without any, those found by rule."""
    listed = tuple(_listed(episode))
    by_status = sorted(_matching(listed, request.about or ""), key=lambda book: get_args(BookStatus).index(book.status))
    return BooksAnswer(request, episode.facts, listed, tuple(by_status))


def _matching(listed: Sequence[Book], about: str) -> list[Book]:
    """Return the books that have all words that tell; else those whose title has them or kindred ones ("racial")."""
    wanted = [word for word in plain_words(about) if word not in STOP]
    if not wanted:
        return []
    exact = {stem(word) for word in wanted}
    nearly = [{stem(word), *_kindred(word)} for word in wanted]
    return [book for book in listed if exact <= _told(book)] or [
        book for book in listed if all(any(term in known for term in terms(book.title)) for known in nearly)
    ]


def _kindred(word: str) -> Iterator[str]:
    """Give the index terms of the words that are near to one in meaning and begin as it does."""
    return (stem(other) for other in near(word) if other[:_ROOT] == word[:_ROOT])


def _listed(episode: Episode) -> Iterator[Book]:
    if episode.notes.books:
        yield from (_book(episode, note) for note in sorted(episode.notes.books, key=lambda note: note.said.lines))
    elif not episode.notes.reviewed:
        yield from (_as_heard(episode, one) for one in recommendations(episode))


def _told(book: Book) -> set[str]:
    """Return the index terms of all that is known of a book: title, author, and what is said of it."""
    quotes = (quote for quote in (book.said, book.reason) if quote)
    return {term for text in (book.title, book.author, *(quote.display for quote in quotes)) for term in terms(text)}


def _book(episode: Episode, note: BookNote) -> Book:
    return Book(
        title=note.title,
        author=note.author,
        status=note.status,
        said=episode.excerpt(note.said.lines, note.said.text),
        year=note.year,
        reason=episode.excerpt(note.reason.lines, note.reason.text) if note.reason else None,
        recommended_by=note.by,
        url=open_library(note.title, note.author),
        reviewed=episode.notes.reviewed,
    )


def _as_heard(episode: Episode, one: Recommendation) -> Book:
    return Book(
        title=one.title,
        author=one.author,
        status=one.status,
        said=episode.quote(one.said),
        reason=episode.quote(one.reason) if one.reason else None,
        recommended_by=one.by,
        url=open_library(one.title, one.author),
        reviewed=False,
    )


def open_library(title: str, author: str) -> str:
    """Return the address of a search for the book that needs no key and no account."""
    wanted = {"title": title, "author": author} if author else {"title": title}
    return f"https://openlibrary.org/search?{urlencode(wanted)}"
