"""The message menus: on anybody's message, for who asks alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from store.errors import QuestionBlankError

if TYPE_CHECKING:
    import discord
    import simcord

    from tests.bot.conftest import Stage

WAS_SAID, FIND = "Was this said?", "Find the quote"
TRUE = "the mystique, the aura, the magic of power was gone"
SAID = f"Kotkin said “{TRUE}” @everyone\n> Most coups never fail.\nand «nobody ever mentioned tulips»"


async def menu(stage: Stage, name: str, message: discord.Message) -> simcord.InteractionResult:
    return await stage.here.member.context_menu(stage.here.channel, name, message)


@pytest.fixture
def other(stage: Stage) -> simcord.MemberActor:
    return stage.here.guild.add_member(stage.env.create_user("other"))


async def test_each_quote_of_somebodys_message_is_judged_privately(stage: Stage, other: simcord.MemberActor) -> None:
    message = await other.send(stage.here.channel, SAID)

    result = await menu(stage, WAS_SAID, message)

    assert result.ephemeral
    text = stage.text(result.response)
    assert "Of 3 quotes 1 was said word for word" in text
    assert [line for line in text.splitlines() if re.match(r"\*\*\d", line)] == [
        "**1. Said, word for word**",
        "**2. Not quite what was said**",
        "**3. Not said in this episode**",
    ]
    assert "added: **“never”**" in text
    (row,) = stage.rows()
    assert (row["surface"], row["command"], row["outcome"]) == ("menu", "verify", "answered")
    assert (row["text"], row["user_id"]) == (SAID, stage.here.member.id)


async def test_single_quote_has_the_card_of_a_verdict(stage: Stage, other: simcord.MemberActor) -> None:
    message = await other.send(stage.here.channel, f"he said “{TRUE}”")
    result = await menu(stage, WAS_SAID, message)
    assert f"### Said, word for word\nClaimed: “{TRUE}”" in stage.text(result.response)


@pytest.mark.parametrize("said", [SAID, f"he said “{TRUE}”"])
async def test_verdicts_are_shared_as_they_are_after_a_restart_too(
    stage: Stage, other: simcord.MemberActor, said: str
) -> None:
    result = await menu(stage, WAS_SAID, await other.send(stage.here.channel, said))
    await stage.restart()
    await stage.env.advance_time(2 * 24 * 3600)

    shared = await stage.press(stage.here.member, result, "Share")

    assert not shared.ephemeral
    head, rest = stage.text(shared.response).split("\n", 1)
    assert head == "-# Shared by Listener of here"
    assert rest == stage.text(result.response)
    assert len(stage.rows()) == 1


async def test_passages_of_the_verdicts_open(stage: Stage, other: simcord.MemberActor) -> None:
    result = await menu(stage, WAS_SAID, await other.send(stage.here.channel, SAID))
    opened = await stage.press(stage.here.member, result, "Most coups never fail")
    assert stage.quotes(opened) == ["Most coups fail."]


async def test_quotes_are_found(stage: Stage, other: simcord.MemberActor) -> None:
    result = await menu(stage, FIND, await other.send(stage.here.channel, SAID))
    assert result.ephemeral
    assert "magic of power was gone" in stage.quotes(result)[0]
    opened = await stage.press(stage.here.member, result, "≈ ")
    assert "Most coups fail" in stage.quotes(opened)[0]
    assert not any("match" in label or "my question" in label for label in stage.labels(result.response))
    shared = await stage.press(stage.here.member, result, "Share")
    assert "Asked" not in stage.text(shared.response)
    (row,) = stage.rows()
    assert (row["surface"], row["command"], row["outcome"], row["text"]) == ("menu", "quote", "answered", SAID)


async def test_what_is_not_there_is_said_not_to_be(stage: Stage, other: simcord.MemberActor) -> None:
    message = await other.send(stage.here.channel, "“the chips of TSMC in Taiwan”")
    assert "Not in this episode" in stage.text((await menu(stage, FIND, message)).response)
    assert "Not said in this episode" in stage.text((await menu(stage, WAS_SAID, message)).response)
    assert {row["outcome"] for row in stage.rows()} == {"nothing_found"}


@pytest.mark.parametrize("name", [WAS_SAID, FIND])
async def test_message_without_words_is_refused_politely_and_recorded(
    stage: Stage, other: simcord.MemberActor, name: str
) -> None:
    message = await other.send(stage.here.channel, attachments=[("cat.png", b"x")])
    result = await menu(stage, name, message)
    assert result.ephemeral
    assert "has no words in it" in stage.text(result.response)
    assert [(row["outcome"], row["text"]) for row in stage.rows()] == [("refused", "")]
    assert all(isinstance(error.__cause__, QuestionBlankError) for error in stage.take_errors())


async def test_message_of_the_bots_own_can_be_checked(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="Most coups fail", public=True)
    assert asked.response is not None
    result = await menu(stage, WAS_SAID, asked.response.message)
    assert "Said, word for word" in stage.text(result.response)


async def test_forwarded_message_can_be_checked(stage: Stage, other: simcord.MemberActor) -> None:
    message = await other.send(stage.here.channel, f"“{TRUE}”")
    forwarded = await other.forward(message, stage.here.channel)
    assert "Said, word for word" in stage.text((await menu(stage, WAS_SAID, forwarded)).response)


async def test_names_are_short_enough_and_in_every_language(stage: Stage) -> None:
    (sent,) = [sent for sent in stage.env.http_requests if sent.method == "PUT"]
    commands: Any = sent.json
    menus = {command["name"]: command for command in commands if command.get("type") == 3}
    assert set(menus) == {WAS_SAID, FIND}
    for command in menus.values():
        assert command["name_localizations"]["de"]
        assert all(1 <= len(name) <= 32 for name in command["name_localizations"].values())
        assert command["contexts"] == [0, 1, 2]
        assert command["integration_types"] == [0, 1]
