from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.cards import limits
from store.question import ListBooks

if TYPE_CHECKING:
    from bot.words import Words
    from tests.bot.cards.conftest import Desk


def test_every_book_of_the_real_episode_is_shown_and_opens(desk: Desk, words: Words) -> None:
    answer = desk.books()
    sent = desk.sent(cards.show(answer, words))
    assert all(book.title.split(":")[0] in sent.text for book in answer.books)
    assert "did not fit" not in sent.text
    assert len(sent.options) == len(answer.books)


def test_sections_come_in_order_and_hold_their_own_books(desk: Desk, words: Words) -> None:
    for text in (desk.sent(cards.show(desk.books(), words)).text, cards.plain(desk.books(), words)):
        places = [text.index(part) for part in ("Recommended", "Chagall: A", "Set aside on purpose", "Red Carpet:")]
        assert places == sorted(places)


def test_more_books_than_a_card_holds_are_counted(desk: Desk, words: Words) -> None:
    short = replace(desk.books().books[0], title="A", author="B", url=None, reason=None)
    card = cards.show(replace(desk.books(), books=(short,) * 30), words)
    assert card.total_children_count <= limits.MESSAGE_COMPONENTS
    assert "19 more books did not fit" in desk.sent(card).text


def test_empty_section_is_not_shown(desk: Desk, words: Words) -> None:
    answer = replace(desk.books(), books=desk.books().by_status("set_aside"))
    text = desk.sent(cards.show(answer, words)).text
    assert "Recommended" not in text
    assert "Mentioned" not in text


def test_reason_is_a_quote_and_what_was_heard_stays_visible(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.show(desk.books(), words)).text
    assert "\n> I think that's the China book that your listeners would learn the most from" in text
    assert "as said: “So I'll do Scott Rosell, Invisible China.”" in text


def test_book_as_it_was_said_needs_no_second_spelling(desk: Desk, words: Words) -> None:
    book = desk.books().books[0]
    plainly = replace(book, title="Let's do", author="biography")
    answer = replace(desk.books(), books=(replace(plainly, said=desk.episode.excerpt((900, 900), None)),))
    assert "as said" not in desk.sent(cards.show(answer, words)).text


def test_title_is_a_link_unless_its_address_or_brackets_would_break_it(desk: Desk, words: Words) -> None:
    book = desk.books().by_status("recommended")[0]
    shown = [
        desk.sent(cards.show(replace(desk.books(), books=(changed,)), words)).text
        for changed in (book, replace(book, url="javascript:alert(1)"), replace(book, title="A [b] c"))
    ]
    assert f"[**{book.title}**]({book.url})" in shown[0]
    assert f"\n**{book.title}** by" in shown[1]
    assert r"**A \[b] c** by" in shown[2]


def test_unreviewed_book_says_so(desk: Desk, words: Words) -> None:
    books = desk.books()
    unreviewed = replace(books, books=tuple(replace(book, reviewed=False) for book in books.books[:1]))
    remark = "title and author not checked by a person"
    assert remark in desk.sent(cards.show(unreviewed, words)).text
    assert remark in cards.plain(unreviewed, words)
    assert remark not in desk.sent(cards.show(books, words)).text


def test_episode_without_books_says_so(desk: Desk, words: Words) -> None:
    none = replace(desk.books(), books=())
    assert "No book is known to be named" in desk.sent(cards.show(none, words)).text
    assert "No book is known to be named" in cards.plain(none, words)


def test_books_about_a_topic_come_first_and_once(desk: Desk, words: Words) -> None:
    answer = desk.ask(ListBooks("china"))
    for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        parts = ("About “china”", "Invisible China:", "Red Carpet:", "Recommended", "Chagall: A")
        places = [text.index(part) for part in parts]
        assert places == sorted(places)
        assert text.count("Red Carpet:") == 1
        assert "set aside by Stephen Kotkin" in text
        assert "No book here" not in text


def test_no_book_about_a_topic_is_said_before_all_are_listed(desk: Desk, words: Words) -> None:
    answer = desk.ask(ListBooks("*aquariums*"))
    for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert text.index("No book here has “\\*aquariums\\*”") < text.index("Chagall: A")
        assert "About" not in text


def test_long_topic_leaves_room_for_the_books(desk: Desk, words: Words) -> None:
    answer = desk.ask(ListBooks("_" * 500))
    assert "Chagall: A" in desk.sent(cards.show(answer, words)).text
    assert len(cards.plain(answer, words)) <= limits.MESSAGE_CONTENT


def test_as_many_matching_books_as_a_card_holds(desk: Desk, words: Words) -> None:
    short = [replace(desk.books().books[0], title=f"A{n}", author="B", url=None, reason=None) for n in range(30)]
    sections = [replace(book, status=("recommended", "set_aside", "mentioned")[n % 3]) for n, book in enumerate(short)]
    answer = replace(desk.books(), request=ListBooks("A"), books=tuple(sections), matching=tuple(sections[:4]))
    card = cards.show(answer, words)
    assert card.total_children_count <= limits.MESSAGE_COMPONENTS
