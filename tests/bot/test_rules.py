"""What a server's rules stop: by command, by message and by button; who is told what, and what is on the record."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import discord
import pytest

from bot.quiet import HUSH, STILL, WAIT
from store.errors import RuleError
from store.server.guild_settings import Cooldown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import simcord

    from tests.bot.conftest import Stage


@pytest.fixture(autouse=True)
def _refusals_are_no_faults(stage: Stage) -> Iterator[None]:
    yield
    assert all(isinstance(error.__cause__ or error, RuleError) for error in stage.take_errors())


async def test_command_in_a_closed_channel_is_told_privately_where_to_go(stage: Stage) -> None:
    talk = stage.here.guild.create_text_channel("the-talk")
    await close(stage, talk, allowed=True)
    for _ in range(2):
        result = await stage.here.slash("books", public=True)
        assert result.ephemeral
        assert f"Ask in <#{talk.id}>" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["refused", "refused"]
    assert (await stage.here.slash("help")).ephemeral
    assert "/books" in stage.text((await stage.here.member.slash(talk, "help")).response)
    assert (await stage.user.slash("books")).response is not None


async def test_mention_in_a_closed_channel_gets_one_reaction_then_nothing_for_a_while(stage: Stage) -> None:
    await close(stage, stage.here.channel)
    for _ in range(3):
        await mention(stage, "the coup")
    await mention(stage, "")
    assert reactions(stage) == [HUSH]
    assert said(stage) == []
    assert [row["outcome"] for row in stage.rows()] == ["refused"] * 4

    await stage.env.advance_time(STILL.total_seconds() + 1)
    await mention(stage, "the coup")

    assert reactions(stage) == [HUSH, HUSH]


async def test_reaction_that_discord_forbids_is_let_be(stage: Stage) -> None:
    await close(stage, stage.here.channel)
    stage.env.inject_error("PUT", "/channels/*", status=403, code=50013, message="Missing Permissions")
    await mention(stage, "the coup")
    assert said(stage) == []


@pytest.mark.parametrize("kind", ["thread", "post"])
async def test_rule_of_a_channel_holds_for_its_threads_and_posts(stage: Stage, kind: str) -> None:
    inner, outer = await inside(stage, kind)
    await close(stage, outer)

    result = await stage.here.member.slash(inner, "books")
    await stage.here.member.send(inner, f"{bot(stage)} the coup")

    assert "I don’t answer in this channel" in stage.text(result.response)
    assert reactions(stage) == [HUSH]
    assert [row["outcome"] for row in stage.rows()] == ["refused", "refused"]
    assert "Invisible China" in stage.text((await stage.here.slash("books")).response)


async def test_rule_of_a_category_holds_for_its_channels(stage: Stage) -> None:
    category = stage.here.guild.create_category("books")
    inner = stage.here.guild.create_text_channel("in-it", category=category)
    await stage.env.settle()
    await close(stage, category, allowed=True)
    assert "Invisible China" in stage.text((await stage.here.member.slash(inner, "books")).response)
    assert "I don’t answer" in stage.text((await stage.here.slash("books")).response)


async def test_button_in_a_closed_channel_says_where_to_go(stage: Stage) -> None:
    card = (await stage.here.slash("quote", about="coup")).response
    assert card is not None
    await close(stage, stage.here.channel)
    for label in ("More context", "Share"):
        result = await stage.here.member.click(card, label=label)
        assert result.ephemeral
        assert "I don’t answer in this channel" in stage.text(result.response)


async def test_blocked_members_commands_get_one_private_line_each_time_and_messages_nothing(stage: Stage) -> None:
    card = (await stage.here.slash("quote", about="coup")).response
    assert card is not None
    await block(stage)
    for name, options in (("books", {"public": True}), ("books", {}), ("help", {})):
        result = await stage.here.slash(name, **options)
        assert result.ephemeral
        assert result.followups == []
        assert "have blocked you" in stage.text(result.response)
    assert "have blocked you" in stage.text((await stage.here.member.click(card, label="Share")).response)

    await mention(stage, "the coup")
    await mention(stage, "")

    assert (reactions(stage), said(stage)) == ([], [])
    assert [row["outcome"] for row in stage.rows()] == ["answered"] + ["refused"] * 4


async def test_block_ends_and_holds_in_its_server_only(stage: Stage) -> None:
    await block(stage, until=stage.env.now() + timedelta(hours=1))
    refused = await stage.here.slash("books")
    assert "until <t:" in stage.text(refused.response)
    assert "Invisible China" in stage.text((await stage.user.slash("books")).response)
    await stage.env.advance_time(3601)
    assert "Invisible China" in stage.text((await stage.here.slash("books")).response)


async def test_cooldown_tells_a_command_the_time_each_time(stage: Stage) -> None:
    await cool(stage, "member_cooldown", 2)
    card = (await stage.here.slash("quote", about="coup")).response
    await stage.here.slash("books")
    for _ in range(2):
        result = await stage.here.slash("books", public=True)
        assert result.ephemeral
        assert "Slower, please. Ask again <t:" in stage.text(result.response)
        assert ":R>" in stage.text(result.response)
    assert card is not None
    assert "Slower" in stage.text((await stage.here.member.click(card, label="Share")).response)
    assert "Slower" not in stage.text((await stage.here.member.click(card, label="More context")).response)
    assert [row["outcome"] for row in stage.rows()] == ["answered", "answered", "refused", "refused"]

    await stage.env.advance_time(61)

    assert "Invisible China" in stage.text((await stage.here.slash("books")).response)


async def test_cooldown_reacts_to_one_message_then_is_still_until_it_is_over(stage: Stage) -> None:
    await cool(stage, "member_cooldown", 1)
    for _ in range(4):
        await mention(stage, "the coup")
    assert (reactions(stage), len(said(stage))) == ([WAIT], 1)

    await stage.env.advance_time(61)
    for _ in range(3):
        await mention(stage, "the coup")

    assert (reactions(stage), len(said(stage))) == ([WAIT, WAIT], 2)


async def test_cooldown_of_the_server_is_said_once_for_all(stage: Stage) -> None:
    await cool(stage, "guild_cooldown", 1)
    await mention(stage, "the coup")
    for number in range(3):
        other = stage.here.guild.add_member(stage.env.create_user(f"other-{number}"))
        await other.send(stage.here.channel, f"{bot(stage)} the coup")
    assert (reactions(stage), len(said(stage))) == ([WAIT], 1)
    assert "Many are asking" in stage.text((await stage.here.slash("books")).response)
    assert "Invisible China" in stage.text((await stage.there.slash("books")).response)


async def test_direct_messages_have_the_default_cooldown_of_a_member(stage: Stage) -> None:
    for _ in range(31):
        await stage.user.send_dm("the coup")
    assert [row["outcome"] for row in stage.rows()] == ["answered"] * 30 + ["refused"]
    assert reactions(stage) == [WAIT]


class TestPublicRoles:
    """Who may be answered for all to see."""

    @pytest.fixture
    async def role(self, stage: Stage) -> simcord.RoleHandle:
        role = stage.here.guild.create_role("loud")
        await stage.bot.servers.set(stage.here.guild.id, "public_roles", (role.id,), by=1, action="settings roles")
        return role

    async def test_others_are_answered_privately_with_a_note(self, stage: Stage, role: simcord.RoleHandle) -> None:
        del role
        result = await stage.here.slash("books", public=True)
        assert result.ephemeral
        assert "Invisible China" in stage.text(result.response)
        assert not any("share" in custom_id for custom_id in stage.ids(result.response))
        (note,) = result.followups
        assert note.ephemeral
        assert "only some roles" in stage.text(note)
        assert [row["outcome"] for row in stage.rows()] == ["answered"]

    async def test_who_has_the_role_or_manages_is_answered_in_public(
        self, stage: Stage, role: simcord.RoleHandle
    ) -> None:
        loud = stage.here.guild.add_member(stage.env.create_user("loud"), roles=[role])
        for member in (loud, stage.moderate().member):
            result = await member.slash(stage.here.channel, "books", public=True)
            assert not result.ephemeral
            assert result.followups == []
            await member.send(stage.here.channel, f"{bot(stage)} the coup")
        assert len(said(stage)) == 4

    async def test_mention_by_another_gets_a_reaction_alone(self, stage: Stage, role: simcord.RoleHandle) -> None:
        del role
        await mention(stage, "the coup")
        await mention(stage, "the coup")
        assert (reactions(stage), said(stage)) == ([HUSH], [])
        assert [row["outcome"] for row in stage.rows()] == ["refused", "refused"]

    async def test_card_from_before_cannot_be_shared(self, stage: Stage) -> None:
        card = (await stage.here.slash("books")).response
        assert card is not None
        await stage.bot.servers.set(stage.here.guild.id, "public_roles", (5,), by=1, action="settings roles")
        assert (await stage.here.member.click(card, label="Share")).ephemeral

    async def test_discussion_by_another_is_refused(self, stage: Stage, role: simcord.RoleHandle) -> None:
        del role
        result = await stage.here.slash("discuss")
        assert result.ephemeral
        assert "only some roles" in stage.text(result.response)
        assert [row["outcome"] for row in stage.rows()] == ["refused"]


def bot(stage: Stage) -> str:
    assert stage.bot.user is not None
    return f"<@{stage.bot.user.id}>"


async def mention(stage: Stage, text: str) -> None:
    await stage.here.member.send(stage.here.channel, f"{bot(stage)} {text}")


def said(stage: Stage) -> list[str]:
    """Return what the bot has said in the channel of `here`, for all to see."""
    mine = [message for message in stage.here.channel.history() if f"<@{message.author.id}>" == bot(stage)]
    return [stage.text(message) for message in mine]


def reactions(stage: Stage) -> list[str]:
    """Return the reactions that the bot has asked Discord for."""
    paths = [entry.path for entry in stage.env.http_requests if "/reactions/" in entry.path]
    return [unquote(path.split("/reactions/")[1].split("/")[0]) for path in paths]


async def inside(stage: Stage, kind: str) -> tuple[simcord.ChannelHandle, simcord.ChannelHandle]:
    """Open a thread, or a post in a forum; return it and the channel that it is in."""
    outer = stage.here.guild.create_text_channel("outer") if kind == "thread" else None
    outer = outer or stage.here.guild.create_forum_channel("outer")
    await stage.env.settle()
    channel = stage.bot.get_channel(outer.id)
    if isinstance(channel, discord.TextChannel):
        await channel.create_thread(name="inner", type=discord.ChannelType.public_thread)
    elif isinstance(channel, discord.ForumChannel):
        await channel.create_thread(name="inner", content="a post")
    await stage.env.settle()
    (inner,) = outer.threads
    return inner, outer


async def close(stage: Stage, channel: simcord.ChannelHandle, *, allowed: bool = False) -> None:
    await stage.bot.servers.rule(stage.here.guild.id, channel.id, "allowed", allowed, by=1, action="channels allow")


async def block(stage: Stage, **options: Any) -> None:
    here = stage.here
    await stage.bot.servers.block(here.guild.id, here.member.id, by=1, action="member block", **options)


async def cool(stage: Stage, name: str, questions: int) -> None:
    value = Cooldown(questions=questions, seconds=60)
    await stage.bot.servers.set(stage.here.guild.id, name, value, by=1, action="settings cooldown")
