"""`/discuss`: a thread, its passage and its question; and where none can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from store.database import Discussions

if TYPE_CHECKING:
    from tests.bot.conftest import Stage


def threads(stage: Stage) -> list[discord.Thread]:
    guild = stage.bot.get_guild(stage.here.guild.id)
    assert guild is not None
    return list(guild.threads)


async def test_discussion_opens_a_thread_under_a_public_answer(stage: Stage) -> None:
    result = await stage.here.slash("discuss", about="how authoritarian regimes promote people")

    assert not result.ephemeral
    (thread,) = threads(stage)
    text = stage.text(result.response)
    assert "Is negative selection peculiar to dictatorships" in text
    assert "A question by the episode’s editor" in text
    assert thread.name.startswith("Kotkin says that authoritarian regimes promote people")
    (row,) = stage.rows()
    assert (row["command"], row["outcome"], row["text"]) == (
        "discuss",
        "answered",
        "how authoritarian regimes promote people",
    )


async def test_thread_is_remembered_with_its_passage_over_a_restart(stage: Stage) -> None:
    await stage.here.slash("discuss", about="how authoritarian regimes promote people")
    (thread,) = threads(stage)
    await stage.restart()
    kept = await stage.bot.discussions.of(thread.id)
    assert kept is not None
    assert (kept.guild_id, kept.key) == (stage.here.guild.id, stage.episode.key)
    assert "negative selection" in stage.episode.text[kept.span.start : kept.span.end]
    assert isinstance(stage.bot.discussions, Discussions)


async def test_question_by_rule_says_so(stage: Stage) -> None:
    result = await stage.here.slash("discuss", about="implausible deniability")
    assert "made by rule from the passage" in stage.text(result.response)


async def test_without_a_topic_one_is_drawn(stage: Stage) -> None:
    result = await stage.here.slash("discuss")
    assert len(threads(stage)) == 1
    assert "> " in stage.text(result.response)


async def test_what_is_not_in_the_episode_opens_nothing_and_is_said_privately(stage: Stage) -> None:
    result = await stage.here.slash("discuss", about="quantum chromodynamics")
    assert result.ephemeral
    assert "Not in this episode" in stage.text(result.response)
    assert threads(stage) == []
    assert stage.rows()[0]["outcome"] == "nothing_found"


async def test_missing_permission_is_named_and_nothing_is_asked(stage: Stage) -> None:
    guild = stage.here.guild
    denied = discord.PermissionOverwrite(create_public_threads=False)
    quiet = guild.create_text_channel("quiet", overwrites={guild.default_role: denied})
    result = await stage.here.member.slash(quiet, "discuss", about="implausible deniability")
    assert result.ephemeral
    assert "create public threads" in stage.text(result.response)
    assert stage.rows() == []
    stage.take_errors().clear()


async def test_discussion_inside_a_thread_says_where_it_works(stage: Stage) -> None:
    await stage.here.slash("discuss", about="implausible deniability")
    (thread,) = stage.here.channel.threads
    result = await stage.here.member.slash(thread, "discuss")
    assert result.ephemeral
    assert "Use that in a text channel" in stage.text(result.response)
    stage.take_errors().clear()


async def test_direct_message_has_no_such_command(stage: Stage) -> None:
    command = stage.bot.tree.get_command("discuss")
    assert command is not None
    assert isinstance(command, discord.app_commands.Command)
    assert command.allowed_contexts is not None
    assert not command.allowed_contexts.dm_channel
