"""Misheard names: proposed from a card, decided by moderators, and then put right in that server alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from simcord.components import walk_components

from bot.buttons import MoreSelect
from bot.shown import Shown
from store.database import names
from store.errors import StoreError
from store.question import Span
from store.server.own import Proposal

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage

TEXT_INPUT = 4
HEARD, MEANT = "Lukashenko", "Łukaszenka"


@pytest.fixture
def moderator(stage: Stage) -> Server:
    return stage.moderate()


async def test_added_name_shows_at_once_here_and_nowhere_else(stage: Stage, moderator: Server) -> None:
    before = stage.text((await stage.there.slash("quote", about=HEARD)).response)
    added = await moderator.slash("admin names add", heard=HEARD, meant=MEANT)
    assert f"“{HEARD}” is now corrected to “{MEANT}”" in stage.text(added.response)
    places = stage.episode.text.count(HEARD)
    assert f"It stands at {places} places" in stage.text(added.response)
    for name, options in (("quote", {"about": HEARD}), ("quote", {"about": MEANT}), ("mentions", {"of": MEANT})):
        assert MEANT in quoted(stage, await stage.here.slash(name, **options))
    assert HEARD not in quoted(stage, await stage.here.slash("quote", about=HEARD))
    assert stage.text((await stage.there.slash("quote", about=HEARD)).response) == before
    assert MEANT not in stage.text((await stage.user.slash("quote", about=HEARD)).response)
    assert MEANT in [choice["value"] for choice in await stage.here.autocomplete("mentions", "of", "Łuk")]
    assert await stage.there.autocomplete("mentions", "of", "Łukasz") == [{"name": "Łukasz", "value": "Łukasz"}]


async def test_removed_name_is_as_it_was_heard_and_undo_puts_it_back(stage: Stage, moderator: Server) -> None:
    await moderator.slash("admin names add", heard=HEARD, meant=MEANT)
    (choice,) = await moderator.autocomplete("admin names remove", "heard", "łukas")
    assert choice["name"] == f"{HEARD} → {MEANT}"
    removed = await moderator.slash("admin names remove", heard=choice["value"])
    assert "no longer corrected" in stage.text(removed.response)
    assert HEARD in quoted(stage, await stage.here.slash("quote", about=HEARD))
    await press(moderator, removed, "Undo")
    assert MEANT in quoted(stage, await stage.here.slash("quote", about=HEARD))
    await moderator.slash("admin names remove", heard=HEARD)
    assert HEARD in quoted(stage, await stage.here.slash("quote", about=HEARD))
    actions = [row[4] for row in stage.kept()["audit"]]
    assert actions == ["names add", "names remove", "undo names remove", "names remove"]


@pytest.mark.parametrize(
    ("heard", "meant", "said"),
    [
        ("Nobody Atall", "x", "is nowhere in this episode"),
        (HEARD.lower(), "x", f"It has “{HEARD}”: capitals count"),
        (HEARD[:-2], "x", "is nowhere in this episode"),
        (HEARD, HEARD, "the same as what was heard"),
        (HEARD, "\u200b\u202e", "has to have letters"),
        (HEARD, "!!!", "has to have letters"),
        (".*", "x", "has to have letters"),
    ],
)
async def test_name_that_will_not_do_changes_nothing(
    stage: Stage, moderator: Server, heard: str, meant: str, said: str
) -> None:
    before = stage.kept()
    result = await moderator.slash("admin names add", heard=heard, meant=meant)
    assert result.ephemeral
    assert said in stage.text(result.response)
    assert stage.take_errors()
    assert stage.kept() == before


async def test_list_is_by_episode_and_only_of_this_server(stage: Stage, moderator: Server) -> None:
    await moderator.slash("admin names add", heard=HEARD, meant="@everyone *x*")
    shown = await moderator.slash("admin names list")
    assert f"“{HEARD}” → “@everyone *x*”" in stage.text(shown.response)
    assert stage.episode.facts.title in stage.text(shown.response)
    there = await stage.moderate(stage.there).slash("admin names list")
    assert HEARD not in stage.text(there.response)
    assert await stage.moderate(stage.there).autocomplete("admin names remove", "heard", "") == []


async def test_member_proposes_and_moderators_accept(stage: Stage, moderator: Server) -> None:
    proposed = await propose(stage, HEARD, MEANT)
    assert proposed.ephemeral
    assert "the moderators here decide" in stage.text(proposed.response)
    assert HEARD in quoted(stage, await stage.here.slash("quote", about=HEARD))
    listed = await moderator.slash("admin names proposals")
    said = stage.text(listed.response)
    assert f"Heard **{HEARD}**, meant **{MEANT}**" in said
    assert f"at {stage.episode.text.count(HEARD)} places" in said
    assert f"<@{stage.here.member.id}>" in said
    accepted = await press(moderator, listed, "Accept")
    assert "is now corrected" in stage.text(accepted.response)
    assert "None waits to be decided" in stage.text(accepted.response)
    assert MEANT in quoted(stage, await stage.here.slash("quote", about=HEARD))
    await press(moderator, accepted, "Undo")
    assert HEARD in quoted(stage, await stage.here.slash("quote", about=HEARD))
    declined = await press(moderator, await moderator.slash("admin names proposals"), "Decline")
    assert "Declined" in stage.text(declined.response)
    again = await propose(stage, HEARD, MEANT)
    assert "was declined by a moderator before" in stage.text(again.response)


async def test_proposals_of_another_server_are_neither_shown_nor_decided(stage: Stage, moderator: Server) -> None:
    await propose(stage, HEARD, MEANT)
    listed = await moderator.slash("admin names proposals")
    there = stage.moderate(stage.there)
    assert HEARD not in stage.text((await there.slash("admin names proposals")).response)
    before = stage.kept()
    for custom_id in stage.ids(listed.response):
        pressed = await there.member.click(await stage.forged(custom_id, stage.there), custom_id=custom_id)
        assert "no such misheard name" in stage.text(pressed.response)
    assert stage.kept() == before


async def test_two_moderators_who_decide_the_same(stage: Stage, moderator: Server) -> None:
    await propose(stage, HEARD, MEANT)
    other = stage.moderate()
    one, two = [await who.slash("admin names proposals") for who in (moderator, other)]
    await press(moderator, one, "Accept")
    late = await press(other, two, "Decline")
    assert "was accepted already" in stage.text(late.response)
    assert MEANT in quoted(stage, await stage.here.slash("quote", about=HEARD))


async def test_many_proposals_are_paged(stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_OPEN_OF_MEMBER", 99)
    for number in range(10):
        proposal = Proposal(stage.episode.id if number else "gone", HEARD, f"{MEANT} {number}")
        await stage.bot.names.propose(stage.here.guild.id, proposal, by=stage.here.member.id)
    first = await moderator.slash("admin names proposals")
    assert "3 more wait" in stage.text(first.response)
    second = await press(moderator, first, "Further")
    assert [f"{MEANT} {number}**" in stage.text(second.response) for number in (6, 7, 9)] == [False, True, True]


async def test_what_a_member_proposes_has_to_stand_in_the_episode(stage: Stage) -> None:
    before = stage.kept()["names"]
    refused = await propose(stage, "Nobody Atall", MEANT)
    assert "is nowhere in this episode" in stage.text(refused.response)
    note = next(note for note in stage.episode.notes.names if not note.lines)
    corrected = await propose(stage, note.heard[0], note.meant)
    assert "is corrected to" in stage.text(corrected.response)
    assert stage.kept()["names"] == before


async def test_member_cannot_flood_the_moderators(stage: Stage) -> None:
    for number in range(names.MOST_OPEN_OF_MEMBER):
        await propose(stage, HEARD, f"x{number}")
    refused = await propose(stage, HEARD, "y")
    assert "still wait for a moderator" in stage.text(refused.response)
    assert len(stage.kept()["names"]) == names.MOST_OPEN_OF_MEMBER


async def test_blocked_member_proposes_nothing_even_in_a_modal_that_was_open(stage: Stage) -> None:
    asked = await press_wrong(stage)
    await stage.bot.servers.block(stage.here.guild.id, stage.here.member.id, by=1, action="member block")
    refused = await fill(stage, asked, HEARD, MEANT)
    assert refused.ephemeral
    assert stage.kept()["names"] == []


async def test_button_in_a_direct_message_or_of_an_episode_not_seen_here_says_so(stage: Stage) -> None:
    direct = await stage.user.slash("quote", about=HEARD)
    pressed = await stage.press(stage.user, direct, "A name is wrong")
    assert "in servers only" in stage.text(pressed.response)
    select = MoreSelect(Shown("00000000", Span(0, 9)), [("name", "A name is wrong")], "More")
    asked = await stage.here.slash("quote", about=HEARD)
    assert asked.response is not None
    shown = stage.env.backend.get_message(asked.response.channel_id, asked.response.id)
    shown.components = [{"type": 1, "components": [select.item.to_component_dict()]}]
    pressed = await stage.press(stage.here.member, asked, "A name is wrong")
    assert "was removed or has changed" in stage.text(pressed.response)


async def propose(stage: Stage, heard: str, meant: str) -> simcord.InteractionResult:
    return await fill(stage, await press_wrong(stage), heard, meant)


async def press_wrong(stage: Stage) -> simcord.InteractionResult:
    shown = await stage.here.slash("quote", about=HEARD)
    return await stage.press(stage.here.member, shown, "A name is wrong")


async def fill(stage: Stage, asked: simcord.InteractionResult, heard: str, meant: str) -> simcord.InteractionResult:
    assert asked.modal is not None
    fields = [one["custom_id"] for one in walk_components(asked.modal["components"]) if one["type"] == TEXT_INPUT]
    submitted = await stage.here.member.submit_modal(asked, dict(zip(fields, (heard, meant), strict=True)))
    assert all(isinstance(error, StoreError) for error in stage.take_errors())
    return submitted


async def press(who: Server, shown: simcord.InteractionResult, label: str) -> simcord.InteractionResult:
    assert shown.response is not None
    return await who.member.click(shown.response, label=label)


def quoted(stage: Stage, result: simcord.InteractionResult) -> str:
    return "\n".join(line for line in stage.text(result.response).splitlines() if line.startswith("> ")) or stage.text(
        result.response
    )
