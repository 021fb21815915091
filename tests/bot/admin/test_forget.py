"""What a moderator sees and erases of a member: this server's, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.confirming import NotConfirmedError
from bot.errors import unwrap

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage

SECRET = "what of my grandmother's samovar"


@pytest.fixture
async def moderator(stage: Stage) -> Server:
    await stage.here.slash("quote", about=SECRET)
    await stage.user.slash("quote", about=SECRET)
    return stage.moderate()


async def forget(stage: Stage, moderator: Server, typed: str = "forget") -> simcord.InteractionResult:
    opened = await moderator.slash("admin member forget", member=stage.here.member)
    assert opened.modal is not None
    (label,) = [item["component"] for item in opened.modal["components"] if "component" in item]
    return await moderator.member.submit_modal(opened, {label["custom_id"]: typed})


async def test_show_tells_what_is_kept_here(stage: Stage, moderator: Server) -> None:
    await stage.bot.servers.block(
        stage.here.guild.id, stage.user.id, by=moderator.member.id, action="member block", reason="*rude*"
    )
    result = await moderator.slash("admin member show", member=stage.here.member)
    said = stage.text(result.response)
    assert result.ephemeral
    assert "1 question" in said
    assert "Blocked for good" in said
    assert "reason: *rude*" in said
    assert SECRET not in said


async def test_show_of_somebody_who_never_asked(stage: Stage, moderator: Server) -> None:
    quiet = stage.here.guild.add_member(stage.env.create_user("quiet"))
    result = await moderator.slash("admin member show", member=quiet)
    assert "No question, and nothing else" in stage.text(result.response)


async def test_forgotten_member_is_so_in_this_server_only_and_the_record_does_not_name_them(
    stage: Stage, moderator: Server
) -> None:
    result = await forget(stage, moderator)
    assert result.ephemeral
    assert "is forgotten here" in stage.text(result.response)
    here, direct = stage.rows()
    assert (here["user_id"], here["text"]) == (None, None)
    assert (direct["user_id"], direct["text"]) == (stage.user.id, SECRET)
    (row,) = stage.kept()["audit"]
    assert "member forget" in row
    assert moderator.member.id in row
    assert str(stage.user.id) not in repr(row)


async def test_block_stays_and_moderator_is_told(stage: Stage, moderator: Server) -> None:
    await stage.bot.servers.block(stage.here.guild.id, stage.user.id, by=moderator.member.id, action="member block")
    result = await forget(stage, moderator)
    assert "The block stays" in stage.text(result.response)
    assert len(stage.kept()["blocks"]) == 1


async def test_forgetting_somebody_who_never_asked_says_so(stage: Stage, moderator: Server) -> None:
    await forget(stage, moderator)
    again = await forget(stage, moderator)
    assert "Nothing was kept" in stage.text(again.response)


async def test_nothing_is_forgotten_where_something_else_is_typed(stage: Stage, moderator: Server) -> None:
    before = stage.kept()
    result = await forget(stage, moderator, "yes")
    assert "Nothing was erased" in stage.text(result.response)
    assert stage.kept() == before
    assert {type(unwrap(error)) for error in stage.take_errors()} == {NotConfirmedError}


async def test_record_of_a_block_says_no_more_whom_it_was_about_nor_why(stage: Stage, moderator: Server) -> None:
    await stage.bot.servers.block(
        stage.here.guild.id, stage.user.id, by=moderator.member.id, action="member block", reason="rude"
    )
    await forget(stage, moderator)
    said = stage.text((await moderator.slash("admin log audit")).response)
    assert "somebody who has been erased is blocked" in said
    assert "rude" not in said
    assert str(stage.user.id) not in said
    assert "member forget" in said
