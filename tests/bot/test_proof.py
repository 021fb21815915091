"""`/verify` and `/mentions`, in a server and in a direct message."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

GALLERY = 12


async def test_verdict_is_private_in_a_server_and_the_same_in_a_direct_message(stage: Stage) -> None:
    here = await stage.here.slash("verify", text="Most coups fail", speaker="kotkin")
    direct = await stage.user.slash("verify", text="Most coups fail", speaker="kotkin")

    assert here.ephemeral
    for result in (here, direct):
        text = stage.text(result.response)
        assert "Said, word for word" in text
        assert "> Most coups fail.\n**Stephen Kotkin**" in text
    assert [(row["command"], row["surface"], row["text"], row["outcome"]) for row in stage.rows()] == [
        ("verify", "slash", "Most coups fail", "answered")
    ] * 2
    assert [row["guild_id"] for row in stage.rows()] == [stage.here.guild.id, None]


@pytest.mark.parametrize(
    ("text", "verdict", "outcome", "lines"),
    [
        ("Most coups fail", "Said, word for word", "answered", [[208, 208]]),
        ("Most coups never fail", "it says the opposite", "answered", [[208, 208]]),
        ("Zelensky is the Churchill of our time", "Not said in this episode", "nothing_found", []),
    ],
)
async def test_outcome_is_on_the_record_once(
    stage: Stage, text: str, verdict: str, outcome: str, lines: list[list[int]]
) -> None:
    result = await stage.here.slash("verify", text=text)
    assert verdict in stage.text(result.response)
    (row,) = stage.rows()
    assert (row["outcome"], row["text"], json.loads(row["answer_lines"])) == (outcome, text, lines)


async def test_verdict_by_the_wrong_speaker_says_who_it_was(stage: Stage) -> None:
    result = await stage.here.slash("verify", text="Most coups fail", speaker="klein", public=True)
    assert not result.ephemeral
    assert "Said, but by somebody else" in stage.text(result.response)
    assert "It was Stephen Kotkin who said it, not klein." in stage.text(result.response)


async def test_quote_of_a_verdict_can_be_shared_and_widened(stage: Stage) -> None:
    asked = await stage.here.slash("verify", text="Most coups fail")
    shared = await press(stage, asked, "Share the quote only")
    wider = await press(stage, asked, "More context")
    assert not shared.ephemeral
    assert "> Most coups fail." in stage.text(shared.response)
    assert "Said, word for word" not in stage.text(shared.response), "the quote is shared, not the verdict"
    assert wider.ephemeral
    assert "Most coups fail. This one sort of failed" in stage.text(wider.response)
    assert "Said, word for word" in stage.text(asked.response)
    assert len(stage.rows()) == 1


@pytest.mark.parametrize("name", ["verify", "mentions"])
@pytest.mark.parametrize(
    ("typed", "why"), [(" ", "has no words in it"), ("?!", "has no words in it"), ("x" * 3000, "3,000 characters")]
)
async def test_blank_or_far_too_long_is_refused_privately(stage: Stage, name: str, typed: str, why: str) -> None:
    option = {"verify": "text", "mentions": "of"}[name]
    result = await stage.here.slash(name, **{option: typed}, public=True)
    assert result.ephemeral
    assert why in stage.text(result.response)
    assert [(row["command"], row["outcome"]) for row in stage.rows()] == [(name, "refused")]
    stage.take_errors()


async def test_unknown_speaker_is_refused(stage: Stage) -> None:
    result = await stage.here.slash("verify", text="Most coups fail", speaker="Putin")
    assert "Nobody called “Putin” speaks in this episode" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["refused"]
    stage.take_errors()


async def test_mentions_come_with_a_picture_and_its_words(stage: Stage) -> None:
    for result in (await stage.here.slash("mentions", of="Putin"), await stage.user.slash("mentions", of="putin")):
        assert "“Putin” is said 69 times\nStephen Kotkin 44 and Ezra Klein 25" in stage.text(result.response)
        await assert_has_the_picture(stage, result)
    assert (await stage.here.slash("mentions", of="Putin")).ephemeral
    assert [(row["command"], row["outcome"]) for row in stage.rows()] == [("mentions", "answered")] * 3
    assert len(json.loads(stage.rows()[0]["answer_lines"])) > 50


async def test_mentions_of_what_is_never_said_have_no_picture(stage: Stage) -> None:
    result = await stage.here.slash("mentions", of="zeppelin")
    assert "“zeppelin” is never said in this episode" in stage.text(result.response)
    assert result.response is not None
    assert result.response.attachments == []
    assert [row["outcome"] for row in stage.rows()] == ["nothing_found"]


async def test_every_menu_of_mentions_opens_a_sentence_that_holds_the_name(stage: Stage) -> None:
    asked = await stage.here.slash("mentions", of="Prigozhin")
    assert asked.response is not None
    menus = [item for item in stage.components(asked.response) if item.get("options")]
    assert sum(len(menu["options"]) for menu in menus) > 25
    for menu in menus:
        for option in (menu["options"][0], menu["options"][-1]):
            opened = await stage.here.member.select(asked.response, [option["value"]], custom_id=menu["custom_id"])
            assert opened.ephemeral
            (quote,) = [line for line in stage.text(opened.response).splitlines() if line.startswith("> ")]
            assert "Prigozhin" in quote
    assert len(stage.rows()) == 1


async def test_shared_mentions_are_public_with_the_picture(stage: Stage) -> None:
    asked = await stage.here.slash("mentions", of="Lukashenko")
    shared = await press(stage, asked, "Share")
    assert not shared.ephemeral
    assert "Shared by Listener of here" in stage.text(shared.response)
    assert "“Lukashenko” is said" in stage.text(shared.response)
    await assert_has_the_picture(stage, shared)
    assert not any("share" in custom_id for custom_id in stage.ids(shared.response))
    assert len(stage.rows()) == 1


async def test_shared_mentions_work_after_a_restart(stage: Stage) -> None:
    asked = await stage.here.slash("mentions", of="Dubai")
    await stage.restart()
    await assert_has_the_picture(stage, await press(stage, asked, "Share"))


async def test_names_are_offered_while_typing(stage: Stage) -> None:
    choices = await stage.here.autocomplete("mentions", "of", "prig")
    assert any("Prigozhin" in choice["value"] for choice in choices)


async def press(stage: Stage, asked: simcord.InteractionResult, label: str) -> simcord.InteractionResult:
    assert asked.response is not None
    return await stage.here.member.click(asked.response, label=label)


async def assert_has_the_picture(stage: Stage, result: simcord.InteractionResult) -> None:
    assert result.response is not None
    (attachment,) = result.response.attachments
    assert attachment.filename == "mentions.png"
    assert Image.open(BytesIO(await attachment.read())).width > 500
    (gallery,) = [item for item in stage.components(result.response) if item["type"] == GALLERY]
    (item,) = gallery["items"]
    assert "mentions.png" in item["media"]["url"]
    assert item["description"].startswith("Timeline of the episode: ")
