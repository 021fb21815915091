"""Who sees an answer, when it is put on the record, and what Discord is sent."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import pytest
import simcord
from simcord.components import walk_components

from bot.config import Answers
from bot.reply import forms, waiting
from store.errors import StoreError

if TYPE_CHECKING:
    from store.question import Answer, Question
    from tests.bot.conftest import Stage

DEFERRED = 5
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("quote", {"about": " "}, "has no words in it"),
    ("quote", {"about": "x" * 6000}, "6,000 characters"),
    ("quote", {"about": "war", "speaker": "Nobody"}, "Nobody called “Nobody” speaks in this episode"),
    ("quote", {"about": "war", "episode": "none"}, "No episode is called “none”"),
    ("summary", {"of": "99"}, "There is no chapter 99"),
    ("books", {"episode": "@everyone"}, "No episode is called “@everyone”"),
]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize(("name", "options", "why"), REFUSED, ids=[why for _, _, why in REFUSED])
async def test_bad_input_is_refused_privately_and_recorded(
    stage: Stage, name: str, options: dict[str, Any], why: str, *, public: bool
) -> None:
    result = await stage.here.slash(name, **options, public=public)

    assert result.ephemeral
    assert why in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["refused"]
    assert_all(stage.take_errors(), StoreError)


async def test_row_is_committed_before_the_answer_leaves(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int]] = []

    class Watched(list[simcord.HttpLogEntry]):
        def append(self, entry: simcord.HttpLogEntry) -> None:
            seen.append((entry.path.rpartition("/")[2], len(stage.rows())))

    monkeypatch.setattr(stage.env.backend, "http_requests", Watched())

    await stage.here.slash("quote", about="coup")
    await stage.user.slash("books")
    await stage.user.send_dm("coup")

    assert seen == [("callback", 1), ("callback", 2), ("messages", 3)]


class TestByDefaultInPublic:
    @pytest.fixture
    def answers(self) -> Answers:
        return Answers(public=True)

    async def test_answer_is_public_in_a_server(self, stage: Stage) -> None:
        assert not (await stage.here.slash("books")).ephemeral

    async def test_answer_is_private_when_asked_to(self, stage: Stage) -> None:
        assert (await stage.here.slash("books", public=False)).ephemeral

    async def test_refusal_is_private(self, stage: Stage) -> None:
        assert (await stage.here.slash("summary", of="99")).ephemeral
        stage.take_errors()


async def test_public_changes_nothing_in_a_direct_message(stage: Stage) -> None:
    results = [await stage.user.slash("books", **options) for options in ({}, {"public": True}, {"public": False})]
    assert len({(result.ephemeral, stage.text(result.response)) for result in results}) == 1


async def test_where_only_a_user_brought_the_bot_answers_are_private_and_no_server_is_logged(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_along(stage, monkeypatch)

    result = await stage.here.slash("books", public=True)

    assert result.ephemeral
    assert not any("share" in custom_id for custom_id in stage.ids(result.response))
    assert [row["guild_id"] for row in stage.rows()] == [None]


@pytest.mark.parametrize("public", [False, True])
async def test_slow_answer_is_deferred_in_the_visibility_that_it_will_have(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, *, public: bool
) -> None:
    slow_down(stage, monkeypatch)

    result = await stage.here.slash("books", public=public)

    assert [body["type"] for body in stage.requests("/callback")] == [DEFERRED]
    assert result.ephemeral is not public
    assert "Invisible China" in stage.text(result.response)
    assert result.followups == []


@pytest.mark.parametrize("public", [False, True])
async def test_slow_refusal_is_private_whatever_was_deferred(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, *, public: bool
) -> None:
    slow_down(stage, monkeypatch)

    result = await stage.here.slash("summary", of="99", public=public)

    said = [message for message in (result.response, *result.followups) if message is not None]
    assert [message.ephemeral for message in said] == [True]
    assert "There is no chapter 99" in stage.text(said[0])
    assert_all(stage.take_errors(), StoreError)


async def test_answer_that_discord_rejects_is_recorded_as_failed_and_said_in_private(stage: Stage) -> None:
    stage.env.inject_error("POST", "/interactions/*/callback", status=400, code=200000, message="AutoMod")

    result = await stage.here.slash("books", public=True)

    assert result.ephemeral
    assert "AutoMod stopped the answer" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    stage.take_errors()


async def test_deferred_answer_that_discord_rejects_leaves_nothing_in_public(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_down(stage, monkeypatch)
    stage.env.inject_error("PATCH", "/webhooks/*", status=400, code=200000, message="AutoMod")

    result = await stage.here.slash("books", public=True)

    assert result.response is None
    (said,) = result.followups
    assert said.ephemeral
    assert "AutoMod stopped the answer" in stage.text(said)
    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    stage.take_errors()


async def test_answer_that_comes_too_late_is_only_logged(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction")

    result = await stage.here.slash("books")

    assert not result.acknowledged
    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    assert "an answer came too late" in caplog.text
    assert "Traceback" not in caplog.text
    stage.take_errors()


async def test_card_that_discord_would_reject_is_not_sent(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "TEXT_DISPLAY_CONTENT", 200)

    result = await stage.here.slash("books")

    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    assert not any(
        "Invisible China" in stage.text(message) for message in (result.response, *result.followups) if message
    )
    stage.take_errors()


async def test_nothing_that_is_sent_may_ping(stage: Stage) -> None:
    bad = f"@everyone @here <@{stage.user.id}> <@&{stage.here.guild.default_role.id}>"
    await stage.here.slash("quote", about=bad, public=True)
    await stage.here.slash("quote", about="coup", speaker=bad, public=True)
    await stage.here.slash("summary", of=bad, public=True)
    await stage.here.member.send(stage.here.channel, f"<@{stage.bot.user.id}> {bad}" if stage.bot.user else "")
    await stage.user.send_dm(bad)
    stage.take_errors()

    sent = [body.get("data", body) for part in ("/callback", "/messages") for body in stage.requests(part)]
    assert len(sent) == 5
    assert all(body["allowed_mentions"]["parse"] == [] for body in sent)
    assert not any(body["allowed_mentions"].get("users") or body["allowed_mentions"].get("roles") for body in sent)
    assert not any(body["allowed_mentions"].get("replied_user") for body in sent)
    shown = [item["content"] for body in sent for item in walk_components(body["components"]) if "content" in item]
    assert not any(re.search(r"(?<!\\)(@everyone|@here|<@)", text) for text in shown)


async def test_two_servers_have_rows_of_their_own(stage: Stage) -> None:
    await stage.here.slash("books")
    await stage.there.slash("episode")
    assert [(row["guild_id"], row["command"]) for row in stage.rows()] == [
        (stage.here.guild.id, "books"),
        (stage.there.guild.id, "episode"),
    ]


def slow_down(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk take longer than the bot waits before it tells Discord."""
    monkeypatch.setattr(waiting, "PATIENCE", 0.05)
    answer = stage.bot.desk.answer

    async def slowly(question: Question) -> Answer:
        await asyncio.sleep(2 * waiting.PATIENCE)
        return await answer(question)

    monkeypatch.setattr(stage.bot.desk, "answer", slowly)


def brought_along(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let interactions say what Discord says where only a user has installed the bot."""
    emit = stage.env.backend.emit

    def emitted(event: str, payload: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if event == "INTERACTION_CREATE":
            payload["authorizing_integration_owners"] = {"1": payload["member"]["user"]["id"]}
        return emit(event, payload, *args, **kwargs)

    monkeypatch.setattr(stage.env.backend, "emit", emitted)


def assert_all(errors: list[BaseException], kind: type[Exception]) -> None:
    assert errors
    for error in errors:
        assert isinstance(error.__cause__ or error, kind)
