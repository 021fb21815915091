"""What is asked and what is answered: the frozen values that pass between the rooms."""

from store.question.answers import (
    Answer,
    BooksAnswer,
    Difference,
    EpisodeAnswer,
    Mention,
    MentionsAnswer,
    QuoteAnswer,
    SummaryAnswer,
    VerifyAnswer,
)
from store.question.asked import Place, Question
from store.question.kinds import BookStatus, Length, Outcome, Surface, Verdict
from store.question.requests import (
    ALL,
    WHOLE,
    FindMentions,
    FindQuote,
    ListBooks,
    Request,
    ShowEpisode,
    Summarise,
    VerifyQuote,
)
from store.question.said import Book, ChapterFacts, Correction, EpisodeFacts, Quote, Span

__all__ = [
    "ALL",
    "WHOLE",
    "Answer",
    "Book",
    "BookStatus",
    "BooksAnswer",
    "ChapterFacts",
    "Correction",
    "Difference",
    "EpisodeAnswer",
    "EpisodeFacts",
    "FindMentions",
    "FindQuote",
    "Length",
    "ListBooks",
    "Mention",
    "MentionsAnswer",
    "Outcome",
    "Place",
    "Question",
    "Quote",
    "QuoteAnswer",
    "Request",
    "ShowEpisode",
    "Span",
    "Summarise",
    "SummaryAnswer",
    "Surface",
    "Verdict",
    "VerifyAnswer",
    "VerifyQuote",
]
