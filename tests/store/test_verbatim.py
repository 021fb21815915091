"""The first promise, on every path: never a word that was not said, whatever is asked."""

import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.answering.responding import respond
from store.errors import StoreError
from store.question import (
    Answer,
    FindQuote,
    Length,
    ListBooks,
    Quote,
    QuoteAnswer,
    Request,
    ShowEpisode,
    Span,
    Summarise,
)
from store.search import Searcher

WORDS = re.findall(r"\S+", (Path(__file__).parents[2] / "seeds" / "000_07237bb4a34dc730.txt").read_text("utf-8"))
STRETCHES = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 12)).map(
    lambda at: " ".join(WORDS[at[0] : at[0] + at[1]])
)
SCATTERED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
TYPED = STRETCHES | SCATTERED | st.text(max_size=80) | st.tuples(SCATTERED, st.text(max_size=20)).map(" ".join)
SPEAKERS = st.sampled_from([None, "Klein", "Kotkin"])
LENGTHS: st.SearchStrategy[Length] = st.sampled_from(["short", "medium", "long"])


@pytest.fixture(scope="session")
def hold(check_quote: Callable[[Quote], None]) -> Callable[[Iterable[Quote]], None]:
    """Hold each quote of an answer against the file, and all against one another."""

    def held(quotes: Iterable[Quote]) -> None:
        listed = list(quotes)
        for quote in listed:
            check_quote(quote)
        for one, other in combinations(listed, 2):
            assert not one.span.overlap(other.span)

    return held


def answer_to(searcher: Searcher, request: Request) -> Answer | None:
    """Answer as the desk does; None where the request is refused on purpose."""
    try:
        return respond(searcher, request)
    except StoreError:
        return None


@given(about=TYPED, speaker=SPEAKERS, limit=st.integers(1, 25))
@settings(deadline=None, max_examples=120)
def test_every_quote_found_is_verbatim(
    searcher: Searcher,
    hold: Callable[[Iterable[Quote]], None],
    about: str,
    speaker: str | None,
    limit: int,
) -> None:
    answer = answer_to(searcher, FindQuote(about, speaker, limit))
    if answer is None:
        return
    assert isinstance(answer, QuoteAnswer)
    hold(answer.answers)
    hold([answer.nearest] if answer.nearest else [])
    assert len(answer.answers) <= limit
    assert answer.nearest is None or not answer.answers
    for quote in (*answer.answers, *filter(None, [answer.nearest])):
        assert speaker is None or quote.speaker == searcher.episode.speaker(speaker)
        assert quote.score is not None
        kinds = {searcher.episode.is_aside(sentence) for sentence in searcher.episode.sentences_in(quote.span)}
        assert len(kinds) == 1, "the talk and what is no part of it are never one quote"


@given(of=TYPED, length=LENGTHS)
@settings(deadline=None, max_examples=60)
def test_every_point_of_a_summary_is_verbatim(
    searcher: Searcher, hold: Callable[[Iterable[Quote]], None], of: str, length: Length
) -> None:
    answer = answer_to(searcher, Summarise(of, length))
    if answer is not None:
        hold(answer.quotes)
        spans = [quote.span.start for quote in answer.quotes]
        assert spans == sorted(spans)


@pytest.mark.parametrize("request_", [FindQuote(), FindQuote(speaker="Klein"), ListBooks(), ShowEpisode()], ids=repr)
def test_every_other_quote_is_verbatim(
    searcher: Searcher, check_quote: Callable[[Quote], None], request_: Request
) -> None:
    answer = answer_to(searcher, request_)
    assert answer is not None
    for quote in answer.quotes:
        check_quote(quote)


@given(stretch=STRETCHES)
@settings(deadline=None, max_examples=60)
def test_words_that_are_said_miss_nothing(searcher: Searcher, stretch: str) -> None:
    start = searcher.episode.text.find(stretch)
    said = Span(start, start + len(stretch))
    if start >= 0 and not any(place.span.overlap(said) for place in searcher.episode.glossary.misheard):
        answer = answer_to(searcher, FindQuote(stretch))
        assert answer is None or (isinstance(answer, QuoteAnswer) and answer.missing == ())
