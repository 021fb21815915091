"""`/privacy`: what a person learns, takes along, erases and stops, in any place and whether blocked or not."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from discord import app_commands

from bot.cards.limits import TEXT_DISPLAY_CONTENT
from bot.cards.privacy import Terms, policy_card
from bot.client import create_bot
from bot.config import Privacy, Settings
from bot.confirming import NotConfirmedError
from bot.errors import unwrap
from bot.personal_file import personal_file
from bot.words import Words
from store.errors import MemberBlockedError
from store.server.privacy import PersonalData

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

SECRET = "what of my grandmother's samovar"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def files_holding(stage: Stage, *needles: bytes) -> list[str]:
    found = [path for path in stage.database.parent.rglob("*") if path.is_file()]
    return [path.name for path in found if any(needle in path.read_bytes() for needle in needles)]


def named(user_id: int) -> tuple[bytes, bytes]:
    """A member's id as text, and as SQLite writes an integer."""
    return str(user_id).encode(), user_id.to_bytes(8, "big")


def naming(stage: Stage, user_id: int) -> set[str]:
    """Return the tables that hold a member's id."""
    return {name for name, rows in stage.kept().items() if str(user_id) in repr(rows)}


def unwrapped(stage: Stage) -> set[type[BaseException]]:
    return {type(unwrap(error)) for error in stage.take_errors()}


async def delete(stage: Stage, typed: str = "delete", *, direct: bool = False) -> simcord.InteractionResult:
    asker = stage.user if direct else stage.here.member
    opened = await (stage.user.slash("privacy delete") if direct else stage.here.slash("privacy delete"))
    assert opened.modal is not None
    return await asker.submit_modal(opened, {field(opened): typed})


def field(opened: simcord.InteractionResult) -> str:
    assert opened.modal is not None
    (label,) = [item["component"] for item in opened.modal["components"] if "component" in item]
    return str(label["custom_id"])


async def exported(stage: Stage) -> dict[str, Any]:
    result = await stage.here.slash("privacy export")
    assert result.ephemeral
    assert result.response is not None
    (file,) = result.response.attachments
    form: dict[str, Any] = json.loads(await file.read())
    return form


async def test_policy_says_what_why_how_long_and_who_sees_it(stage: Stage) -> None:
    moderator = stage.moderate()
    await stage.bot.servers.set(
        stage.here.guild.id, "retention_days", 12, by=moderator.member.id, action="settings retention"
    )
    result = await stage.here.slash("privacy policy")
    said = stage.text(result.response)
    assert result.ephemeral
    assert "after 12 days" in said
    assert "after 90 days" in said
    assert "365 days" in said
    assert "30 days" in said
    assert "moderators see what is asked in their server" in said
    direct = await stage.user.slash("privacy policy")
    assert "in this server" not in stage.text(direct.response)
    assert stage.rows() == []


async def test_policy_links_to_where_the_whole_of_it_stands(stage: Stage, settings: Settings) -> None:
    address = "https://example.org/privacy"
    await stage.bot.close()
    await stage.env.restart_bot(create_bot(settings.model_copy(update={"privacy": Privacy(policy=address)})))
    result = await stage.here.slash("privacy policy")
    assert [item["url"] for item in stage.components(result.response) if "url" in item] == [address]


def test_policy_fits_into_a_message() -> None:
    card = policy_card(Terms(365, 90, 3650, 365, "https://example.org"), Words())
    assert card.content_length() < TEXT_DISPLAY_CONTENT


async def test_export_has_all_that_names_the_asker_and_nobody_else(stage: Stage) -> None:
    await stage.here.slash("quote", about=SECRET)
    await stage.user.slash("mentions", of="Prigozhin")
    await stage.there.slash("quote", about="another's question")
    form = await exported(stage)
    assert form["user_id"] == str(stage.user.id)
    assert [(row["text"], row["user_id"]) for row in form["tables"]["queries"]] == [
        (SECRET, str(stage.user.id)),
        ("Prigozhin", str(stage.user.id)),
    ]
    assert form["tables"]["queries"][0]["guild_id"] == str(stage.here.guild.id)
    assert form["left_out"] == {"queries": 0}
    assert "another's question" not in json.dumps(form)


async def test_export_of_somebody_who_never_asked_is_empty(stage: Stage) -> None:
    assert (await exported(stage))["tables"] == {"queries": []}


@pytest.mark.parametrize("direct", [False, True], ids=["in a server", "in a direct message"])
async def test_deleted_member_is_in_no_table_and_no_file(stage: Stage, *, direct: bool) -> None:
    await stage.here.slash("quote", about=SECRET)
    await stage.user.slash("quote", about=SECRET)
    await stage.there.slash("quote", about=f"did <@{stage.user.id}> say so?")
    assert files_holding(stage, *named(stage.user.id), SECRET.encode())

    result = await delete(stage, direct=direct)

    assert "2 questions" in stage.text(result.response)
    assert "What stays" not in stage.text(result.response)
    assert naming(stage, stage.user.id) == set()
    assert files_holding(stage, *named(stage.user.id), SECRET.encode()) == []
    assert [row["command"] for row in stage.rows()] == ["quote"] * 3
    assert stage.rows()[0]["answer_lines"] is not None


async def test_delete_says_what_stays_and_leaves_just_that(stage: Stage) -> None:
    here = stage.here.guild.id
    await stage.here.slash("privacy optout")
    await stage.bot.servers.block(here, stage.user.id, by=1, action="member block", reason="rude")
    await stage.bot.servers.set(here, "retention_days", 12, by=stage.user.id, action="settings retention")

    result = await delete(stage)

    said = stage.text(result.response)
    assert "you have opted out" in said
    assert "erasing lifts no block" in said
    assert "1 change that you made as a moderator" in said
    assert naming(stage, stage.user.id) == {"members", "blocks", "audit"}
    refused = await stage.here.slash("quote", about=SECRET)
    assert stage.rows()[-1]["outcome"] == "refused"
    assert refused.ephemeral
    assert unwrapped(stage) == {MemberBlockedError}


async def test_what_was_chosen_is_forgotten_at_once(stage: Stage) -> None:
    await stage.here.slash("settings text plain")
    assert stage.user.id in stage.bot.plain_readers
    await delete(stage)
    assert stage.user.id not in stage.bot.plain_readers
    assert naming(stage, stage.user.id) == set()


@pytest.mark.parametrize("typed", ["", "yes", "dele te"])
async def test_nothing_is_deleted_where_something_else_is_typed(stage: Stage, typed: str) -> None:
    await stage.here.slash("quote", about=SECRET)
    before = stage.kept()
    result = await delete(stage, typed or " ")
    assert result.ephemeral
    assert "Nothing was erased" in stage.text(result.response)
    assert unwrapped(stage) == {NotConfirmedError}
    assert stage.kept() == before


async def test_who_never_asked_has_nothing_to_erase(stage: Stage) -> None:
    result = await delete(stage, " DELETE ")
    assert "There was nothing to erase" in stage.text(result.response)


async def test_opted_out_member_is_counted_only_also_after_deleting(stage: Stage) -> None:
    assert "From now on" in stage.text((await stage.here.slash("privacy optout")).response)
    assert "already" in stage.text((await stage.user.slash("privacy optout")).response)
    await stage.here.slash("quote", about=SECRET)
    await delete(stage)
    answered = await stage.user.slash("quote", about="implausible deniability")
    assert "Stephen Kotkin" in stage.text(answered.response)
    assert [(row["user_id"], row["text"], row["options"]) for row in stage.rows()] == [(None, None, None)] * 2
    assert stage.rows()[1]["channel_id"] is None, "a direct message is known by its two ends"
    assert naming(stage, stage.user.id) == {"members"}

    assert "kept again" in stage.text((await stage.here.slash("privacy optin")).response)
    await stage.here.slash("quote", about=SECRET)
    assert stage.rows()[-1]["text"] == SECRET
    assert "not opted out" in stage.text((await stage.here.slash("privacy optin")).response)


async def test_blocked_member_still_has_all_of_it(stage: Stage) -> None:
    await stage.here.slash("quote", about=SECRET)
    await stage.bot.servers.block(stage.here.guild.id, stage.user.id, by=1, action="member block")
    for name in ("privacy policy", "privacy optout", "privacy optin"):
        assert "block" not in stage.text((await stage.here.slash(name)).response).partition("Why")[2].lower()
    assert len((await exported(stage))["tables"]["queries"]) == 1
    assert "1 question" in stage.text((await delete(stage)).response)


async def test_many_times_in_a_minute_is_too_often(stage: Stage) -> None:
    for _ in range(5):
        await stage.here.slash("privacy export")
    result = await stage.here.slash("privacy export")
    assert result.ephemeral
    assert "Slower" in stage.text(result.response)
    assert unwrapped(stage) == {app_commands.CommandOnCooldown}


def test_file_that_is_too_large_is_compressed_and_then_loses_its_oldest_questions() -> None:
    rows = tuple({"id": number, "text": f"{number * 7919 % 100_003:06d}" * 20} for number in range(3_000))
    data = PersonalData(7, {"queries": rows})
    whole = len(personal_file(data, NOW, 10**9)[1])
    name, content = personal_file(data, NOW, whole - 1)
    assert name.endswith(".gz")
    assert len(json.loads(gzip.decompress(content))["tables"]["queries"]) == 3_000
    _, content = personal_file(data, NOW, len(content) // 2)
    form = json.loads(gzip.decompress(content))
    kept = form["tables"]["queries"]
    assert 0 < len(kept) < 3_000
    assert kept[-1]["id"] == "2999"
    assert form["left_out"] == {"queries": 3_000 - len(kept)}


async def test_who_reads_plain_text_gets_the_file_and_the_policy_too(stage: Stage) -> None:
    await stage.here.slash("settings text plain")
    result = await stage.here.slash("privacy export")
    assert result.response is not None
    assert "All that names you" in result.response.content
    (file,) = result.response.attachments
    assert json.loads(await file.read())["tables"]["members"] == [
        {"user_id": str(stage.user.id), "plain": True, "opted_out_at": None}
    ]
    policy = await stage.here.slash("privacy policy")
    assert policy.response is not None
    assert "/privacy optout" in policy.response.content
