"""How much of what a claim tells has to be there: the less it tells, the more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.question import VerifyQuote
from store.verify import NEAR, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.search import Searcher

LINES = (
    "SQLite is everywhere.",
    "There's no honor among thieves.",
    "It's going to be a promise for all of us.",
    "Most bridges fail.",
    "He sold twenty bridges to the mayor of the town.",
    "Zolotov was the mayor's bodyguard.",
    "Dean Miller, you are too young to know, had been the personal lawyer of Nixon.",
)


@pytest.fixture
def searcher(talk: Callable[..., Searcher]) -> Searcher:
    return talk(*LINES)


@pytest.mark.parametrize(
    "claim",
    ["sqlite is fast", "SQLite is dead", "Most bridges last", "bridges are everywhere", "It's going to be a disaster"],
)
def test_few_words_with_another_that_tells_are_another_statement(searcher: Searcher, claim: str) -> None:
    assert verify(searcher, VerifyQuote(claim)).verdict == "not_found"


def test_what_reads_most_like_another_statement_is_shown_beside_it(searcher: Searcher) -> None:
    nearest = verify(searcher, VerifyQuote("most bridges last")).nearest
    assert nearest is not None
    assert nearest.text == "Most bridges fail."


@pytest.mark.parametrize(
    "claim",
    [
        "SQLite isn't everywhere",
        "Most bridges don't fail",
        "Most bridges never fail",
        "He sold thirty bridges",
        "SQLite was everywhere",
        "Zolotov was the pope's bodyguard",
        "Dean Miller had been the personal lawyer of Ford",
    ],
)
def test_few_words_with_another_not_number_or_form_are_near(searcher: Searcher, claim: str) -> None:
    assert verify(searcher, VerifyQuote(claim)).verdict == "near"


@pytest.mark.parametrize("claim", ["SQLite", "a promise for all", "most bridges fail", "a promise"])
def test_few_words_that_were_said_are_exact(searcher: Searcher, claim: str) -> None:
    assert verify(searcher, VerifyQuote(claim)).verdict == "exact"


def test_all_that_tells_with_other_small_words_is_near(searcher: Searcher) -> None:
    answer = verify(searcher, VerifyQuote("There is no honor between thieves"))
    assert answer.similarity < NEAR
    assert answer.verdict == "near"


def test_small_words_alone_in_common_are_nothing(searcher: Searcher) -> None:
    assert verify(searcher, VerifyQuote("There is no trust between kings")).verdict == "not_found"
