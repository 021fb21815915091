from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from store.books import books, open_library
from store.episode import Episode
from store.question import ListBooks, Quote


def test_three_are_recommended_and_three_set_aside_in_their_places(episode: Episode) -> None:
    answer = books(episode, ListBooks())
    assert [(book.title.split(":")[0], book.said.lines) for book in answer.by_status("recommended")] == [
        ("Chagall", (900, 900)),
        ("Invisible China", (915, 915)),
        ("Classified", (923, 923)),
    ]
    assert [(book.title.split(":")[0], book.said.lines) for book in answer.by_status("set_aside")] == [
        ("A Life of Picasso", (898, 898)),
        ("Red Carpet", (913, 913)),
        ("Indigenous Continent", (921, 921)),
    ]
    assert [book.title for book in answer.by_status("mentioned")] == ["Stalin"]
    assert len(answer.books) == 7


def test_books_stand_in_the_order_in_which_they_were_named(episode: Episode) -> None:
    spans = [book.said.span.start for book in books(episode, ListBooks()).books]
    assert spans == sorted(spans)


def test_reasons_are_the_guests_own_words(episode: Episode, check_quote: Callable[[Quote], None]) -> None:
    answer = books(episode, ListBooks())
    for quote in answer.quotes:
        check_quote(quote)
    for book in answer.books:
        assert (book.reason is None) == (book.status == "mentioned")
        assert book.reason is None or book.reason.speaker == book.recommended_by == "Stephen Kotkin"


def test_what_was_misheard_stays_visible_beside_the_right_title(episode: Episode) -> None:
    book = books(episode, ListBooks()).by_status("set_aside")[-1]
    assert book.author == "Pekka Hämäläinen"
    assert book.said.text.startswith("Teka Hema-Linen's")
    assert book.said.display.startswith("Pekka Hämäläinen's")
    assert book.reviewed


def test_address_searches_for_title_and_author() -> None:
    address = urlsplit(open_library("Wars & Peace: 50%", "Hämäläinen"))
    assert address.hostname == "openlibrary.org"
    assert parse_qs(address.query) == {"title": ["Wars & Peace: 50%"], "author": ["Hämäläinen"]}


def test_episode_without_notes_has_no_books(opened: Callable[..., Episode]) -> None:
    answer = books(opened(["I read a book."]), ListBooks())
    assert not answer.found
    assert answer.books == ()


def test_books_about_a_topic_are_told_apart_and_the_others_stay(episode: Episode) -> None:
    answer = books(episode, ListBooks("china"))
    assert [(book.title.split(":")[0], book.status) for book in answer.matching] == [
        ("Invisible China", "recommended"),
        ("Red Carpet", "set_aside"),
    ]
    assert answer.found
    assert answer.books == books(episode, ListBooks()).books
    assert answer.quotes[0] == answer.matching[0].reason
    assert len(answer.quotes) == len(books(episode, ListBooks()).quotes)


def test_books_match_by_author_and_by_what_is_said_of_them(episode: Episode) -> None:
    for about, title in (
        ("hamalainen", "Indigenous"),
        ("the peasants of Vitebsk", "Chagall"),
        ("incredible surprise", "Cl"),
        ("race", "Cl"),
    ):
        (book,) = books(episode, ListBooks(about)).matching
        assert book.title.startswith(title)


def test_topic_of_no_book_is_not_found_and_all_are_listed(episode: Episode) -> None:
    for about in ("aquariums", "invisible aquariums", "about the", "?"):
        answer = books(episode, ListBooks(about))
        assert (answer.matching, answer.found, len(answer.books)) == ((), False, 7)
