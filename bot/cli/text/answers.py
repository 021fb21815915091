"""Answers for reading."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from bot.cli.text.said import QUIET, address, clean, dotted, moment, named, numbered, quotation, source, sources
from store.question import WHOLE, Book, BooksAnswer, BookStatus, Quote, QuoteAnswer, SummaryAnswer

_HEADINGS: dict[BookStatus, str] = {
    "recommended": "Recommended",
    "set_aside": "Set aside on purpose",
    "mentioned": "Mentioned",
}


def quote_answer(answer: QuoteAnswer) -> Iterator[RenderableType]:
    """Give the passages; or that there is none, what is missing, and the nearest."""
    if answer.changed:
        read = (f"“{clean(used)}”, not “{clean(typed)}”" for typed, used in answer.changed)
        yield Text(f"Searched for {', '.join(read)}.\n", style=QUIET)
    if answer.chapter:
        yield Text(f"In chapter {answer.chapter.number}, “{clean(answer.chapter.title)}”:\n", style="bold")
    if answer.found:
        yield numbered(answer.answers, answer.sources)
        yield ""
        yield sources(answer.sources, answer.answers) if answer.sources else source(answer.episode, answer.answers)
        return
    one = answer.searched == 1
    nowhere = "Not in this episode. " if one else f"Not in any of the {answer.searched} episodes. "
    nowhere = "That is for you to judge. " if answer.judged else nowhere
    yield Text.assemble((nowhere, "bold"), _nothing(answer))
    if answer.unspoken:
        yield Text(f"The show notes list this as not spoken of: {clean(answer.unspoken)}.")
    if answer.missing:
        never = ", ".join(f"“{clean(word)}”" for word in answer.missing)
        yield Text(f"Never said in {'it' if one else 'any'}: {never}.")
    if answer.nearest:
        yield Text("\nThe nearest passage, which is not an answer:", style="bold")
        yield quotation(answer.nearest)
        yield ""
        yield source(answer.episode, [answer.nearest])
    elif one:
        yield Text(named(answer.episode), style=QUIET)


def summary(answer: SummaryAnswer) -> Iterator[RenderableType]:
    """Give the editor's text, marked as such, and the episode's own words."""
    if not answer.found:
        yield Text.assemble(
            ("Not in this episode. ", "bold"),
            "There is nothing to sum up."
            if answer.of == WHOLE
            else f"There is nothing to sum up about “{clean(answer.of)}”.",
        )
        yield Text(named(answer.episode), style=QUIET)
        return
    yield Text(_title(answer), style="bold")
    if answer.written:
        yield Text(f"\n{clean(answer.written)}")
        yield Text("Written by the editor of the show notes; nobody says this in the episode.", style=QUIET)
    if answer.points:
        yield Text("\nIn the episode's own words:", style="bold")
        yield numbered(answer.points)
    yield ""
    yield source(answer.episode, answer.points)


def books(answer: BooksAnswer) -> Iterator[RenderableType]:
    """Give the books by what the guest made of them, each with the reason in the guest's words."""
    if not answer.books:
        yield Text("No book is known to be named in this episode.", style="bold")
        yield Text(named(answer.episode), style=QUIET)
        return
    about = clean(answer.request.about or "")
    if not answer.found:
        nowhere = f"No book here has “{about}” in its title, its author or what is said of it. These are all.\n"
        yield Text(nowhere, style="bold")
    if answer.matching:
        yield Text(f"About “{about}”:\n", style="bold")
        for book in answer.matching:
            yield from _book(book, _HEADINGS[book.status].lower())
    for status, heading in _HEADINGS.items():
        if listed := answer.others(status):
            yield Text(f"{heading}:\n", style="bold")
            for book in listed:
                yield from _book(book)
    yield source(answer.episode, answer.quotes)


def _book(book: Book, status: str = "") -> Iterator[RenderableType]:
    year = f" ({book.year})" if book.year else ""
    by = f" by {clean(book.author)}" if book.author else ""
    unchecked = "" if book.reviewed else "title and author not checked by a person"
    yield Text.assemble((clean(book.title), "bold italic"), dotted(f"{by}{year}", status, unchecked))
    if book.url:
        yield address(book.url)
    yield quotation(book.reason or book.said)
    if book.reason and not book.reason.span.overlap(book.said.span):
        yield Text(f"named {_when(book.said)}", style=QUIET)
    yield ""


def _when(quote: Quote) -> str:
    return moment(quote.start, estimated=quote.estimated) or f"in line {quote.lines[0]}"


def _nothing(answer: QuoteAnswer) -> str:
    if answer.judged:
        return "No passage can answer this: only what was said is shown."
    if not answer.request.about:
        return "There is nothing like it."
    asked, by = clean(answer.request.about or ""), clean(answer.request.speaker or "")
    return f"Nothing that {by or 'is said'}{' says' if by else ''} answers “{asked}”."


def _title(answer: SummaryAnswer) -> str:
    title, number = clean(answer.title) or clean(answer.of), answer.of
    is_chapter = number != WHOLE and any(str(chapter.number) == number for chapter in answer.episode.chapters)
    return f"{number}. {title}" if is_chapter else title
