"""Messages that are checked and looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.answering.responding import MAX_MESSAGE, respond
from store.errors import QuestionBlankError, QuestionTooLongError
from store.question import CheckMessage, FindInMessage, QuoteAnswer, VerdictsAnswer, VerifyAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.question import Quote
    from store.search import Searcher

TRUE = "the mystique, the aura, the magic of power was gone"
SAID = f"Kotkin: “{TRUE}”. Then\n> Most coups never fail.\nand «nobody ever mentioned tulips»"


def test_each_quote_is_judged(searcher: Searcher) -> None:
    answer = respond(searcher, CheckMessage(SAID))
    assert isinstance(answer, VerdictsAnswer)
    assert [(one.request.text, one.verdict) for one in answer.verdicts] == [
        (TRUE, "exact"),
        ("Most coups never fail.", "near"),
        ("nobody ever mentioned tulips", "not_found"),
    ]
    assert answer.found
    assert len(answer.quotes) == 2


def test_single_quote_has_the_same_verdict_as_by_itself(searcher: Searcher) -> None:
    answer = respond(searcher, CheckMessage(f"he really said “{TRUE}”!"))
    assert isinstance(answer, VerifyAnswer)
    assert (answer.request.text, answer.verdict) == (TRUE, "exact")


def test_nothing_said_is_nothing_found(searcher: Searcher) -> None:
    assert not respond(searcher, CheckMessage("“tulips are nice” “and so are orchids”")).found


def test_passage_of_each_quote_is_found(searcher: Searcher, check_quote: Callable[[Quote], None]) -> None:
    answer = respond(searcher, FindInMessage(SAID))
    assert isinstance(answer, QuoteAnswer)
    assert "magic of power was gone" in answer.answers[0].text
    assert "Most coups fail" in answer.answers[1].text
    for quote in answer.answers:
        check_quote(quote)


def test_one_quote_finds_where_it_was_said_and_what_else_it_may_mean(searcher: Searcher) -> None:
    answer = respond(searcher, FindInMessage(f"lol “{TRUE}”", limit=3))
    assert isinstance(answer, QuoteAnswer)
    assert "magic of power was gone" in answer.answers[0].text
    assert len(answer.answers) == 3
    assert not any(one.span.overlap(other.span) for one in answer.answers for other in answer.answers if one != other)


def test_message_in_other_words_finds_what_it_speaks_of(searcher: Searcher) -> None:
    answer = respond(searcher, FindInMessage("I loved the part where he talks about the porcupine strategy"))
    assert isinstance(answer, QuoteAnswer)
    assert "porcupine" in answer.answers[0].text


def test_what_is_not_there_is_not_found_but_the_nearest_is_named(searcher: Searcher) -> None:
    answer = respond(searcher, FindInMessage("“the chips of TSMC in Taiwan”"))
    assert isinstance(answer, QuoteAnswer)
    assert not answer.found
    assert answer.missing


@pytest.mark.parametrize("kind", [CheckMessage, FindInMessage])
@pytest.mark.parametrize("text", ["", " ", "😀", "<@1>", "https://a.example/page"])
def test_message_without_words_is_refused(
    searcher: Searcher, kind: type[CheckMessage | FindInMessage], text: str
) -> None:
    with pytest.raises(QuestionBlankError):
        respond(searcher, kind(text))


def test_words_that_tell_nothing_are_found_where_they_were_said(searcher: Searcher) -> None:
    assert respond(searcher, FindInMessage("of the")).found


@pytest.mark.parametrize("kind", [CheckMessage, FindInMessage])
def test_longest_message_is_taken_and_no_longer_one(
    searcher: Searcher, kind: type[CheckMessage | FindInMessage]
) -> None:
    assert not respond(searcher, kind("x " * (MAX_MESSAGE // 2))).found
    with pytest.raises(QuestionTooLongError):
        respond(searcher, kind("x" * (MAX_MESSAGE + 1)))
