"""What somebody else's message says was said: judged quote by quote, or found."""

from collections.abc import Iterable
from dataclasses import replace

from store.answering.quoted import quoted
from store.errors import QuestionBlankError
from store.question import (
    CheckMessage,
    FindInMessage,
    FindQuote,
    Quote,
    QuoteAnswer,
    VerdictsAnswer,
    VerifyAnswer,
    VerifyQuote,
)
from store.search import Searcher
from store.verify import verify


def check_message(searcher: Searcher, request: CheckMessage) -> VerifyAnswer | VerdictsAnswer:
    """Judge each quote of a message. Raises QuestionBlankError where it has no words."""
    found = quoted(request.text)
    if not found.texts:
        raise QuestionBlankError
    verdicts = tuple(verify(searcher, VerifyQuote(text)) for text in found.texts)
    if len(verdicts) == 1:
        return verdicts[0]
    return VerdictsAnswer(request, searcher.episode.facts, verdicts, found.left_out)


def find_in_message(searcher: Searcher, request: FindInMessage) -> QuoteAnswer:
    """Find the passage of each quote of a message; of a single one, further passages that it may mean.

    Raises QuestionBlankError where it has no words that tell anything.
    """
    found = quoted(request.text)
    asked = replace(request, text=found.texts[0]) if len(found.texts) == 1 else request
    answers = [answer for text in found.texts if (answer := _find(searcher, text, request.limit))]
    if not answers:
        raise QuestionBlankError
    wanted = answers[0].answers if len(found.texts) == 1 else [one for answer in answers for one in answer.answers[:1]]
    best = _apart(wanted)[: request.limit]
    return replace(answers[0], request=asked, answers=best, nearest=None if best else answers[0].nearest, more=False)


def _find(searcher: Searcher, text: str, limit: int) -> QuoteAnswer | None:
    """Find what a quote quotes: first where its words were said, then what is about the same."""
    said = verify(searcher, VerifyQuote(text)).quote
    try:
        answer = searcher.find(FindQuote(text, limit=limit))
    except QuestionBlankError:  # none but the most common words
        return QuoteAnswer(FindQuote(text), searcher.episode.facts, (said,)) if said else None
    return replace(answer, answers=(said, *answer.answers)) if said else answer


def _apart(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Leave out what overlaps what comes before it."""
    kept: list[Quote] = []
    for quote in quotes:
        if not any(quote.span.overlap(other.span) for other in kept):
            kept.append(quote)
    return tuple(kept)
