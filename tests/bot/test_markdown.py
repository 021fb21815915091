"""Escaped text means nothing to Discord's Markdown, and reads as it was written."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.markdown import escape, visible

# The rules of Discord's client for received messages, in their order: an escape is looked for first, at each place.
# After its own source and https://support.discord.com/hc/articles/210298617; each is what would *mean* something.
INLINE = re.compile(
    r"""
      (?P<escape>\\[^0-9A-Za-z\s])
    | (?P<autolink><[^<>\s]*>)
    | (?P<url>(?:https?|steam|discord)://[^\s<]+)
    | (?P<masked>\[[^\]\[]*\]\([^)]*\))
    | (?P<mention>@(?:everyone|here|[!&]?\d+|\w))
    | (?P<shortcode>:[^\s:]+?:)
    | (?P<code>`+[^`]*`+)
    | (?P<strong>\*\*.+?\*\*)
    | (?P<emphasis>\*[^\s*].*?\*|_.+?_)
    | (?P<strike>~~.+?~~)
    | (?P<spoiler>\|\|.+?\|\|)
    """,
    re.VERBOSE | re.DOTALL,
)
BLOCK = re.compile(r"^[^\S\n]*(?:\#{1,3}|-\#|>{1,3}|[-*+]|\d+[.)])(?=\s)", re.MULTILINE)
MEANINGFUL = "\\*_~`|<>[]()@#:-+.!&/ \n\t019aé"
HOSTILE = [
    "# heading",
    "  ## indented heading",
    "-# small print",
    "> quote\n>>> all of it",
    "- a list\n* another\n+ third\n1. numbered\n12) too",
    "1986. That was the year.",
    "**bold** *it* _it_ __under__ ~~gone~~ ||hidden|| `code` ```py\nblock```",
    "[a link](https://example.org) <https://example.org> https://a_b.example/x_y",
    "@everyone @here <@1> <@!1> <@&1> <#1> </name:1> <id:guide> <t:0:R> <:smile:1> <a:smile:1> :smile:",
    "a\\*b \\\\ \\",
    "snake_case_name and 2 * 3 * 4",
]


@given(st.one_of(st.text(MEANINGFUL), st.text()))
@example("\n".join(HOSTILE))
def test_escaped_text_is_rendered_as_it_was_written(text: str) -> None:
    assert render(escape(text)) == visible(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_means_nothing(text: str) -> None:
    assert render(escape(text)) == text


@pytest.mark.parametrize(
    "text", ["It's 5 - 3, isn't it?", "At 9:30 p.m. he said: no.", "«Ça» (well…) 50%!", "C# and -3°"]
)
def test_plain_speech_is_left_alone(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u00ad", "\u200f", "\x00", "\x1b", "\U000e0041"]
)
def test_what_nobody_sees_is_taken_out(hidden: str) -> None:
    assert visible(f"a{hidden}b") == "ab"
    assert escape(f"@{hidden}everyone") == "\\@everyone"


@pytest.mark.parametrize("text", ["\u0645\u06cc\u200c\u062e\u0648", "क्\u200dष", "👩\u200d👧", "日本語", "e\u0301"])
def test_joiners_stay_where_a_script_needs_them(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_visible_is_settled_after_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def render(escaped: str) -> str:
    """Return what a reader sees; raise AssertionError where markup would be made of it."""
    found = BLOCK.search(escaped)
    assert not found, f"block markup: {found}"
    seen, place = [], 0
    while match := INLINE.search(escaped, place):
        assert match.lastgroup == "escape", f"{match.lastgroup}: {match[0]!r}"
        seen += [escaped[place : match.start()], match[0][1:]]
        place = match.end()
    return "".join([*seen, escaped[place:]])


def test_colon_that_another_follows_is_escaped_too() -> None:
    assert render(escape("::0:")) == "::0:"
