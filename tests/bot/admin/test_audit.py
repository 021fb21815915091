"""`/admin log audit`: what was changed, by whom and when; paged, filtered, and of this server alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage


@pytest.fixture
async def mod(stage: Stage) -> Server:
    return stage.moderate()


async def test_says_who_changed_what_from_what_to_what(stage: Stage, mod: Server) -> None:
    await mod.slash("admin settings retention", days=30)
    await mod.slash("admin member block", member=stage.here.member, reason="*noise* @everyone")
    text = said(stage, await mod.slash("admin log audit"))
    blocked, retention = text.split("Record of changes\n")[1].split("\n-# ")[:2]
    assert blocked == f"<@{stage.here.member.id}> is blocked for good. Reason: *noise* @everyone"
    assert retention.startswith(f"<@{mod.member.id}> · <t:")
    assert "Questions are kept for: 30 days (was: 90 days)" in text.replace("*", "")


async def test_pages_lead_to_the_oldest_and_back_and_what_is_new_shifts_nothing(stage: Stage, mod: Server) -> None:
    for days in range(1, 61):
        await stage.bot.servers.set(stage.here.guild.id, "retention_days", days, by=7, action="settings retention")
    card = (await mod.slash("admin log audit")).response
    assert card is not None
    seen = changes(stage, card)
    await stage.restart()
    await mod.slash("admin settings retention", days=90)
    while "Older" in [item.get("label") for item in stage.components(card)]:
        await mod.member.click(card, label="Older")
        seen += changes(stage, card)
    assert seen == [str(days) for days in range(60, 0, -1)]

    await mod.member.click(card, label="Newest")

    assert changes(stage, card)[0] == "90"


async def test_filters_by_kind_and_by_member_also_what_was_undone(stage: Stage, mod: Server) -> None:
    card = (await mod.slash("admin settings retention", days=30)).response
    assert card is not None
    await mod.member.click(card, label="Undo")
    await mod.slash("admin channels deny")
    await stage.moderate().slash("admin member block", member=stage.here.member)

    assert said(stage, await mod.slash("admin log audit", about="settings")).count("kept for") == 2
    by_member = said(stage, await mod.slash("admin log audit", member=stage.here.member))
    assert (by_member.count("is blocked"), by_member.count("denied")) == (1, 0)
    by_mod = said(stage, await mod.slash("admin log audit", member=mod.member))
    assert (by_mod.count("is blocked"), by_mod.count("denied")) == (0, 1)
    assert "Nothing that fits" in said(stage, await mod.slash("admin log audit", about="names"))


async def test_another_servers_changes_are_not_shown(stage: Stage, mod: Server) -> None:
    await stage.moderate(stage.there).slash("admin settings retention", days=30)
    assert "Nothing that fits" in said(stage, await mod.slash("admin log audit"))
    assert await stage.bot.servers.audit.one(stage.here.guild.id, 1) is None


async def test_change_of_which_nothing_more_is_known_is_said_plainly(stage: Stage, mod: Server) -> None:
    await stage.bot.servers.rule(stage.here.guild.id, 5, "episode", "a-b", by=1, action="episode use")
    assert "The episode in <#5>: a-b" in said(stage, await mod.slash("admin log audit"))


def said(stage: Stage, result: simcord.InteractionResult) -> str:
    assert result.ephemeral
    return stage.text(result.response)


def changes(stage: Stage, card: simcord.ResponseMessage) -> list[str]:
    """Return to how many days each change on a page was, from the top."""
    lines = [line for line in stage.text(card).splitlines() if "kept for" in line]
    return [line.partition("**: ")[2].split()[0] for line in lines]
