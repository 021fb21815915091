"""A quote to take along: from its card, after a restart, and shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.conftest import Stage


KEEP, SHARE = "Picture and citation", "Share the picture"


async def test_keepsake_is_private_and_is_no_question(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability", public=True)
    kept = await stage.press(stage.here.member, asked, KEEP)
    assert kept.ephemeral
    assert "Chicago" in stage.text(kept.response)
    assert kept.response is not None
    assert [attached.filename for attached in kept.response.attachments] == ["quote.png"]
    assert len(stage.rows()) == 1


async def test_picture_is_shared_from_ones_own_card(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    kept = await stage.press(stage.here.member, asked, KEEP)
    shared = await stage.press(stage.here.member, kept, SHARE)
    assert not shared.ephemeral
    assert "Shared by Listener of here" in stage.text(shared.response)
    (body,) = [body["data"] for body in stage.requests("/callback") if "Shared by" in str(body)]
    assert body["attachments"][0]["description"].startswith("“")


async def test_keepsake_works_after_a_restart(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    await stage.restart()
    await stage.env.advance_time(3600)
    assert "Chicago" in stage.text((await stage.press(stage.here.member, asked, KEEP)).response)


async def test_keepsake_in_a_direct_message_has_nobody_to_share_with(stage: Stage) -> None:
    asked = await stage.user.slash("quote", about="implausible deniability")
    kept = await stage.press(stage.user, asked, KEEP)
    assert "Chicago" in stage.text(kept.response)
    assert not any("picture" in one for one in stage.ids(kept.response))
