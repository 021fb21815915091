"""A page of the log in a button's id."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.log_page import OUTCOMES, VERBS, LogPage
from bot.shown import UnreadableIdError
from store.database import QueryFilter
from store.question import Request

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PAGES = st.builds(
    LogPage,
    st.sampled_from(["recent", "unanswered"]),
    st.datetimes(datetime(2015, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(microsecond=0, tzinfo=UTC)),  # noqa: DTZ001 - hypothesis wants them naive
    st.none() | st.integers(1, 2**63 - 1),
    st.none() | st.sampled_from(VERBS),
    st.none() | st.sampled_from(OUTCOMES),
    st.none() | st.integers(1, 365),
    st.integers(0, 999_999),
)


@given(PAGES)
def test_page_is_read_back_as_it_was_written(page: LogPage) -> None:
    assert LogPage.read(str(page)) == page
    assert len(f"1:log:{page}") <= 100


@pytest.mark.parametrize(
    "text", ["", "r", "x:0:1:::: ", "r:-1:1::::", "r:0:999999999999::::", "r:0:1::99::", "r:0:1:::9:"]
)
def test_what_no_page_is_written_as_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableIdError):
        LogPage.read(text)


def test_every_verb_has_its_place() -> None:
    verbs = {kind.verb for kind in get_args(Request)}
    assert verbs <= set(VERBS)


def test_filter_is_of_one_server_and_ends_with_the_second_in_which_it_was_wanted() -> None:
    page = LogPage.first("recent", NOON + timedelta(milliseconds=5), member=7, days=2)
    end = NOON + timedelta(seconds=1)
    assert page.which(10) == QueryFilter(10, 7, None, None, end - timedelta(days=2), end)
