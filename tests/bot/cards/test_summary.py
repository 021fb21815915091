from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.cards import limits
from store.question import Summarise

if TYPE_CHECKING:
    from bot.words import Words
    from store.question import Length
    from tests.bot.cards.conftest import Desk


@pytest.mark.parametrize("length", ["short", "medium", "long"])
def test_every_point_of_the_real_episode_is_shown_and_opens(desk: Desk, words: Words, length: Length) -> None:
    answer = desk.summary(Summarise(length=length))
    sent = desk.sent(cards.show(answer, words))
    assert all(f"> {point.display}" in sent.text for point in answer.points)
    assert len(sent.options) == len(answer.points)


def test_editors_text_is_marked_as_not_said(desk: Desk, words: Words) -> None:
    answer = desk.summary(Summarise(length="short"))
    text = desk.sent(cards.show(answer, words)).text
    assert answer.written
    assert "### In the editor’s words, not said in the episode\n" + answer.written[:40] in text
    assert "### In the episode’s own words" in text


def test_points_stand_under_their_chapters_each_with_speaker_and_moment(desk: Desk, words: Words) -> None:
    answer = desk.summary(Summarise(length="medium"))
    text = desk.sent(cards.show(answer, words)).text
    chapter = desk.episode.facts.chapters[1]
    assert text.count(f"**{chapter.number} · {chapter.title}**") == 1
    assert text.count("-# **Stephen Kotkin** · ≈ ") == sum(p.speaker == "Stephen Kotkin" for p in answer.points)
    assert "Times with ≈ are estimated, within about 1¼ min" in text


def test_points_that_do_not_fit_are_left_out_whole_and_counted(desk: Desk, words: Words) -> None:
    point = replace(desk.episode.excerpt((82, 88), None))
    points = tuple(replace(point, span=replace(point.span, end=point.span.end + n)) for n in range(15))
    sent = desk.sent(cards.show(replace(desk.summary(Summarise()), points=points), words))
    shown = sent.text.count(f"> {point.display}")
    assert 0 < shown < len(points)
    assert f"{len(points) - shown} more points did not fit" in sent.text
    assert len(sent.options) == len(points)


def test_point_of_another_voice_is_marked(desk: Desk, words: Words) -> None:
    answer = desk.summary(Summarise(length="short"))
    voiced = replace(answer, points=(replace(answer.points[0], voice="the Kremlin"),))
    assert " · voicing: the Kremlin" in desk.sent(cards.show(voiced, words)).text
    assert "voicing: the Kremlin" in cards.plain(voiced, words)


def test_chapter_says_which_it_is_and_where_it_begins(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.show(desk.summary(Summarise("2")), words)).text
    assert (
        f"## {desk.episode.facts.chapters[1].title}\n-# Chapter 2 of {len(desk.episode.facts.chapters)}, from ≈" in text
    )


def test_topic_of_which_nothing_is_said_is_not_summed_up(desk: Desk, words: Words) -> None:
    answer = replace(desk.summary(Summarise()), of="TSMC", title="TSMC", written=None, points=())
    assert "nothing to sum up about “TSMC”" in desk.sent(cards.show(answer, words)).text
    assert "nothing to sum up about “TSMC”" in cards.plain(answer, words)


def test_plain_text_holds_whole_points_only(desk: Desk, words: Words) -> None:
    answer = desk.summary(Summarise(length="long"))
    text = cards.plain(answer, words)
    kept = sum(f"“{point.display}”" in text for point in answer.points)
    assert kept == text.count(" says: “")
    assert f"{len(answer.points) - kept} more points did not fit" in text
    assert len(text) <= limits.MESSAGE_CONTENT
