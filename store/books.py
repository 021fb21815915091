"""The books that the guest recommended, set aside on purpose, or mentioned."""

from urllib.parse import urlencode

from store.episode import Episode
from store.notes import BookNote
from store.question import Book, BooksAnswer, ListBooks
from store.recommendations import Recommendation, recommendations


def books(episode: Episode, request: ListBooks) -> BooksAnswer:
    """List the books of the show notes, in the order in which they were named; without any, those found by rule."""
    if episode.notes.books:
        noted = sorted(episode.notes.books, key=lambda note: note.said.lines)
        return BooksAnswer(request, episode.facts, tuple(_book(episode, note) for note in noted))
    found = () if episode.notes.reviewed else recommendations(episode)
    return BooksAnswer(request, episode.facts, tuple(_as_heard(episode, one) for one in found))


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
