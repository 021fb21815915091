"""`/admin settings`: what each command takes, what it refuses, and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.commands.admin.roles import RolesSelect
from store.server.guild_settings import Cooldown, Daily, GuildSettings

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage


@pytest.fixture
async def mod(stage: Stage) -> Server:
    return stage.moderate()


async def test_show_says_what_is_set_by_whom_and_when(stage: Stage, mod: Server) -> None:
    await mod.slash("admin settings retention", days=30)
    text = said(stage, await mod.slash("admin settings show"))
    assert f"Questions are kept for: 30 days\n-# set by <@{mod.member.id}>, <t:" in text
    assert "Answers: as configured: private, until shared\nEpisode: " in text
    assert "A member may ask: 30 questions in 60 seconds" in text
    assert "May moderate: who has Manage Server" in text


class TestDaily:
    """`/admin settings daily`."""

    async def test_given_in_part_the_rest_stays_or_is_here_at_nine(self, stage: Stage, mod: Server) -> None:
        text = said(stage, await mod.slash("admin settings daily", zone="europe/berlin"))
        here = stage.here.channel.id
        assert f"Daily quote: in <#{here}> at 09:00, Europe/Berlin (was: off)" in text
        assert await settings(stage) == GuildSettings(daily=Daily(channel_id=here, hour=9, zone="Europe/Berlin"))

        other = stage.here.guild.create_text_channel("other")
        await stage.env.settle()
        await mod.slash("admin settings daily", hour=20)
        await mod.slash("admin settings daily", channel=other)
        assert (await settings(stage)).daily == Daily(channel_id=other.id, hour=20, zone="Europe/Berlin")

    async def test_off_is_off_and_can_be_undone(self, stage: Stage, mod: Server) -> None:
        await mod.slash("admin settings daily", hour=8)
        card = (await mod.slash("admin settings daily", off=True)).response
        assert (await settings(stage)).daily is None
        assert card is not None
        await mod.member.click(card, label="Undo")
        assert (await settings(stage)).daily == Daily(channel_id=stage.here.channel.id, hour=8)

    @pytest.mark.parametrize(
        ("zone", "suggested"), [("Berlin", "Europe/Berlin"), ("Tokio", "Asia/Tokyo"), ("@everyone *x*", None)]
    )
    async def test_unknown_zone_is_refused_with_the_likest(
        self, stage: Stage, mod: Server, zone: str, suggested: str | None
    ) -> None:
        result = await mod.slash("admin settings daily", zone=zone)
        text = said(stage, result)
        assert "No time zone is called" in text
        assert suggested is None or suggested in text
        assert (await settings(stage)).daily is None
        stage.take_errors()

    async def test_channel_in_which_the_bot_may_not_post_is_refused(self, stage: Stage, mod: Server) -> None:
        everyone, muted = stage.here.guild.default_role, discord.PermissionOverwrite(send_messages=False)
        closed = stage.here.guild.create_text_channel("closed", overwrites={everyone: muted})
        await stage.env.settle()
        text = said(stage, await mod.slash("admin settings daily", channel=closed))
        assert f"I can’t post in <#{closed.id}>: there I lack Send Messages." in text
        assert (await settings(stage)).daily is None
        stage.take_errors()

    async def test_zones_are_offered_with_the_time_there(self, stage: Stage, mod: Server) -> None:
        del stage
        offered = await mod.autocomplete("admin settings daily", "zone", "berl")
        assert [choice["value"] for choice in offered] == ["Europe/Berlin"]
        assert offered[0]["name"].startswith("Europe/Berlin (")
        assert (await mod.autocomplete("admin settings daily", "zone", ""))[0]["value"] == "UTC"
        assert await mod.autocomplete("admin settings daily", "zone", "nowhere at all") == []


class TestCooldown:
    """`/admin settings cooldown`."""

    async def test_what_is_left_out_stays(self, stage: Stage, mod: Server) -> None:
        await mod.slash("admin settings cooldown", whose="member", questions=3)
        await mod.slash("admin settings cooldown", whose="server", seconds=10)
        found = await settings(stage)
        assert found.member_cooldown == Cooldown(questions=3, seconds=60)
        assert found.guild_cooldown == Cooldown(questions=300, seconds=10)

    async def test_off_and_on_again(self, stage: Stage, mod: Server) -> None:
        text = said(stage, await mod.slash("admin settings cooldown", whose="member", off=True))
        assert "A member may ask: as much as they like (was: 30 questions in 60 seconds)" in text
        assert (await settings(stage)).member_cooldown is None
        await mod.slash("admin settings cooldown", whose="member", questions=2, seconds=5)
        assert (await settings(stage)).member_cooldown == Cooldown(questions=2, seconds=5)

    async def test_without_a_number_it_says_what_holds(self, stage: Stage, mod: Server) -> None:
        text = said(stage, await mod.slash("admin settings cooldown", whose="server"))
        assert "nothing has changed" in text
        assert "All together may ask: 300 questions in 60 seconds" in text
        assert stage.kept()["audit"] == []


class TestRoles:
    """`/admin settings roles` and `moderators`."""

    async def test_role_is_added_and_taken_away(self, stage: Stage, mod: Server) -> None:
        one, two = (stage.here.guild.create_role(name) for name in ("one", "two"))
        await mod.slash("admin settings roles", add=one)
        await mod.slash("admin settings roles", add=two)
        text = said(stage, await mod.slash("admin settings roles", remove=one))
        assert f"May have public answers: <@&{two.id}> (was: <@&{one.id}> and <@&{two.id}>)" in text
        assert (await settings(stage)).public_roles == (two.id,)

    async def test_everyones_role_moderates_nothing(self, stage: Stage, mod: Server) -> None:
        everyone = stage.here.guild.default_role
        assert "everybody’s" in said(stage, await mod.slash("admin settings moderators", add=everyone))
        assert await settings(stage) == GuildSettings()
        stage.take_errors()

    async def test_list_is_chosen_from_and_loses_nothing_of_what_another_added(self, stage: Stage, mod: Server) -> None:
        one, two, three = (stage.here.guild.create_role(name) for name in ("one", "two", "three"))
        await mod.slash("admin settings roles", add=one)
        card = (await mod.slash("admin settings roles")).response
        assert card is not None
        await stage.moderate().slash("admin settings roles", add=two)

        await stage.restart()
        await mod.member.select(card, [three])

        assert (await settings(stage)).public_roles == (two.id, three.id)
        assert f"May have public answers: <@&{two.id}> and <@&{three.id}>" in stage.text(card).replace("*", "")
        assert len(stage.kept()["audit"]) == 3
        await mod.member.click(card, label="Undo")
        assert (await settings(stage)).public_roles == (one.id, two.id)

    async def test_member_with_a_named_role_moderates_but_names_no_moderators(self, stage: Stage, mod: Server) -> None:
        role = stage.here.guild.create_role("quotes")
        named = named_moderator(stage, role)
        await show_commands(stage, role)
        assert "for moderators of this server" in said(stage, await named.slash("admin settings show"))
        stage.take_errors()

        shown = await mod.slash("admin settings moderators", add=role)
        text = said(stage, shown)
        assert f"May moderate: who has Manage Server and <@&{role.id}> (was: who has Manage Server)" in text
        assert "Server Settings → Integrations → TestBot → /admin" in text

        assert "Settings of this server" in said(stage, await named.slash("admin settings show"))
        before = stage.kept()
        assert "Manage Server themselves" in said(stage, await named.slash("admin settings moderators", remove=role))
        (audit_id, *_), *_ = stage.kept()["audit"]
        assert "Manage Server themselves" in said(stage, await press_copied(stage, named, f"1:undo:{audit_id}"))
        select = RolesSelect("moderator_roles", [role.id])
        assert "Manage Server themselves" in said(stage, await choose_copied(stage, named, select))
        assert stage.kept() == before
        stage.take_errors()


def said(stage: Stage, result: simcord.InteractionResult) -> str:
    """Return what a moderator is told in private, without the marks of bold."""
    assert result.ephemeral
    return stage.text(result.response).replace("*", "")


async def settings(stage: Stage) -> GuildSettings:
    return (await stage.bot.servers.load(stage.here.guild.id)).settings


def named_moderator(stage: Stage, role: simcord.RoleHandle) -> Server:
    member = stage.here.guild.add_member(stage.env.create_user("named"), roles=[role])
    return type(stage.here)(stage.here.guild, stage.here.channel, member)


async def show_commands(stage: Stage, role: simcord.RoleHandle) -> None:
    """Do what an administrator does under Integrations."""
    (command,) = [command for command in await stage.bot.tree.fetch_commands() if command.name == "admin"]
    stage.here.guild.set_command_permissions(command, {role: True})


async def press_copied(stage: Stage, who: Server, custom_id: str) -> simcord.InteractionResult:
    button: discord.ui.Button[Any] = discord.ui.Button(label="copied", custom_id=custom_id)
    return await who.member.click(await post(stage, button), label="copied")


async def choose_copied(stage: Stage, who: Server, select: discord.ui.Item[Any]) -> simcord.InteractionResult:
    return await who.member.select(await post(stage, select), [])


async def post(stage: Stage, item: discord.ui.Item[Any]) -> discord.Message:
    channel = stage.bot.get_channel(stage.here.channel.id)
    assert isinstance(channel, discord.TextChannel)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(item)
    return await channel.send(view=discord.ui.LayoutView().add_item(row))
