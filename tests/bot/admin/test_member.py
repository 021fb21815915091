"""`/admin member block` and `unblock`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage


@pytest.fixture
async def mod(stage: Stage) -> Server:
    return stage.moderate()


async def test_block_says_whom_why_and_until_when_and_is_lifted(stage: Stage, mod: Server) -> None:
    member = stage.here.member
    text = said(stage, await mod.slash("admin member block", member=member, reason="noise", until="2d"))
    assert f"<@{member.id}> is blocked until <t:" in text
    assert "Reason: noise" in text
    assert "have blocked you" in said(stage, await stage.here.slash("books"))
    stage.take_errors()

    assert "may ask again" in said(stage, await mod.slash("admin member unblock", member=member))
    assert "Invisible China" in said(stage, await stage.here.slash("books"))
    (block, unblock) = stage.kept()["audit"]
    assert str(member.id) not in f"{block[7:]}{unblock[7:]}"


async def test_block_can_be_undone_and_done_again(stage: Stage, mod: Server) -> None:
    card = (await mod.slash("admin member block", member=stage.here.member, until="1w")).response
    assert card is not None
    await mod.member.click(card, label="Undo")
    assert (await stage.bot.servers.load(stage.here.guild.id)).blocks == {}
    await mod.member.click(card, label="Undo")
    block = (await stage.bot.servers.load(stage.here.guild.id)).blocks[stage.here.member.id]
    assert block.until is not None
    assert timedelta(days=6) < block.until - stage.env.now() < timedelta(days=8)


@pytest.mark.parametrize(
    ("until", "why"),
    [
        ("yesterday", "is no time that I can read"),
        ("2026-13-45", "is no time that I can read"),
        ("99999w", "is no time that I can read"),
        ("2020-01-01", "has passed already"),
        ("0m", "has passed already"),
        ("@everyone", "is no time that I can read"),
    ],
)
async def test_end_that_makes_no_sense_blocks_nobody(stage: Stage, mod: Server, until: str, why: str) -> None:
    assert why in said(stage, await mod.slash("admin member block", member=stage.here.member, until=until))
    assert stage.kept()["blocks"] == []
    stage.take_errors()


async def test_nobody_is_locked_out(stage: Stage, mod: Server) -> None:
    role = stage.here.guild.create_role("named")
    await stage.bot.servers.set(stage.here.guild.id, "moderator_roles", (role.id,), by=1, action="settings moderators")
    named = stage.here.guild.add_member(stage.env.create_user("named"), roles=[role])
    for member in (mod.member, stage.moderate().member, named):
        assert "You can’t block" in said(stage, await mod.slash("admin member block", member=member))
    assert stage.kept()["blocks"] == []
    stage.take_errors()


async def test_who_has_left_can_be_blocked(stage: Stage, mod: Server) -> None:
    gone = stage.env.create_user("gone")
    assert "is blocked for good" in said(stage, await mod.slash("admin member block", member=gone))


async def test_unblocking_who_is_not_blocked_changes_nothing(stage: Stage, mod: Server) -> None:
    assert "nothing has changed" in said(stage, await mod.slash("admin member unblock", member=stage.here.member))
    assert stage.kept()["audit"] == []


async def test_blocked_members_are_shown_with_the_settings(stage: Stage, mod: Server) -> None:
    await mod.slash("admin member block", member=stage.here.member)
    assert f"Blocked: <@{stage.here.member.id}>" in said(stage, await mod.slash("admin settings show")).replace("*", "")


def said(stage: Stage, result: simcord.InteractionResult) -> str:
    assert result.ephemeral
    return stage.text(result.response)
