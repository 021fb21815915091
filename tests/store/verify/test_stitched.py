"""What was said far apart is no quote, however it is joined; what was said together is one that leaves words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.question import VerifyQuote
from store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.search import Searcher

BETWEEN = "Nobody can say for how many summers the river has carried ice, salt and timber past the old mill."
TALK = (
    "The northern harbor is in steep decline right now.",
    "Sailors pay for it.",
    *[BETWEEN] * 5,
    "Everyone's got a hungry neighbor.",
    "A lot of people came.",
    "The mayor bought the ferry.",
    "Most ferries sink.",
)


@pytest.fixture
def searcher(talk: Callable[..., Searcher]) -> Searcher:
    return talk(*TALK)


@pytest.mark.parametrize(
    "claim",
    [
        "The northern harbor is in steep decline right now because everyone's got a hungry neighbor.",
        "The northern harbor is in steep decline right now, everyone's got a hungry neighbor",
        "The northern harbor is in steep decline right now the mayor bought the ferry",
        "The northern harbor is in steep decline right now. Everyone's got a hungry neighbor.",
        "Most ferries sink. The northern harbor is in steep decline right now.",
        "Everyone's got a hungry neighbor and so the northern harbor is in decline",
    ],
)
def test_two_places_in_one_clause_or_several_are_no_quote(searcher: Searcher, claim: str) -> None:
    assert verify(searcher, VerifyQuote(claim)).verdict == "not_found"


@pytest.mark.parametrize(
    "claim",
    [
        "The northern harbor is in steep decline right now because sailors pay for it.",
        "Everyone's got a hungry neighbor because the mayor bought the ferry.",
        "The northern harbor is in decline right now",
        "The northern harbor is in steep decline for a lot of people",
    ],
)
def test_what_was_said_together_is_near_whatever_joins_it(searcher: Searcher, claim: str) -> None:
    assert verify(searcher, VerifyQuote(claim)).verdict == "near"
