"""What moderators see of what was asked: their own server's, and no more."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.commands.admin import log as command
from bot.commands.admin.log_pages import LogPageButton
from bot.log_page import LogPage

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage

FOUND, LOST = "implausible deniability", "Taylor Swift's latest tour"
SECRET = "a question from elsewhere"


@pytest.fixture
async def moderator(stage: Stage) -> Server:
    """Ask some questions here, there and in a direct message."""
    await stage.here.slash("quote", about=FOUND)
    await stage.here.slash("mentions", of="Prigozhin")
    await stage.there.slash("quote", about=SECRET)
    await stage.user.slash("quote", about=SECRET)
    for text in (LOST, "what of Tailor Swift?", "Taylor Swift"):
        await stage.here.slash("quote", about=text)
    return stage.moderate()


def ids(stage: Stage, result: simcord.InteractionResult) -> list[str]:
    return stage.ids(result.response)


async def turn(moderator: Server, shown: simcord.InteractionResult, custom_id: str) -> simcord.InteractionResult:
    assert shown.response is not None
    return await moderator.member.click(shown.response, custom_id=custom_id)


async def fill(stage: Stage, count: int) -> None:
    """Put many questions into the log, the latest last."""
    with closing(sqlite3.connect(stage.database)) as connection, connection:
        connection.executemany(
            "INSERT INTO queries (id, asked_at, user_id, guild_id, channel_id, surface, command, text, outcome, "
            "answer_lines, latency_ms) VALUES (?, ?, 7, ?, 8, 'slash', 'quote', ?, 'answered', '[]', 1)",
            [
                (number, f"2025-12-31 {number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000000",
                 stage.here.guild.id, f"question {number}")
                for number in range(1, count + 1)
            ],
        )  # fmt: skip


async def test_recent_shows_who_asked_what_here_and_nothing_of_elsewhere(stage: Stage, moderator: Server) -> None:
    result = await moderator.slash("admin log recent")
    said = stage.text(result.response)
    assert result.ephemeral
    assert said.index(LOST) < said.index("Prigozhin") < said.index(FOUND), "the newest first"
    assert f"<@{stage.user.id}>" in said
    assert f"<#{stage.here.channel.id}>" in said
    assert "nothing found" in said
    assert SECRET not in said
    assert stage.rows()[-1]["text"] == "Taylor Swift", "looking is no question"


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ({"command": "mentions"}, "Prigozhin", FOUND),
        ({"outcome": "nothing_found"}, LOST, FOUND),
        ({"days": 1}, FOUND, "long ago"),
    ],
    ids=["command", "outcome", "days"],
)
async def test_recent_keeps_to_its_filters(
    stage: Stage, moderator: Server, options: dict[str, Any], shown: str, hidden: str
) -> None:
    await fill(stage, 1)
    with closing(sqlite3.connect(stage.database)) as connection, connection:
        connection.execute("UPDATE queries SET asked_at = '2024-01-01 00:00:00.000000', text = 'long ago' WHERE id = 1")
    said = stage.text((await moderator.slash("admin log recent", **options)).response)
    assert shown in said
    assert hidden not in said


async def test_recent_of_a_member_is_that_members(stage: Stage, moderator: Server) -> None:
    await moderator.slash("quote", about="the moderator's own question")
    said = stage.text((await moderator.slash("admin log recent", member=stage.here.member)).response)
    assert FOUND in said
    assert "the moderator's own question" not in said
    quiet = stage.here.guild.add_member(stage.env.create_user("quiet"))
    none = await moderator.slash("admin log recent", member=quiet)
    assert "Nothing was asked" in stage.text(none.response)


async def test_pages_are_turned_by_buttons_that_outlive_a_restart_and_nothing_shifts(
    stage: Stage, moderator: Server
) -> None:
    await fill(stage, 20)
    first = await moderator.slash("admin log recent")
    assert "25 questions" in stage.text(first.response)
    (older,) = ids(stage, first)
    await stage.env.advance_time(5)
    await stage.here.slash("quote", about="one more meanwhile")
    await stage.restart()
    second = await turn(moderator, first, older)
    said = stage.text(second.response)
    assert "25 questions · 9–16" in said
    assert all(f"question {number}" in said for number in range(10, 18))
    newer, older = ids(stage, second)
    last = await turn(moderator, second, older)
    assert "question 2\n" in f"{stage.text(last.response)}\n"
    back = await turn(moderator, last, ids(stage, last)[0])
    assert stage.text(back.response) == said
    assert newer in ids(stage, back)


async def test_copied_button_shows_the_server_in_which_it_is_pressed(stage: Stage, moderator: Server) -> None:
    elsewhere = stage.moderate(stage.there)
    channel = stage.bot.get_channel(stage.there.channel.id)
    assert isinstance(channel, discord.TextChannel)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(LogPageButton(LogPage.first("recent", stage.env.now()), "x"))
    message = await channel.send(view=discord.ui.LayoutView().add_item(row))
    pressed = await elsewhere.member.click(message, label="x")
    said = stage.text(pressed.response)
    assert SECRET in said
    assert "1 question" in said
    assert FOUND not in said
    assert moderator.guild.id != stage.there.guild.id


async def test_what_was_asked_is_shown_as_it_was_and_pings_nobody(stage: Stage, moderator: Server) -> None:
    hostile = "@everyone **bold** <@1> `code`\n# heading"
    await stage.here.slash("quote", about=hostile)
    result = await moderator.slash("admin log recent")
    assert "> @everyone **bold** <@1> `code` # heading" in stage.text(result.response)
    raw = "".join(item["content"] for item in stage.components(result.response) if "content" in item)
    assert "\\@everyone \\*\\*bold\\*\\* \\<\\@1>" in raw


async def test_erased_question_says_so(stage: Stage, moderator: Server) -> None:
    await stage.here.slash("privacy optout")
    await stage.here.slash("quote", about="not to be kept")
    said = stage.text((await moderator.slash("admin log recent")).response)
    assert "not to be kept" not in said
    assert "its words are erased, or were not kept" in said
    assert "somebody" in said


async def test_unanswered_groups_what_was_not_found(stage: Stage, moderator: Server) -> None:
    said = stage.text((await moderator.slash("admin log unanswered")).response)
    assert "1 matter" in said
    assert "3 times" in said
    assert "Swift" in said
    assert FOUND not in said
    assert SECRET not in said


async def exported(stage: Stage, moderator: Server, **options: Any) -> tuple[str, list[str]]:
    result = await moderator.slash("admin log export", **options)
    assert result.ephemeral
    assert result.response is not None
    files = [gzip.decompress(await file.read()).decode() for file in result.response.attachments]
    shown = [item["file"]["url"] for item in stage.components(result.response) if item["type"] == 13]
    assert len(shown) == len(files), "a card shows only the files that it names"
    return stage.text(result.response), files


async def test_csv_has_this_servers_log_newest_first_and_no_formula(stage: Stage, moderator: Server) -> None:
    await stage.here.slash("quote", about="=HYPERLINK(A1)")
    said, (file,) = await exported(stage, moderator)
    rows = list(csv.DictReader(io.StringIO(file)))
    assert "6 questions" in said
    assert [row["text"] for row in rows][:2] == ["'=HYPERLINK(A1)", "Taylor Swift"]
    assert {row["guild_id"] for row in rows} == {str(stage.here.guild.id)}
    assert SECRET not in file


async def test_jsonl_has_an_object_a_line(stage: Stage, moderator: Server) -> None:
    _, (file,) = await exported(stage, moderator, format="jsonl", days=30)
    forms = [json.loads(line) for line in file.splitlines()]
    assert [form["text"] for form in forms][-2:] == ["Prigozhin", FOUND]
    assert forms[0]["user_id"] == str(stage.user.id)


async def test_what_has_no_room_is_left_out_and_said_to_be(
    stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "REQUEST", 3_000)
    await fill(stage, 900)
    said, files = await exported(stage, moderator, format="jsonl")
    assert sum(map(len, map(gzip.compress, map(str.encode, files)))) <= 3_100
    kept = [json.loads(line)["text"] for file in files for line in file.splitlines()]
    assert kept[:5] == ["Taylor Swift", "what of Tailor Swift?", LOST, "Prigozhin", FOUND]
    assert kept[5:] == [f"question {number}" for number in range(900, 905 - len(kept), -1)]
    assert f"{905 - len(kept)} older ones had no room" in said
    assert "log export" in said


async def test_log_of_a_server_where_nothing_was_asked(stage: Stage) -> None:
    moderator = stage.moderate()
    for name in ("recent", "unanswered"):
        assert "Nothing was asked" in stage.text((await moderator.slash(f"admin log {name}")).response)
    said, (file,) = await exported(stage, moderator)
    assert "0 questions" in said
    assert file.startswith("id,asked_at")
