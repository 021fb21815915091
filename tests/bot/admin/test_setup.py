"""`/admin setup`: one decision a page, and what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.moderation import NotModeratorError
from store.errors import ZoneUnknownError
from store.server.guild_settings import Daily, GuildSettings

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage


@pytest.fixture
async def mod(stage: Stage) -> Server:
    return stage.moderate()


async def begin(stage: Stage, mod: Server) -> simcord.ResponseMessage:
    result = await mod.slash("admin setup")
    assert result.ephemeral
    assert result.response is not None
    del stage
    return result.response


async def turn(mod: Server, card: simcord.ResponseMessage, pages: int) -> None:
    for page in range(pages):
        await mod.member.click(card, custom_id=f"1:setup:{page + 1}")


async def test_walks_through_every_decision_and_shows_what_was_decided(stage: Stage, mod: Server) -> None:
    talk, posts = (stage.here.guild.create_text_channel(name) for name in ("talk-1", "posts"))
    await stage.env.settle()
    card = await begin(stage, mod)
    assert "Setting up" in text(stage, card)
    assert "I have all the permissions that I want" in text(stage, card)

    await mod.member.click(card, label="Begin")
    assert "1 of 5" in text(stage, card)
    await mod.member.select(card, [stage.episode.id], custom_id="1:choose:episode")
    await mod.member.click(card, label="Next")
    await mod.member.select(card, [talk], custom_id="1:where:allowed")
    assert f"allowed: <#{talk.id}>" in text(stage, card)
    await mod.member.click(card, label="Next")
    await mod.member.select(card, ["public"], custom_id="1:choose:public")
    await mod.member.click(card, label="Next")
    await mod.member.select(card, [posts], custom_id="1:where:daily")
    await mod.member.select(card, ["18"], custom_id="1:choose:hour")
    modal = await mod.member.click(card, label="Time zone…")
    await mod.member.submit_modal(modal, {field(modal): "europe/berlin"})
    assert f"in <#{posts.id}> at 18:00, Europe/Berlin" in text(stage, card)
    await mod.member.click(card, label="Next")
    await mod.member.select(card, ["30"], custom_id="1:choose:retention_days")
    await mod.member.click(card, label="Done")

    assert "All set" in text(stage, card)
    assert "Questions are kept for: 30 days" in text(stage, card)
    guild = await stage.bot.servers.load(stage.here.guild.id)
    daily = Daily(channel_id=posts.id, hour=18, zone="Europe/Berlin")
    assert guild.settings == GuildSettings(episode=stage.episode.id, public=True, daily=daily, retention_days=30)
    assert guild.open_channels == (talk.id,)
    assert len(stage.kept()["audit"]) == 7


async def test_works_after_a_restart_and_days_later(stage: Stage, mod: Server) -> None:
    card = await begin(stage, mod)
    await stage.restart()
    await turn(mod, card, 5)
    await mod.member.select(card, ["7"], custom_id="1:choose:retention_days")
    assert (await stage.bot.servers.load(stage.here.guild.id)).settings.retention_days == 7


async def test_choice_is_put_back_on_its_page(stage: Stage, mod: Server) -> None:
    card = await begin(stage, mod)
    await turn(mod, card, 3)
    await mod.member.select(card, ["public"], custom_id="1:choose:public")
    await mod.member.click(card, label="Undo")
    assert "3 of 5" in text(stage, card)
    assert (await stage.bot.servers.load(stage.here.guild.id)).settings.public is None


async def test_channels_that_another_moderator_chose_meanwhile_stay(stage: Stage, mod: Server) -> None:
    one, two = (stage.here.guild.create_text_channel(name) for name in ("one", "two"))
    await stage.env.settle()
    first, second = await begin(stage, mod), await begin(stage, other := stage.moderate())
    for who, card in ((mod, first), (other, second)):
        await turn(who, card, 2)
    await mod.member.select(first, [one], custom_id="1:where:allowed")
    await other.member.select(second, [two], custom_id="1:where:allowed")
    assert set((await stage.bot.servers.load(stage.here.guild.id)).open_channels) == {one.id, two.id}

    await mod.member.select(first, [], custom_id="1:where:allowed")

    assert (await stage.bot.servers.load(stage.here.guild.id)).open_channels == (two.id,)


async def test_permissions_that_are_lacking_are_named_with_what_they_are_for(stage: Stage, mod: Server) -> None:
    everyone = stage.here.guild.default_role
    denied = discord.PermissionOverwrite(send_messages=False, add_reactions=False)
    quiet = stage.here.guild.create_text_channel("quiet", overwrites={everyone: denied})
    await stage.env.settle()
    await mod.slash("admin channels allow", channel=quiet)

    said = text(stage, await begin(stage, mod))

    assert f"In <#{quiet.id}> I lack:\n- **Send Messages** to answer mentions" in said.replace("\\", "")
    assert "Add Reactions" in said
    assert "View Channel" not in said


async def test_channel_in_which_the_bot_may_not_post_is_refused_and_the_page_stays(stage: Stage, mod: Server) -> None:
    everyone = stage.here.guild.default_role
    quiet = stage.here.guild.create_text_channel(
        "quiet", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)}
    )
    await stage.env.settle()
    card = await begin(stage, mod)
    await turn(mod, card, 4)
    result = await mod.member.select(card, [quiet], custom_id="1:where:daily")
    assert result.ephemeral
    assert "I can’t post in" in stage.text(result.response or result.followups[-1])
    assert "4 of 5" in text(stage, card)
    assert stage.kept()["audit"] == []


async def test_zone_that_is_unknown_is_refused_with_the_likest(stage: Stage, mod: Server) -> None:
    card = await begin(stage, mod)
    await turn(mod, card, 4)
    modal = await mod.member.click(card, label="Time zone…")
    result = await mod.member.submit_modal(modal, {field(modal): "Berlin, Germany"})
    assert result.ephemeral
    assert "No time zone is called" in stage.text(result.response or result.followups[-1])
    assert "Europe/Berlin" in stage.text(result.response or result.followups[-1])
    assert stage.kept()["audit"] == []
    assert [type(error) for error in stage.take_errors()] == [ZoneUnknownError]


async def test_nobody_else_presses_a_page_of_it_nor_fills_in_its_modal(stage: Stage, mod: Server) -> None:
    """Walk every page as who has stopped moderating since: each press is looked at anew."""
    role = stage.here.guild.create_role("named")
    await stage.bot.servers.set(stage.here.guild.id, "moderator_roles", (role.id,), by=1, action="settings moderators")
    named = stage.here.guild.add_member(stage.env.create_user("named"), roles=[role])
    (command,) = [one for one in await stage.bot.tree.fetch_commands() if one.name == "admin"]
    stage.here.guild.set_command_permissions(command, {role: True})
    cards = []
    for page in range(7):
        card = (await named.slash(stage.here.channel, "admin setup")).response
        assert card is not None
        for step in range(page):
            await named.click(card, custom_id=f"1:setup:{step + 1}")
        cards.append(card)
    modal = await named.click(cards[4], label="Time zone…")
    await mod.slash("admin settings moderators", remove=role)
    before = stage.kept()

    results: list[simcord.InteractionResult] = [await named.submit_modal(modal, {field(modal): "UTC"})]
    for card in cards:
        for item in stage.components(card):
            if "custom_id" in item:
                results.append(await press(named, card, item, stage))  # noqa: PERF401 - one at a time

    assert len(results) > 15
    for result in results:
        assert "for moderators of this server" in stage.text(result.response or result.followups[-1])
    assert stage.kept() == before
    assert [type(error) for error in stage.take_errors()] == [NotModeratorError]


async def press(
    member: simcord.MemberActor, card: simcord.ResponseMessage, item: dict[str, Any], stage: Stage
) -> simcord.InteractionResult:
    if item["type"] == 2:
        return await member.click(card, custom_id=item["custom_id"])
    chosen = [stage.here.channel] if item["type"] == 8 else [item["options"][-1]["value"]]
    return await member.select(card, chosen, custom_id=item["custom_id"])


def text(stage: Stage, card: simcord.ResponseMessage) -> str:
    return stage.text(card).replace("**", "") if "I lack" not in stage.text(card) else stage.text(card)


def field(shown: simcord.InteractionResult) -> str:
    assert shown.modal is not None
    return str(shown.modal["components"][0]["component"]["custom_id"])
