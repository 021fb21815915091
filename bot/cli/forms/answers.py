"""Answers as the contract fixes them for programs."""

from typing import NotRequired, TypedDict

from store.question import (
    Book,
    BooksAnswer,
    Correction,
    MentionsAnswer,
    Quote,
    QuoteAnswer,
    SummaryAnswer,
    Verdict,
    VerifyAnswer,
)


class CorrectionForm(TypedDict):
    heard: str
    meant: str
    line: int


class QuoteForm(TypedDict):
    text: str
    display: str
    speaker: str | None
    voice: str | None
    lines: tuple[int, int]
    start: float | None
    estimated: bool
    error: float | None
    url: str | None
    score: float | None
    episode: str
    corrections: list[CorrectionForm]


class QuoteAnswerForm(TypedDict):
    query: str
    answers: list[QuoteForm]
    nearest: QuoteForm | None
    unspoken: NotRequired[str]


class SummaryForm(TypedDict):
    of: str
    title: str
    written: str | None
    points: list[QuoteForm]


class BookForm(TypedDict):
    title: str
    author: str
    year: int | None
    said: QuoteForm
    reason: QuoteForm | None
    recommended_by: str | None
    url: str | None
    reviewed: bool


class BooksForm(TypedDict):
    recommended: list[BookForm]
    set_aside: list[BookForm]
    mentioned: list[BookForm]
    about: NotRequired[str]
    matching: NotRequired[list[BookForm]]


class DifferenceForm(TypedDict):
    claimed: str
    said: str


class VerifyForm(TypedDict):
    text: str
    verdict: Verdict
    quote: QuoteForm | None
    nearest: QuoteForm | None
    speaker_matches: bool | None
    differences: list[DifferenceForm]
    similarity: float


class MentionForm(QuoteForm):
    occurrences: int


class MentionsForm(TypedDict):
    name: str
    count: int
    by_speaker: dict[str, int]
    mentions: list[MentionForm]
    speaker: NotRequired[str]
    by_others: NotRequired[int]
    forms: NotRequired[dict[str, int]]


def quote_answer_form(query: str, answer: QuoteAnswer) -> QuoteAnswerForm:
    form: QuoteAnswerForm = {
        "query": query,
        "answers": [quote_form(quote) for quote in answer.answers],
        "nearest": quote_form(answer.nearest) if answer.nearest and not answer.answers else None,
    }
    if answer.unspoken:
        form["unspoken"] = answer.unspoken
    return form


def quote_form(quote: Quote) -> QuoteForm:
    return {
        "text": quote.text,
        "display": quote.display,
        "speaker": quote.speaker,
        "voice": quote.voice,
        "lines": quote.lines,
        "start": quote.start,
        "estimated": quote.estimated,
        "error": quote.error,
        "url": quote.url,
        "score": quote.score,
        "episode": quote.episode,
        "corrections": [_correction_form(correction) for correction in quote.corrections],
    }


def _correction_form(correction: Correction) -> CorrectionForm:
    return {"heard": correction.heard, "meant": correction.meant, "line": correction.line}


def summary_form(answer: SummaryAnswer) -> SummaryForm:
    points = [quote_form(point) for point in answer.points]
    return {"of": answer.of, "title": answer.title, "written": answer.written, "points": points}


def books_form(answer: BooksAnswer) -> BooksForm:
    """Give the books; which of them match only where some were asked for."""
    form: BooksForm = {
        "recommended": [_book_form(book) for book in answer.by_status("recommended")],
        "set_aside": [_book_form(book) for book in answer.by_status("set_aside")],
        "mentioned": [_book_form(book) for book in answer.by_status("mentioned")],
    }
    if answer.request.about:
        form |= {"about": answer.request.about, "matching": [_book_form(book) for book in answer.matching]}
    return form


def _book_form(book: Book) -> BookForm:
    return {
        "title": book.title,
        "author": book.author,
        "year": book.year,
        "said": quote_form(book.said),
        "reason": quote_form(book.reason) if book.reason else None,
        "recommended_by": book.recommended_by,
        "url": book.url,
        "reviewed": book.reviewed,
    }


def verify_form(answer: VerifyAnswer) -> VerifyForm:
    return {
        "text": answer.request.text,
        "verdict": answer.verdict,
        "quote": quote_form(answer.quote) if answer.quote else None,
        "nearest": quote_form(answer.nearest) if answer.nearest else None,
        "speaker_matches": answer.speaker_matches,
        "differences": [{"claimed": one.claimed, "said": one.said} for one in answer.differences],
        "similarity": answer.similarity,
    }


def mentions_form(answer: MentionsAnswer) -> MentionsForm:
    """Give the count; whose alone it is, and its singular or plural, only where there is that to tell."""
    form: MentionsForm = {
        "name": answer.name,
        "count": answer.count,
        "by_speaker": dict(answer.by_speaker),
        "mentions": [{**quote_form(one.quote), "occurrences": one.occurrences} for one in answer.mentions],
    }
    if answer.request.speaker:
        form |= {"speaker": answer.request.speaker, "by_others": answer.by_others}
    if answer.forms:
        form["forms"] = dict(answer.forms)
    return form
