from hypothesis import given
from hypothesis import strategies as st

from store.question import FindQuote, ListBooks, Question, Span, Summarise

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


@given(SPANS, SPANS)
def test_spans_overlap_in_the_characters_that_both_have(one: Span, other: Span) -> None:
    both = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlap(other) == other.overlap(one) == len(both)
    assert len(one) == len(range(one.start, one.end))
    if one.holds(other):
        assert one.overlap(other) == len(other)


def test_log_keeps_the_words_that_were_typed() -> None:
    assert FindQuote().typed == ""
    assert FindQuote("the coup").typed == "the coup"
    assert Summarise().typed == ""
    assert Summarise("3").typed == "3"
    assert ListBooks().typed == ""


def test_question_knows_when_it_came() -> None:
    earlier, later = Question(ListBooks()), Question(ListBooks())
    assert earlier.asked_at.tzinfo is not None
    assert earlier.asked_at <= later.asked_at
    assert earlier.received <= later.received
