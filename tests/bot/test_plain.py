"""Answers as plain text: the same words and buttons, in the content of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.plainly import ROWS

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

ASKED: tuple[tuple[str, dict[str, str]], ...] = (
    ("quote", {"about": "implausible deniability"}),
    ("quote", {"about": "quantum chromodynamics"}),
    ("summary", {"length": "long"}),
    ("books", {}),
    ("verify", {"text": "the mystique is not gone"}),
    ("mentions", {"of": "Putin"}),
    ("episode", {}),
    ("help", {}),
)
LONG_WORD = 5


def content(result: simcord.InteractionResult) -> str:
    assert result.response is not None
    return result.response.content


async def choose(stage: Stage, form: str) -> simcord.InteractionResult:
    return await stage.here.member.slash(stage.here.channel, f"settings text {form}")


@pytest.mark.parametrize(("name", "options"), ASKED)
async def test_answer_is_the_content_of_a_message(name: str, options: dict[str, str], stage: Stage) -> None:
    card = stage.text((await stage.here.slash(name, **options)).response)
    of_the_card = {word for word in card.split() if len(word) > LONG_WORD and word.isalpha()}
    await choose(stage, "plain")

    result = await stage.here.slash(name, **options)

    assert result.ephemeral
    assert 1 <= len(content(result)) <= MESSAGE_CONTENT
    assert not result.response or not result.response.flags.components_v2
    for line in content(result).split("\n"):
        assert not line.startswith(("> ", "-# ", "## ", "### "))
    assert "**" not in content(result)
    told = [word for word in of_the_card if word in content(result)]
    assert len(told) >= len(of_the_card) / 2, "it says what the card says"


async def test_buttons_are_there_and_work_in_the_same_form(stage: Stage) -> None:
    await choose(stage, "plain")
    asked = await stage.here.slash("quote", about="implausible deniability")
    assert asked.response is not None
    (custom_id,) = [one for one in stage.ids(asked.response) if ":context:" in one or ":more:" in one][:1]

    before = content(asked)

    wider = await stage.here.member.click(asked.response, custom_id=custom_id)

    assert "implausible deniability" in content(wider)
    assert len(content(wider)) > len(before)
    rows = [item for item in asked.response.components if item["type"] == 1]
    assert len(rows) <= ROWS


async def test_choice_outlives_a_restart_and_can_be_taken_back(stage: Stage) -> None:
    await choose(stage, "plain")
    await stage.restart()
    assert content(await stage.here.slash("books"))
    said = await choose(stage, "cards")
    assert "as cards" in stage.text(said.response)
    assert not content(await stage.here.slash("books"))


async def test_choice_is_ones_own(stage: Stage) -> None:
    await choose(stage, "plain")
    assert not content(await stage.there.slash("books"))


async def test_public_answer_stays_a_card_for_all(stage: Stage) -> None:
    await choose(stage, "plain")
    assert not content(await stage.here.slash("books", public=True))


async def test_direct_message_and_refusals_are_plain_too(stage: Stage) -> None:
    await choose(stage, "plain")
    refused = await stage.here.slash("summary", of="99")
    assert "no chapter 99" in content(refused)
    stage.take_errors().clear()
    await stage.user.send_dm("implausible deniability")
    reply = stage.user.dm_channel.last_message
    assert reply is not None
    assert "implausible deniability" in reply.content


async def test_card_that_was_shown_before_the_choice_stays_a_card(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    assert asked.response is not None
    await choose(stage, "plain")
    (custom_id,) = [one for one in stage.ids(asked.response) if ":context:" in one or ":more:" in one][:1]
    wider = await stage.here.member.click(asked.response, custom_id=custom_id)
    assert not content(wider)
    assert "implausible deniability" in stage.text(wider.response)
