"""Buttons that ask: the next match, the one before, the chapter, the summary. Each press is a question of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.buttons import MatchButton, MoreSelect
from bot.shown import Match, Shown
from store.question import FindQuote, Place, Question, Span

if TYPE_CHECKING:
    import simcord

    from store.question import Answer
    from tests.bot.conftest import Stage

ABOUT = "Putin and the war in Ukraine"


@pytest.fixture
def other(stage: Stage) -> simcord.MemberActor:
    return stage.here.guild.add_member(stage.env.create_user("other"))


async def matches(stage: Stage) -> list[str]:
    """Return what the question finds, best first."""
    found: Answer = await stage.bot.desk.recall(Place(), stage.episode.key, FindQuote(ABOUT, limit=9))
    return [quote.display for quote in found.quotes]


@pytest.mark.parametrize("where", ["server", "direct message"])
async def test_next_and_previous_match_take_the_place_of_the_persons_own_card(stage: Stage, where: str) -> None:
    expected = await matches(stage)
    if where == "server":
        who: Any = stage.here.member
        asked = await stage.here.slash("quote", about=ABOUT)
    else:
        who = stage.user
        asked = await stage.user.slash("quote", about=ABOUT)
    seen = stage.quotes(asked)
    for label in ("Next match", "Next match", "Previous match"):
        shown = await stage.press(who, asked, label)
        assert shown.response is not None
        assert asked.response is not None
        assert shown.response.id == asked.response.id
        seen += stage.quotes(shown)

    assert seen == [expected[0], expected[1], expected[2], expected[1]]
    assert "Match 2" in stage.text(asked.response)
    rows = stage.rows()
    assert [(row["surface"], row["command"], row["outcome"], row["text"]) for row in rows[1:]] == [
        ("button", "quote", "answered", ABOUT)
    ] * 3
    assert {row["user_id"] for row in rows} == {who.id}


async def test_last_match_leads_no_further(stage: Stage) -> None:
    about = "the mystique of power"  # fewer passages than questions that are allowed a minute
    count = len((await stage.bot.desk.searcher(stage.episode)).find(FindQuote(about, limit=99)).answers)
    shown = await stage.here.slash("quote", about=about)
    for _ in range(count - 1):
        shown = await stage.press(stage.here.member, shown, "Next match")
    assert "Next match" not in stage.labels(shown.response)
    assert f"Match {count}" in stage.text(shown.response)
    assert {row["outcome"] for row in stage.rows()} == {"answered"}


async def test_match_keeps_the_speaker_and_the_episode_that_were_asked_for(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about=ABOUT, speaker="klein", episode=stage.episode.id)
    shown = await stage.press(stage.here.member, asked, "Next match")
    assert "**Ezra Klein**" in stage.text(shown.response)
    assert [row["episode"] for row in stage.rows()] == [stage.episode.id] * 2


async def test_next_match_by_somebody_else_is_a_private_copy_and_a_question_of_theirs(
    stage: Stage, other: simcord.MemberActor
) -> None:
    expected = await matches(stage)
    asked = await stage.here.slash("quote", about=ABOUT, public=True)
    before = stage.text(asked.response)

    copy = await stage.press(other, asked, "Next match")
    further = await stage.press(other, copy, "Next match")

    assert copy.ephemeral
    assert stage.quotes(further) == expected[2:3]
    assert further.response is not None
    assert copy.response is not None
    assert further.response.id == copy.response.id
    assert stage.text(asked.response) == before
    assert [row["user_id"] for row in stage.rows()] == [stage.here.member.id, other.id, other.id]


@pytest.mark.parametrize("way", ["asked", "shared"])
async def test_next_match_by_who_brought_it_before_all_changes_the_public_card(stage: Stage, way: str) -> None:
    expected = await matches(stage)
    card = await stage.here.slash("quote", about=ABOUT, public=way == "asked")
    if way == "shared":
        card = await stage.press(stage.here.member, card, "Share")

    shown = await stage.press(stage.here.member, card, "Next match")

    assert shown.response is not None
    assert card.response is not None
    assert shown.response.id == card.response.id
    assert stage.quotes(card) == expected[1:2]
    assert f"Asked: {ABOUT}" in stage.text(card.response)
    assert ("Shared by Listener of here" in stage.text(card.response)) == (way == "shared")
    assert "Remove" in stage.labels(card.response)


async def test_matches_go_on_after_a_restart_and_days_later(stage: Stage, other: simcord.MemberActor) -> None:
    expected = await matches(stage)
    asked = await stage.here.slash("quote", about=ABOUT)
    public = await stage.here.slash("quote", about=ABOUT, public=True)
    await stage.restart()
    await stage.env.advance_time(2 * 24 * 3600)

    assert stage.quotes(await stage.press(stage.here.member, asked, "Next match")) == expected[1:2]
    assert stage.quotes(await stage.press(other, public, "Next match")) == expected[1:2]


async def test_context_and_matches_go_together(stage: Stage) -> None:
    expected = await matches(stage)
    asked = await stage.here.slash("quote", about=ABOUT)
    for label in ("More context", "Next match", "More context", "Less context", "Next match"):
        asked = await stage.press(stage.here.member, asked, label)
    assert stage.quotes(asked) == expected[2:3]


async def test_question_that_was_erased_says_so_and_is_one_row(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about=ABOUT)
    stage.change("UPDATE queries SET text = NULL, user_id = NULL, options = NULL")

    result = await stage.press(stage.here.member, asked, "Next match")

    assert result.ephemeral
    assert "no longer on the record" in stage.text(result.response)
    assert [(row["surface"], row["outcome"], row["text"]) for row in stage.rows()[1:]] == [("button", "refused", "")]
    # All else on the card goes on working.
    assert "Less context" in stage.labels((await stage.press(stage.here.member, asked, "More context")).response)


async def test_question_from_elsewhere_gives_nothing_away(stage: Stage, other: simcord.MemberActor) -> None:
    await stage.there.slash("quote", about=ABOUT)
    await stage.user.slash("quote", about=ABOUT)
    missing = 12_345
    texts = set()
    for question in (*(row["id"] for row in stage.rows()), missing):
        button = MatchButton(stage.episode.key, Match(question, 2), "press")
        result = await other.click(await stage.forged(button.custom_id), label="press")
        assert result.ephemeral
        texts.add(stage.text(result.response))
    assert len(texts) == 1
    assert ABOUT not in texts.pop()


async def test_another_persons_direct_message_gives_nothing_away(stage: Stage) -> None:
    """Their questions were asked in other channels, so a copied id finds none."""
    await stage.user.slash("quote", about=ABOUT)
    (row,) = stage.rows()
    stranger = stage.env.create_user("stranger")
    question = Question(FindQuote(skip=1), id=9, surface="button", again=row["id"])
    place = Place(None, stranger.dm_channel.id, stranger.id)
    for elsewhere in (place, replace(place, channel_id=row["channel_id"])):
        with pytest.raises(Exception, match="no longer on the record"):
            await stage.bot.desk.answer(replace(question, place=elsewhere))


async def test_match_of_an_episode_that_has_changed_says_so_and_is_one_row(stage: Stage) -> None:
    await stage.here.slash("quote", about=ABOUT)
    (row,) = stage.rows()
    button = MatchButton("00000000", Match(row["id"], 2), "press")

    result = await stage.here.member.click(await stage.forged(button.custom_id), label="press")

    assert result.ephemeral
    assert "was removed or has changed" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["answered", "refused"]


async def test_chapter_and_summary_of_a_passage_are_questions(stage: Stage, other: simcord.MemberActor) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability", public=True)
    (line,) = {chapter.number for chapter in stage.episode.chapters if holds(stage, chapter.lines, asked)}

    chapter = await stage.press(other, asked, f"Open chapter {line}:")
    summary = await stage.press(other, asked, "Open the summary")

    assert chapter.ephemeral
    assert f"Chapter {line} of" in stage.text(chapter.response)
    assert "The whole episode in brief" in stage.text(summary.response)
    rows = [(row["surface"], row["command"], row["text"], row["outcome"], row["user_id"]) for row in stage.rows()[1:]]
    assert rows == [
        ("button", "summary", str(line), "answered", other.id),
        ("button", "summary", "", "answered", other.id),
    ]


async def test_chapter_of_an_episode_that_is_gone_says_so_and_is_one_row(stage: Stage) -> None:
    select = MoreSelect(Shown("00000000", Span(0, 9)), [("summary:1", "Open")], "More")
    asked = await stage.here.slash("quote", about="coup")
    assert asked.response is not None
    stage.env.backend.get_message(asked.response.channel_id, asked.response.id).components = [
        {"type": 1, "components": [select.item.to_component_dict()]}
    ]
    result = await stage.here.member.select(asked.response, ["summary:1"])
    assert result.ephemeral
    assert "was removed or has changed" in stage.text(result.response)
    assert [(row["command"], row["outcome"]) for row in stage.rows()[1:]] == [("summary", "refused")]


def holds(stage: Stage, lines: tuple[int, int], asked: simcord.InteractionResult) -> bool:
    (said,) = stage.quotes(asked)
    first, last = (stage.episode.spoken.span_of_line(line) for line in lines)
    return said in stage.episode.glossary.display(Span(first.start, last.end))
