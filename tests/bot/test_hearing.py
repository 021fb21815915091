"""Questions in one's own words: `/ask`, the button that goes on, the menu that asks back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.config import Episodes

if TYPE_CHECKING:
    import simcord

    from bot.config import Settings
    from tests.bot.conftest import Stage

SEED = "000_07237bb4a34dc730"
# A question, and what is on the card that answers it.
ASKED: list[tuple[str, str, str]] = [
    ("What does he say about implausible deniability?", "quote", "implausible deniability"),
    ("tl;dr", "summary", "The whole episode in brief"),
    ("what's chapter 3 about", "summary", "Chapter 3 of 15"),
    ("what should I read?", "books", "Books in this episode"),
    ("did Kotkin really say most coups fail", "verify", "Said, word for word"),
    ("how often is Navalny mentioned", "mentions", "Navalny"),
    ("who is on this one", "episode", "Ezra Klein"),
    ("what can you do?", "help", "Ask in your own words"),
    ("thanks!", "help", "You’re welcome."),
]


@pytest.mark.parametrize(("question", "command", "shown"), ASKED, ids=[command for _, command, _ in ASKED])
async def test_question_is_answered_privately_as_what_it_means(
    stage: Stage, question: str, command: str, shown: str
) -> None:
    result = await stage.here.slash("ask", question=question)
    assert result.ephemeral
    assert shown in stage.text(result.response)
    (row,) = stage.rows()
    assert (row["surface"], row["command"], row["text"], row["outcome"]) == ("slash", command, question, "answered")


async def test_question_goes_on_from_the_one_before(stage: Stage) -> None:
    await stage.here.slash("ask", question="what does Klein say about Ukraine?")
    await stage.here.slash("ask", question="and Kotkin?")
    result = await stage.here.slash("ask", question="who said that?")
    assert "Stephen Kotkin" in stage.text(result.response)
    assert [row["text"] for row in stage.rows()][1:] == ["and Kotkin?", "who said that?"]


async def test_command_is_gone_on_from(stage: Stage) -> None:
    await stage.here.slash("summary", of="3", length="short")
    result = await stage.here.slash("ask", question="longer")
    assert "Chapter 3 of 15" in stage.text(result.response)


async def test_public_answer_says_what_was_asked(stage: Stage) -> None:
    result = await stage.here.slash("ask", question="what does he say about the *mystique*?", public=True)
    assert not result.ephemeral
    assert "Asked: what does he say about the *mystique*?" in stage.text(result.response)


async def test_too_long_a_question_is_refused_privately(stage: Stage) -> None:
    result = await stage.here.slash("ask", question="why " * 1500, public=True)
    assert result.ephemeral
    assert "characters" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["refused"]
    assert len(stage.take_errors()) == 1


async def follow(
    who: simcord.MemberActor | simcord.UserHandle, stage: Stage, asked: simcord.InteractionResult, text: str
) -> simcord.InteractionResult:
    """Press the button under an answer, and ask on."""
    opened = await stage.press(who, asked, "Ask about this")
    assert opened.modal is not None
    (field,) = [item["component"]["custom_id"] for item in opened.modal["components"] if "component" in item]
    return await who.submit_modal(opened, {field: text})


async def test_button_goes_on_from_its_own_answer_whatever_came_after(stage: Stage) -> None:
    first = await stage.here.slash("quote", about="implausible deniability")
    await stage.here.slash("books")
    result = await follow(stage.here.member, stage, first, "who said that?")
    assert result.ephemeral
    assert "implausible deniability" in stage.text(result.response)
    row = stage.rows()[-1]
    assert (row["surface"], row["command"], row["text"]) == ("button", "quote", "who said that?")
    again = await follow(stage.here.member, stage, result, "what came before?")
    assert stage.quotes(again)
    assert stage.quotes(again) != stage.quotes(result)


async def test_button_works_after_a_restart_and_two_days(stage: Stage) -> None:
    first = await stage.here.slash("ask", question="what does Klein say about Ukraine?")
    await stage.restart()
    await stage.env.advance_time(2 * 24 * 3600)
    result = await follow(stage.here.member, stage, first, "and Crimea?")
    assert result.ephemeral
    assert "Crimea" in stage.text(result.response)


async def test_press_by_somebody_else_is_answered_to_them_alone(stage: Stage) -> None:
    first = await stage.here.slash("quote", about="implausible deniability", public=True)
    other = stage.here.guild.add_member(stage.env.create_user("other"))
    result = await follow(other, stage, first, "who said that?")
    assert result.ephemeral
    assert "implausible deniability" in stage.text(result.response)
    assert stage.rows()[-1]["user_id"] == other.id


async def test_erased_question_says_so(stage: Stage) -> None:
    first = await stage.here.slash("quote", about="implausible deniability")
    stage.change("UPDATE queries SET text = NULL, user_id = NULL, options = NULL")
    pressed = await stage.press(stage.here.member, first, "Ask about this")
    assert "no longer on the record" in stage.text(pressed.response)
    assert pressed.ephemeral


async def test_direct_message_has_no_such_button(stage: Stage) -> None:
    result = await stage.user.slash("ask", question="implausible deniability")
    assert "Ask about this" not in stage.labels(result.response)


class TestOfTwoEpisodes:
    """A second episode is configured beside the one that ships."""

    @pytest.fixture
    def settings(self, settings: Settings, tmp_path: Path) -> Settings:
        path = tmp_path / "bees.txt"
        path.write_text(BEES, encoding="utf-8")
        seed = Path(__file__).parents[2] / "seeds"
        return settings.model_copy(update={"episodes": Episodes(paths=(seed, path), default=SEED, cache=False)})

    async def test_right_one_is_asked(self, stage: Stage) -> None:
        result = await stage.here.slash("ask", question="in the bees episode, what about honey?")
        assert "Honey keeps for a thousand years" in stage.text(result.response)
        assert stage.rows()[-1]["episode"] == "bees"

    @pytest.mark.parametrize("public", [False, True])
    async def test_which_is_meant_is_asked_back_privately(self, stage: Stage, *, public: bool) -> None:
        result = await stage.here.slash("ask", question="in the 2023 episode, what about honey?", public=public)
        assert result.ephemeral
        assert "Which one?" in stage.text(result.response)
        (row,) = stage.rows()
        assert (row["outcome"], row["command"], row["episode"]) == ("refused", "help", None)
        chosen = await stage.press(stage.here.member, result, "Why Bees Dance")
        assert "Honey keeps" in stage.text(chosen.response)
        row = stage.rows()[-1]
        assert (row["surface"], row["episode"], row["text"]) == (
            "button",
            "bees",
            "in the 2023 episode, what about honey?",
        )

    async def test_which_is_meant_is_asked_back_in_a_direct_message(self, stage: Stage) -> None:
        await stage.user.send_dm("in the 2023 episode, what about honey?")
        asked = stage.user.dm_channel.last_message
        assert "Which one?" in stage.text(asked)


BEES = """---
Length: 100s
---

# Why Bees Dance
**Field Notes:** [May 2, 2023](https://www.youtube.com/watch?v=abcdefghijk)
*  Welcome to the show, today we talk about bees and how they dance.
*  Bees dance to tell the others where the flowers are.
*  Honey keeps for a thousand years, if nobody eats it.
"""
