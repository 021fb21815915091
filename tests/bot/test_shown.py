"""What a button carries is read back to exactly what it was made from."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import (
    LASTING,
    ContextButton,
    FollowUpButton,
    How,
    MatchButton,
    MoreSelect,
    OpenSelect,
    Published,
    RemoveButton,
    ShareButton,
    SharePictureButton,
    WhichSelect,
)
from bot.shown import MAX_TOPIC, Claim, Match, Shown, UnreadableIdError
from store.question import FindMentions, ListBooks, ShowEpisode, Span, Summarise

if TYPE_CHECKING:
    from bot.ui import LastingItem

Item = TypeVar("Item", bound="LastingItem[Any]")

keys = st.text("0123456789abcdef", min_size=8, max_size=8)
places = st.integers(min_value=0, max_value=10**7)
spans = st.builds(lambda start, length: Span(start, start + length), places, places)
SPOKEN = st.characters(exclude_characters=":")
topics = st.text(min_size=1, max_size=MAX_TOPIC)
snowflakes = st.integers(1, 2**63 - 1)
matches = st.builds(Match, snowflakes, st.integers(1, 99), st.booleans())
requests = st.one_of(
    spans,
    st.builds(Claim, snowflakes),
    st.builds(Summarise, of=topics, length=st.sampled_from(["short", "medium", "long"])),
    st.just(ListBooks()),
    st.builds(ListBooks, about=topics),
    st.just(ShowEpisode()),
    st.builds(FindMentions, of=topics),
    st.builds(FindMentions, of=st.text(min_size=1, max_size=40), speaker=st.text(SPOKEN, min_size=1, max_size=30)),
)
passages = st.builds(Shown, keys, spans, st.integers(0, 99), st.none() | matches)
shown = st.one_of(st.builds(Shown, keys, requests), passages)
labels = st.text(min_size=1, max_size=99)


@given(shown)
def test_shown_is_read_back(what: Shown) -> None:
    assert Shown.read(str(what)) == what


@given(shown, labels)
def test_share_button_is_read_back(what: Shown, label: str) -> None:
    assert read_back(ShareButton(what, label)).shown == what


@given(passages, labels, st.sampled_from(get_args(How)))
def test_context_button_is_read_back(what: Shown, label: str, how: How) -> None:
    again = read_back(ContextButton(what, label, how))
    assert (again.shown, again.how) == (what, how)


@given(keys, matches, labels)
def test_match_button_is_read_back(key: str, match: Match, label: str) -> None:
    again = read_back(MatchButton(key, match, label))
    assert (again.key, again.match) == (key, match)


@given(snowflakes, st.sampled_from(get_args(Published)), labels)
def test_remove_button_is_read_back(owner: int, published: Published, label: str) -> None:
    again = read_back(RemoveButton(owner, published, label))
    assert (again.owner, again.published) == (owner, published)


@given(snowflakes, labels)
def test_follow_up_button_is_read_back(question: int, label: str) -> None:
    assert read_back(FollowUpButton(question, label)).question == question


@given(snowflakes, st.lists(st.tuples(keys, labels, labels), min_size=1, max_size=25, unique_by=lambda one: one[0]))
def test_menu_of_episodes_is_read_back(question: int, choices: list[tuple[str, str, str]]) -> None:
    again = read_back(WhichSelect(question, choices, "Choose"))
    assert again.question == question
    assert [option.value for option in again.item.options] == [key for key, _, _ in choices]


@given(keys, spans, labels)
def test_picture_button_is_read_back(key: str, span: Span, label: str) -> None:
    assert read_back(SharePictureButton(key, span, label)).shown == Shown(key, span)


@given(passages, st.lists(st.tuples(topics, labels), min_size=1, max_size=25))
def test_menu_of_more_is_read_back(what: Shown, further: list[tuple[str, str]]) -> None:
    select = MoreSelect(what, further, "More")
    again = read_back(select)
    assert again.shown == what
    assert [option.value for option in again.item.options] == [value for value, _ in further]


@given(
    keys,
    st.lists(spans | st.tuples(keys, spans), min_size=1, max_size=25, unique=True),
    st.integers(min_value=0, max_value=39),
)
def test_open_id_and_options_fit_and_are_read_back(key: str, chosen: list[Span | tuple[str, Span]], part: int) -> None:
    select = OpenSelect(key, [(place, "label", None) for place in chosen], "Open", part)
    again = read_back(select)
    assert (again.key, again.part) == (key, part)
    assert [option.value for option in again.item.options] == [option.value for option in select.item.options]


def test_every_lasting_item_is_read_back_here() -> None:
    tested = {ShareButton, ContextButton, MatchButton, RemoveButton, SharePictureButton, FollowUpButton}
    assert {*tested, MoreSelect, OpenSelect, WhichSelect} == set(LASTING)


@given(st.text())
def test_anything_else_is_unreadable_or_says_the_same(text: str) -> None:
    with contextlib.suppress(UnreadableIdError):
        assert Shown.read(str(Shown.read(text))) == Shown.read(text)


@given(st.sampled_from(LASTING), st.from_regex(r"\A1:[a-z]{1,9}(:[0-9a-z.:-]{0,40}){0,4}\Z"))
def test_made_up_id_is_read_or_unreadable(kind: type[LastingItem[Any]], custom_id: str) -> None:
    found = kind.__discord_ui_compiled_template__.fullmatch(custom_id)
    if found is not None:
        with contextlib.suppress(UnreadableIdError):
            kind.read(_bare(kind, custom_id), found["carried"])


@pytest.mark.parametrize(
    "text",
    [
        *("", "q", "q:0:1", "q:a:1-2-3:0", "s:a:x:whole", "s:a:m:", "b:", "e:a:b", "z:a", "q:a:-1-2:0", "m:a:", "m::x"),
        *(
            "q:a:1-2:0:",
            "q:a:1-2:0:5",
            "q:a:1-2:0:5.",
            "q:a:1-2:0:5.1..",
            "q:a:1-2:0:-5.1",
            "v:a:",
            "v:a:1:2",
            "v:a:-1",
        ),
        *("q:a:1-2:0:" + "z" * 14 + ".1", "v:a:" + "z" * 13),
    ],
)
def test_broken_ids_are_unreadable(text: str) -> None:
    with pytest.raises(UnreadableIdError):
        Shown.read(text)


def read_back(item: Item) -> Item:
    """Make an item again from what Discord gives back of it, as discord.py does: by the one template that fits."""
    custom_id = item.custom_id
    assert 1 <= len(custom_id) <= 100
    (kind,) = [kind for kind in LASTING if kind.__discord_ui_compiled_template__.fullmatch(custom_id)]
    assert kind is type(item)
    found = kind.__discord_ui_compiled_template__.fullmatch(custom_id)
    assert found is not None
    again: Any = kind.read(item.item, found["carried"])
    assert again.custom_id == custom_id
    return again  # type: ignore[no-any-return]


def _bare(kind: type[LastingItem[Any]], custom_id: str) -> discord.ui.Item[Any]:
    if issubclass(kind, (OpenSelect, MoreSelect)):
        return discord.ui.Select(custom_id=custom_id, options=[discord.SelectOption(label="x", value="1-2")])
    return discord.ui.Button(custom_id=custom_id)
