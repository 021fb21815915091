"""What a button carries is read back to exactly what it was made from."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import ContextButton, OpenSelect, ShareButton
from bot.shown import MAX_TOPIC, Shown, UnreadableIdError
from store.question import FindMentions, ListBooks, ShowEpisode, Span, Summarise

keys = st.text("0123456789abcdef", min_size=8, max_size=8)
places = st.integers(min_value=0, max_value=10**7)
spans = st.builds(lambda start, length: Span(start, start + length), places, places)
topics = st.text(min_size=1, max_size=MAX_TOPIC)
requests = st.one_of(
    spans,
    st.builds(Summarise, of=topics, length=st.sampled_from(["short", "medium", "long"])),
    st.just(ListBooks()),
    st.just(ShowEpisode()),
    st.builds(FindMentions, of=topics),
)
shown = st.builds(Shown, keys, requests)
quotes = st.builds(Shown, keys, spans, st.integers(min_value=0, max_value=99))


@given(st.one_of(shown, quotes))
def test_shown_is_read_back(what: Shown) -> None:
    assert Shown.read(str(what)) == what


@given(st.one_of(shown, quotes))
def test_share_id_fits_and_is_read_back(what: Shown) -> None:
    button = ShareButton(what, "Share")
    found = button.template.fullmatch(button.custom_id)
    assert len(button.custom_id) <= 100
    assert found is not None
    assert ShareButton.read(button.item, found["carried"]).shown == what


@given(quotes)
def test_context_id_fits_and_is_read_back(what: Shown) -> None:
    assert isinstance(what.what, Span)
    button = ContextButton(what.key, what.what, what.context, "More")
    found = button.template.fullmatch(button.custom_id)
    assert len(button.custom_id) <= 100
    assert found is not None
    assert ContextButton.read(button.item, found["carried"]).shown == what


@given(keys, st.lists(spans, min_size=1, max_size=25, unique=True), st.integers(min_value=0, max_value=39))
def test_open_id_and_options_fit_and_are_read_back(key: str, chosen: list[Span], part: int) -> None:
    select = OpenSelect(key, [(span, "label", None) for span in chosen], "Open", part)
    found = select.template.fullmatch(select.custom_id)
    assert len(select.custom_id) <= 100
    assert found is not None
    again = OpenSelect.read(select.item, found["carried"])
    assert (again.key, again.part) == (key, part)
    assert [option.value for option in again.item.options] == [option.value for option in select.item.options]


@given(st.text())
def test_anything_else_is_unreadable_or_says_the_same(text: str) -> None:
    with contextlib.suppress(UnreadableIdError):
        assert Shown.read(str(Shown.read(text))) == Shown.read(text)


@pytest.mark.parametrize(
    "text",
    ["", "q", "q:0:1", "q:a:1-2-3:0", "s:a:x:whole", "s:a:m:", "b:", "e:a:b", "z:a", "q:a:-1-2:0", "m:a:", "m::x"],
)
def test_broken_ids_are_unreadable(text: str) -> None:
    with pytest.raises(UnreadableIdError):
        Shown.read(text)
