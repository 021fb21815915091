"""The books of an episode, by what the guest made of them."""

import unicodedata
from dataclasses import replace

from bot.cards.attribution import NAME, speaker, voicing
from bot.cards.corrections import corrections
from bot.cards.fit import fit, roomiest, short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import linked
from bot.cards.moment import estimates, moment_or_lines, spoken_moment
from bot.cards.passages_menu import titled_menu
from bot.cards.quotation import blockquote, quoted, small, went_on
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import named, source, spoken_source
from bot.markdown import visible
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import Book, BooksAnswer, BookStatus, Quote

TITLE = 200
AUTHOR = 100
REASONS = (400, 250, 180)  # as long as leaves room for all books
SAID = 200
TOPIC = 100
MOST = 11  # books of which each takes two components, besides 18 for all
FEW = 3  # of a brief list; the menu has the others
ORDER: tuple[BookStatus, ...] = ("recommended", "set_aside", "mentioned")


def books_card(answer: BooksAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show the books in three sections, each with the reason in the words of who gave it."""
    if not answer.books:
        return _no_books(answer, showing, words)
    card = Card()
    card.text(small(occasion(showing, words)), f"## {words.say('Books in this episode')}", _none_about(answer, words))
    _add_sections(card, answer, words, FEW if showing.brief else MOST)
    titled = [(book.title, book.reason or book.said) for _, book in _in_order(answer, words)]
    card.row(titled_menu(answer.episode.key, titled, words.say("Open what is said of a book"), words))
    card.row(sharing(Shown.by(answer), showing, words))
    return card.closed(_source(answer, words))


def books_plain(answer: BooksAnswer, words: Words) -> str:
    """Say the same for reading aloud, as far as a message goes."""
    if not answer.books:
        return f"{words.say('No book is known to be named in this episode.')}\n{named(answer.episode, words)}."
    headed = _in_order(answer, words)
    headings = list(dict.fromkeys(heading for heading, _ in headed))
    before = [none] if (none := _none_about(answer, words)) else []
    closing = spoken_source(answer.episode, words, corrected=_corrected(answer))
    tail = "\n".join(part for part in (corrections(_reasons(answer), words), closing) if part)
    fixed = [*before, *(f"{heading}:" for heading in headings), _left_out(len(headed), words), tail]
    room = MESSAGE_CONTENT - len("\n".join(fixed)) - 1
    said, kept = roomiest([[_plain(book, words, most) for _, book in headed] for most in REASONS], room, between=1)
    parts: list[str] = before
    for heading in headings:
        section = [text for (over, _), text in zip(headed[:kept], said, strict=False) if over == heading]
        parts += [f"{heading}:", *section] if section else []
    parts += [_left_out(len(headed) - kept, words)] if kept < len(headed) else []
    return "\n".join([*parts, tail])


def _add_sections(card: Card, answer: BooksAnswer, words: Words, most: int) -> None:
    headed = _in_order(answer, words)
    headings = dict.fromkeys(f"### {heading}" for heading, _ in headed)
    beside = small(corrections(_reasons(answer), words))
    fixed = [*headings, beside, _source(answer, words), small(_left_out(len(headed), words))]
    sizes = [[_block(book, words, most) for _, book in headed] for most in REASONS]
    blocks, kept = roomiest(sizes, card.room - len("".join(fixed)))
    kept = min(most, kept)
    shown: set[str] = set()
    for (heading, _), block in zip(headed[:kept], blocks, strict=False):
        if heading in shown:
            card.gap()
        else:
            card.rule()
            card.text(f"### {heading}")
            shown.add(heading)
        card.text(block)
    if kept < len(headed):
        card.text(small(_left_out(len(headed) - kept, words)))
    card.text(beside)


def _in_order(answer: BooksAnswer, words: Words) -> list[tuple[str, Book]]:
    """Return each book with what it stands under: first those that match."""
    matching = words.say("About “{topic}”", topic=_topic(answer))
    others = [(_heading(status, words), book) for status in ORDER for book in answer.others(status)]
    return [*((matching, book) for book in answer.matching), *others]


def _none_about(answer: BooksAnswer, words: Words) -> str:
    if answer.found:
        return ""
    return words.say(
        "No book here has “{topic}” in its title, its author or what is said of it. These are all:",
        topic=_topic(answer),
    )


def _topic(answer: BooksAnswer) -> str:
    return short(answer.request.about or "", TOPIC)


def _block(book: Book, words: Words, most: int) -> str:
    title = linked(f"**{short(book.title, TITLE)}**", book.url)
    lines = [_titled(title, book, words), small(_circumstances(book, words))]
    if book.reason:
        text = visible(book.reason.display)
        kept = fit(text, most, blockquote)
        lines += [blockquote(kept), "" if kept == text else f"\n{small(went_on(words))}"]
    return "\n".join(line for line in lines if line)


def _plain(book: Book, words: Words, most: int) -> str:
    titled = _titled(short(book.title, TITLE), book, words)
    heard = [_as_said(book, words)] if most > REASONS[-1] else []
    remarks = "; ".join(part for part in (*heard, *_remarks(book, words)) if part)
    named_by = f"{_by(book, words)} {spoken_moment(replace(book.said, error=None), words)}".strip()
    text = f"{titled} ({remarks}), {named_by}" if remarks else f"{titled}, {named_by}"
    if not book.reason:
        return f"{text}."
    return words.say(
        "{book}, in these words: {quote}", book=text, quote=_quoted_within(book.reason.display, most, words)
    )


def _titled(title: str, book: Book, words: Words) -> str:
    author = short(book.author, AUTHOR)
    if author and book.year:
        return words.say("{title} by {author} ({year})", title=title, author=author, year=book.year)
    return words.say("{title} by {author}", title=title, author=author) if author else title


def _circumstances(book: Book, words: Words) -> str:
    parts = [
        linked(moment_or_lines(book.said, words), book.said.url),
        _by(book, words),
        _as_said(book, words),
        *_remarks(book, words),
    ]
    return " · ".join(part for part in parts if part)


def _remarks(book: Book, words: Words) -> list[str]:
    return [
        "" if book.reviewed else words.say("title and author not checked by a person"),
        voicing(book.reason, words) if book.reason else "",
    ]


def _by(book: Book, words: Words) -> str:
    name = short(book.recommended_by or "", NAME) or speaker(book.said, words)
    match book.status:
        case "recommended":
            return words.say("recommended by {name}", name=name)
        case "set_aside":
            return words.say("set aside by {name}", name=name)
        case "mentioned":
            return words.say("mentioned by {name}", name=name)


def _as_said(book: Book, words: Words) -> str:
    heard = _plainly(book.said.text)
    if all(_plainly(name) in heard for name in (book.title.partition(":")[0], book.author)):
        return ""
    if book.reason and book.said.text in book.reason.display:
        return ""
    return words.say("as said: {quote}", quote=_quoted_within(book.said.text, SAID, words))


def _quoted_within(text: str, most: int, words: Words) -> str:
    text = visible(text)
    kept = fit(text, most, quoted)
    return quoted(kept) if kept == text else f"{quoted(kept)} {went_on(words)}"


def _plainly(text: str) -> str:
    letters = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


def _heading(status: BookStatus, words: Words) -> str:
    match status:
        case "recommended":
            return words.say("Recommended")
        case "set_aside":
            return words.say("Set aside on purpose")
        case "mentioned":
            return words.say("Mentioned")


def _left_out(n: int, words: Words) -> str:
    return words.count("{n} more book did not fit", "{n} more books did not fit", n)


def _source(answer: BooksAnswer, words: Words) -> str:
    said = [book.said for book in answer.books]
    return source(answer.episode, words, corrected=_corrected(answer), estimates=estimates(said, words))


def _corrected(answer: BooksAnswer) -> bool:
    return any(reason.corrections for reason in _reasons(answer))


def _reasons(answer: BooksAnswer) -> list[Quote]:
    # What was said of a title is shown as it was heard; only the reasons are shown corrected.
    return [book.reason for book in answer.books if book.reason]


def _no_books(answer: BooksAnswer, showing: Showing, words: Words) -> LayoutView:
    card = Card(PLAIN)
    nothing = words.say("No book is known to be named in this episode.")
    card.text(small(occasion(showing, words)), f"### {words.say('No books')}", nothing)
    card.row(sharing(None, showing, words))
    return card.closed(small(named(answer.episode, words)))
