"""Direct messages and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.conftest import Stage


def mention(stage: Stage) -> str:
    assert stage.bot.user is not None
    return f"<@{stage.bot.user.id}>"


def answers(stage: Stage) -> list[str]:
    """Return what the bot has said in the channel of `here`."""
    assert stage.bot.user is not None
    said = [message for message in stage.here.channel.history() if message.author.id == stage.bot.user.id]
    return [stage.text(message) for message in said]


async def test_direct_message_finds_the_quote(stage: Stage) -> None:
    message = await stage.user.send_dm("implausible deniability")
    answer = stage.user.dm_channel.last_message
    assert "implausible deniability for Russian military intelligence" in stage.text(answer)
    assert answer is not None
    assert answer.reference is not None
    assert answer.reference.message_id == message.id
    (row,) = stage.rows()
    assert (row["id"], row["surface"], row["command"], row["text"]) == (
        message.id,
        "dm",
        "quote",
        "implausible deniability",
    )
    assert (row["guild_id"], row["outcome"]) == (None, "answered")


async def test_mention_finds_one_quote(stage: Stage) -> None:
    message = await stage.here.member.send(stage.here.channel, f"{mention(stage)} implausible deniability")
    (answer,) = answers(stage)
    assert "implausible deniability for Russian military intelligence" in answer
    (row,) = stage.rows()
    assert (row["id"], row["surface"], row["text"]) == (message.id, "mention", "implausible deniability")
    assert row["guild_id"] == stage.here.guild.id


async def test_mention_may_stand_anywhere(stage: Stage) -> None:
    await stage.here.member.send(stage.here.channel, f"so {mention(stage).replace('@', '@!')} what of the coup?")
    assert [row["text"] for row in stage.rows()] == ["so  what of the coup?"]


async def test_nothing_found_says_so(stage: Stage) -> None:
    await stage.user.send_dm("Taylor Swift")
    assert "Not in this episode" in stage.text(stage.user.dm_channel.last_message)
    assert [row["outcome"] for row in stage.rows()] == ["nothing_found"]


async def test_too_long_a_message_is_refused(stage: Stage) -> None:
    await stage.user.send_dm("x" * 1999)
    assert "1,999 characters" in stage.text(stage.user.dm_channel.last_message)
    assert [row["outcome"] for row in stage.rows()] == ["refused"]
    assert len(stage.take_errors()) == 1


async def test_empty_mention_explains_itself(stage: Stage) -> None:
    await stage.here.member.send(stage.here.channel, mention(stage))
    (said,) = answers(stage)
    assert "Ask in your own words" in said
    assert "What does Stephen Kotkin say about" in said
    assert "/help" in said
    (row,) = stage.rows()
    assert (row["command"], row["text"], row["outcome"], row["surface"]) == ("help", "", "answered", "mention")


async def test_picture_alone_gets_a_short_answer(stage: Stage) -> None:
    picture = stage.env.backend.store_attachments(stage.user.dm_channel.id, [("cat.png", b"x")])
    await stage.user.send_dm("", attachments=picture)
    assert "I can only read words" in stage.text(stage.user.dm_channel.last_message)
    assert [(row["command"], row["text"], row["surface"]) for row in stage.rows()] == [("help", "", "dm")]


async def test_everyone_a_role_and_a_bare_reply_are_no_questions(stage: Stage) -> None:
    channel, member = stage.here.channel, stage.here.member
    await member.send(channel, f"{mention(stage)} coup")
    answer = channel.last_message
    assert answer is not None
    role = stage.here.guild.create_role("bots")
    await member.send(channel, "@everyone what of the coup?")
    await member.send(channel, f"{role.mention} what of the coup?")
    await member.send(channel, "and Ukraine?", reply_to=answer)
    await member.send(channel, "what of the coup?")
    assert len(answers(stage)) == 1
    assert len(stage.rows()) == 1


async def test_bots_and_webhooks_are_never_answered(stage: Stage) -> None:
    guild = stage.here.guild
    robot = guild.add_member(stage.env.create_user("robot", bot=True))
    await robot.send(stage.here.channel, f"{mention(stage)} coup")
    webhook = guild.create_webhook(stage.here.channel)
    await webhook.send(f"{mention(stage)} coup")
    assert answers(stage) == []
    assert stage.rows() == []


@pytest.mark.parametrize("status", [400, 403, 500])
async def test_answer_that_cannot_be_sent_is_recorded_as_failed(stage: Stage, status: int) -> None:
    stage.env.inject_error(
        "POST", "/channels/*/messages", status=status, code=50013 if status == 403 else 0, times=None
    )
    await stage.here.member.send(stage.here.channel, f"{mention(stage)} coup")
    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    assert answers(stage) == []
    stage.take_errors()


async def test_reply_pings_nobody(stage: Stage) -> None:
    await stage.here.member.send(stage.here.channel, f"{mention(stage)} coup")
    (body,) = stage.requests("/messages")
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
