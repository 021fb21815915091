"""What Discord refuses or fails at: the row says that the answer did not arrive, and nothing is said in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot import cards, reply
from bot.reply import sending

if TYPE_CHECKING:
    from tests.bot.conftest import Stage

CALLBACK, FOLLOW_UP, MESSAGES = "/interactions/*/callback", "/webhooks/*", "/channels/*/messages"
AUTOMOD = {"status": 400, "code": 200_000, "message": "AutoMod"}
# What Discord answers, and what is said of it then; nothing where nobody waits any more.
REFUSED: list[tuple[dict[str, Any], str | None]] = [
    ({"status": 404, "code": 10_062, "message": "Unknown interaction"}, None),
    ({"status": 404, "code": 10_015, "message": "Unknown Webhook"}, None),
    ({"status": 401, "code": 50_027, "message": "Invalid Webhook Token"}, None),
    ({"status": 403, "code": 50_013, "message": "Missing Permissions"}, "lack a permission"),
    ({"status": 429, "code": 0, "message": "You are being rate limited."}, "slow down"),
    ({"status": 500, "code": 0, "message": "Server Error"}, "trouble of its own"),
    ({"status": 503, "code": 0, "message": "Unavailable"}, "trouble of its own"),
    (AUTOMOD, "AutoMod stopped the answer"),
]
ids = [str(refused["code"] or refused["status"]) for refused, _ in REFUSED]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize(("refused", "said"), REFUSED, ids=ids)
async def test_refused_answer_is_recorded_as_failed_and_said_privately(
    stage: Stage, caplog: pytest.LogCaptureFixture, refused: dict[str, Any], said: str | None, *, public: bool
) -> None:
    stage.env.inject_error("POST", CALLBACK, **refused)
    result = await stage.here.slash("books", public=public)
    stage.take_errors()

    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    assert "Traceback" not in caplog.text
    assert result.acknowledged == (said is not None)
    if said:
        assert result.ephemeral
        assert said in stage.text(result.response)


async def test_answer_that_had_arrived_when_it_was_sent_again_is_no_failure(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.env.inject_error("POST", CALLBACK, status=400, code=40_060, message="already acknowledged")
    await stage.here.slash("books")
    assert [row["outcome"] for row in stage.rows()] == ["answered"]
    assert "had arrived already" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(("refused", "said"), REFUSED, ids=ids)
async def test_refused_press_that_asks_keeps_its_row_and_the_card(
    stage: Stage, refused: dict[str, Any], said: str | None
) -> None:
    asked = await stage.here.slash("quote", about="Putin and the war")
    before = stage.text(asked.response)
    stage.env.inject_error("POST", CALLBACK, **refused)

    pressed = await stage.press(stage.here.member, asked, "Next match")

    assert [(row["surface"], row["outcome"]) for row in stage.rows()] == [("slash", "answered"), ("button", "failed")]
    assert stage.text(asked.response) == before
    if said:
        assert pressed.ephemeral
        assert said in stage.text(pressed.response)


async def test_mention_where_the_bot_may_not_write_gets_one_reaction_and_keeps_its_rows(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        stage.env.inject_error("POST", MESSAGES, status=403, code=50_013, message="Missing Permissions")
        await stage.here.member.send(stage.here.channel, f"{stage.mention} coup")
    stage.take_errors()

    assert [(row["surface"], row["outcome"]) for row in stage.rows()] == [("mention", "failed")] * 2
    tried = [entry for entry in stage.env.http_requests if entry.method == "POST" and entry.path.endswith("/messages")]
    assert len(tried) == 2
    assert len([entry for entry in stage.env.http_requests if "/reactions/" in entry.path]) == 1
    assert "Traceback" not in caplog.text


async def test_closed_direct_message_is_left_closed_and_keeps_its_row(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.env.inject_error("POST", MESSAGES, status=403, code=50_007, message="Cannot send messages to this user")
    await stage.user.send_dm("coup")
    stage.take_errors()
    assert [(row["surface"], row["outcome"]) for row in stage.rows()] == [("dm", "failed")]
    sent = [entry for entry in stage.env.http_requests if entry.method == "POST" and entry.path.endswith("/messages")]
    assert len(sent) == 1
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("public", [False, True])
async def test_no_answer_is_lost_while_discord_fails_at_everything(stage: Stage, *, public: bool) -> None:
    for method, path in (("POST", CALLBACK), ("POST", FOLLOW_UP), ("PATCH", FOLLOW_UP)):
        stage.env.inject_error(method, path, status=500, times=9)
    result = await stage.here.slash("books", public=public)
    stage.take_errors()
    assert not result.acknowledged
    assert [row["outcome"] for row in stage.rows()] == ["failed"]


async def test_where_only_a_user_brought_the_bot_it_says_at_most_five_things_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "is_guest", lambda _: True)

    async def talkative(_: object, interaction: Any) -> None:
        for number in range(9):
            await reply.send(interaction, cards.notice(f"number {number}"), private=True)

    monkeypatch.setattr(stage.bot.tree.get_command("help"), "_callback", talkative)
    result = await stage.here.slash("help")

    texts = [stage.text(message) for message in result.followups]
    assert texts[:4] == [f"number {number}" for number in range(1, 5)]
    assert len(texts) == 5
    assert "Ask anew" in texts[4]
