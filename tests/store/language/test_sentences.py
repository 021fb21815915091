from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.episode import Episode
from store.language import sentences as splitting
from store.language.sentences import LONGEST, sentences
from store.question import Span

PROSE = st.lists(
    st.sampled_from(
        [
            "Well",
            "Mr. Kotkin",
            "U.S.",
            "said",
            "he",
            "no",
            "?",
            ".",
            "!",
            "...",
            "it's",
            "3.5",
            "“Yes.”",
            " ",
            "  ",
            "Dr.",
        ]
    ),
    max_size=60,
).map(" ".join)
TEXT = st.text(st.characters(codec="utf-8"), max_size=400) | PROSE


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)))]


@given(TEXT, st.data())
@example("word " * 300, None)
@example("two  spaces " * 100, None)
@example("x" * 1500, None)
@example(("y" * 599 + "  ") * 4, None)
@settings(deadline=None)
def test_sentences_are_ascending_disjoint_and_leave_out_only_space(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    spans = sentences(text, Span(start, end))
    for span in spans:
        words = text[span.start : span.end]
        assert words
        assert words == words.strip()
        assert len(words) <= LONGEST
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    edges = [start, *(edge for span in spans for edge in (span.start, span.end)), end]
    assert all(not text[gap:begin].strip() for gap, begin in zip(edges[::2], edges[1::2], strict=True))


def test_split_after_full_stops_not_after_abbreviations() -> None:
    assert split("Mr. Putin left the U.S. army. Why? No! He stayed.") == [
        "Mr. Putin left the U.S. army.",
        "Why?",
        "No!",
        "He stayed.",
    ]


def test_speech_without_full_stops_is_cut_at_spaces() -> None:
    parts = split("word " * 1000)
    assert all(len(part) <= LONGEST for part in parts)
    assert {word for part in parts for word in part.split()} == {"word"}
    assert sum(len(part.split()) for part in parts) == 1000


def test_sentences_of_the_episode_run_over_lines_and_hold_all_that_is_said(episode: Episode) -> None:
    said = [episode.spoken[span] for span in episode.sentences]
    assert " ".join(said) == episode.text
    assert (
        "They took control of the city, they shot down helicopters and they advanced about 125 miles outside Moscow."
        in said
    )
    assert max(map(len, said)) <= LONGEST


def test_no_sentence_of_the_episode_has_two_speakers(episode: Episode) -> None:
    assert all(len(episode.turns_in(span)) == 1 for span in episode.sentences)


def test_blocks_end_where_sentences_do(monkeypatch: pytest.MonkeyPatch, episode: Episode) -> None:
    text = episode.text[:30_000]
    whole = sentences(text, Span(0, len(text)))
    monkeypatch.setattr(splitting, "BLOCK", 1_000)
    assert sentences(text, Span(0, len(text))) == whole


def test_text_without_spaces_is_split_however_long() -> None:
    text = "你好世界这是一个测试。" * 100_000
    found = sentences(text, Span(0, len(text)), "zh")
    assert len(found) == 100_000
    assert {text[span.start : span.end] for span in found} == {"你好世界这是一个测试。"}
