"""Undo puts back what was changed: once, where nobody has changed it since, in its own server, after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.commands.admin.undo import UndoButton
from store.server.guild_settings import GuildSettings

if TYPE_CHECKING:
    from tests.bot.conftest import Stage


async def test_change_is_confirmed_and_undone(stage: Stage) -> None:
    moderator = stage.moderate()
    card = (await moderator.slash("admin settings visibility", answers="public")).response
    assert "Answers: public (was: as configured)" in stage.text(card).replace("*", "")
    assert not (await stage.here.slash("books")).ephemeral
    assert card is not None

    await moderator.member.click(card, label="Undo")

    assert "Answers: as configured (was: public)" in stage.text(card).replace("*", "")
    assert (await stage.here.slash("books")).ephemeral
    assert [row[4] for row in stage.kept()["audit"]] == ["settings visibility", "undo settings visibility"]


async def test_undo_works_after_a_restart(stage: Stage) -> None:
    moderator = stage.moderate()
    card = (await moderator.slash("admin settings retention", days=7)).response
    assert card is not None
    await stage.restart()
    await moderator.member.click(card, label="Undo")
    assert await settings(stage) == GuildSettings()


async def test_what_was_changed_since_is_left_alone(stage: Stage) -> None:
    first, second = stage.moderate(), stage.moderate()
    card = (await first.slash("admin settings retention", days=7)).response
    assert card is not None
    await second.slash("admin settings retention", days=14)
    before = stage.kept()

    result = await first.member.click(card, label="Undo")

    assert result.ephemeral
    assert "changed again since" in stage.text(result.response)
    assert stage.kept() == before


async def test_undo_pressed_in_another_server_changes_nothing(stage: Stage) -> None:
    here, there = stage.moderate(), stage.moderate(stage.there)
    await here.slash("admin settings retention", days=7)
    ((audit_id, *_),) = stage.kept()["audit"]
    before = stage.kept()
    channel = stage.bot.get_channel(there.channel.id)
    assert isinstance(channel, discord.TextChannel)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(UndoButton(audit_id, "Undo"))
    copied = await channel.send(view=discord.ui.LayoutView().add_item(row))

    result = await there.member.click(copied, label="Undo")

    assert result.ephemeral
    assert "on this server’s record" in stage.text(result.response)
    assert stage.kept() == before


async def settings(stage: Stage) -> GuildSettings:
    return (await stage.bot.servers.load(stage.here.guild.id)).settings
