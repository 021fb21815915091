"""A quote to take along: from its card, after a restart, and shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.keepsakes import KeepsakeButton
from store.question import Span

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage


async def press(stage: Stage, shown: simcord.InteractionResult, action: str) -> simcord.InteractionResult:
    assert shown.response is not None
    (custom_id,) = [one for one in stage.ids(shown.response) if f":{action}:" in one]
    return await stage.here.member.click(shown.response, custom_id=custom_id)


async def test_keepsake_is_private_and_is_no_question(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability", public=True)
    kept = await press(stage, asked, "keep")
    assert kept.ephemeral
    assert "Chicago" in stage.text(kept.response)
    assert kept.response is not None
    assert [attached.filename for attached in kept.response.attachments] == ["quote.png"]
    assert len(stage.rows()) == 1


async def test_picture_is_shared_from_ones_own_card(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    kept = await press(stage, asked, "keep")
    shared = await press(stage, kept, "picture")
    assert not shared.ephemeral
    assert "Shared by Listener of here" in stage.text(shared.response)
    (body,) = [body["data"] for body in stage.requests("/callback") if "Shared by" in str(body)]
    assert body["attachments"][0]["description"].startswith("“")


async def test_keepsake_works_after_a_restart(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    await stage.restart()
    await stage.env.advance_time(3600)
    assert "Chicago" in stage.text((await press(stage, asked, "keep")).response)


async def test_keepsake_in_a_direct_message_has_nobody_to_share_with(stage: Stage) -> None:
    asked = await stage.user.slash("quote", about="implausible deniability")
    assert asked.response is not None
    (custom_id,) = [one for one in stage.ids(asked.response) if ":keep:" in one]
    kept = await stage.user.click(asked.response, custom_id=custom_id)
    assert not any("picture" in one for one in stage.ids(kept.response))


def test_id_is_read_back_to_what_it_was_made_from() -> None:
    button = KeepsakeButton("07237bb4", Span(9_999_990, 9_999_999), "x")
    again = KeepsakeButton.read(button.item, str(button.shown))
    assert again.custom_id == button.custom_id
    assert len(button.custom_id) <= 100
