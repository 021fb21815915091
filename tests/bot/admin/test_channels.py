"""`/admin channels`: rules for channels, threads, posts and categories, and what they do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage


@pytest.fixture
async def mod(stage: Stage) -> Server:
    return stage.moderate()


async def test_first_channel_allowed_closes_all_others(stage: Stage, mod: Server) -> None:
    talk = await channel(stage, "the-talk")
    text = said(stage, await mod.slash("admin channels allow", channel=talk))
    assert f"✅ allowed: <#{talk.id}>" in text
    assert "only where a rule allows it" in text
    assert f"Ask in <#{talk.id}>" in said(stage, await stage.here.slash("books"))
    stage.take_errors()


async def test_channel_left_out_is_this_one(stage: Stage, mod: Server) -> None:
    card = (await mod.slash("admin channels deny")).response
    assert "I don’t answer in this channel" in said(stage, await stage.here.slash("books"))
    stage.take_errors()
    assert card is not None
    await mod.member.click(card, label="Undo")
    assert "Invisible China" in said(stage, await stage.here.slash("books"))


async def test_moderators_commands_work_in_a_closed_channel(stage: Stage, mod: Server) -> None:
    await mod.slash("admin channels deny")
    assert "denied:" in said(stage, await mod.slash("admin channels show"))


async def test_category_thread_and_post_can_be_named(stage: Stage, mod: Server) -> None:
    guild = stage.here.guild
    category, forum = guild.create_category("books"), guild.create_forum_channel("posts")
    await stage.env.settle()
    for one in (category, forum):
        assert f"✅ allowed: <#{one.id}>" in said(stage, await mod.slash("admin channels allow", channel=one))


async def test_show_lists_rules_by_whom_and_takes_one_away_after_a_restart(stage: Stage, mod: Server) -> None:
    assert "in every channel that I see" in said(stage, await mod.slash("admin channels show"))
    talk = await channel(stage, "the-talk")
    await mod.slash("admin channels allow", channel=talk)
    await mod.slash("admin channels deny")
    shown = await mod.slash("admin channels show")
    assert f"✅ allowed: <#{talk.id}>\n-# set by <@{mod.member.id}>" in said(stage, shown)
    assert shown.response is not None
    await stage.restart()

    await mod.member.select(shown.response, [str(talk.id)])

    assert f"no rule for <#{talk.id}>" in stage.text(shown.response)
    guild = await stage.bot.servers.load(stage.here.guild.id)
    assert {channel_id: rule.allowed for channel_id, rule in guild.channels.items()} == {stage.here.channel.id: False}


async def test_rule_for_a_channel_that_was_deleted_can_be_taken_away(stage: Stage, mod: Server) -> None:
    await stage.bot.servers.rule(stage.here.guild.id, 404, "allowed", value=True, by=1, action="channels allow")
    shown = await mod.slash("admin channels show")
    assert shown.response is not None
    await mod.member.select(shown.response, ["404"])
    assert (await stage.bot.servers.load(stage.here.guild.id)).channels == {}


async def test_many_rules_fit_one_card(stage: Stage, mod: Server) -> None:
    for number in range(60):
        await stage.bot.servers.rule(
            stage.here.guild.id, 10**18 + number, "allowed", value=True, by=10**18, action="channels allow"
        )
    text = said(stage, await mod.slash("admin channels show"))
    assert "35 more" in text


async def test_two_moderators_at_once_lose_nothing_and_both_are_on_record(stage: Stage) -> None:
    one, two = stage.moderate(), stage.moderate()
    servers, here = stage.bot.servers, stage.here
    await asyncio.gather(
        *(
            servers.rule(here.guild.id, here.channel.id, "allowed", allowed, by=mod.member.id, action="channels x")
            for mod, allowed in ((one, True), (two, False))
        ),
        servers.rule(here.guild.id, here.channel.id, "episode", "x", by=one.member.id, action="episode use"),
        servers.edit(here.guild.id, "public_roles", lambda was: (*was, 1), by=one.member.id, action="settings roles"),
        servers.edit(here.guild.id, "public_roles", lambda was: (*was, 2), by=two.member.id, action="settings roles"),
    )
    guild = await servers.load(here.guild.id)
    assert set(guild.settings.public_roles) == {1, 2}
    assert guild.channels[here.channel.id].episode == "x"
    assert len(stage.kept()["audit"]) == 5


async def channel(stage: Stage, name: str) -> simcord.ChannelHandle:
    made = stage.here.guild.create_text_channel(name)
    await stage.env.settle()
    return made


def said(stage: Stage, result: simcord.InteractionResult) -> str:
    assert result.ephemeral
    return stage.text(result.response)
