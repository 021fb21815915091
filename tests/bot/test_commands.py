"""Each command, in a server and in a direct message."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from bot.commands import COGS
from store.question import FindQuote, Place, Summarise

if TYPE_CHECKING:
    import simcord

    from store.question import Request
    from tests.bot.conftest import Stage

QUESTIONS: list[tuple[str, dict[str, Any], str]] = [
    ("quote", {"about": "implausible deniability"}, "implausible deniability"),
    ("summary", {}, ""),
    ("summary", {"of": "3", "length": "short"}, "3"),
    ("books", {}, ""),
    ("verify", {"text": "Most coups fail.", "speaker": "kotkin"}, "Most coups fail."),
    ("mentions", {"of": "Prigozhin"}, "Prigozhin"),
    ("mentions", {"of": "coup", "speaker": "kotkin"}, "coup"),
    ("episode", {}, ""),
]
NAMES = [f"{name} {typed}".strip() for name, _, typed in QUESTIONS]
EPISODE = "000_07237bb4a34dc730"


async def said(stage: Stage, request: Request) -> str:
    """Return the first quote that the store itself answers with."""
    quote = (await stage.bot.desk.recall(Place(), stage.episode.key, request)).quotes[0]
    assert quote.text in stage.episode.text
    return quote.display


IN_SERVERS_ONLY = {"discuss", "admin"}


@pytest.mark.parametrize(("name", "options", "typed"), QUESTIONS, ids=NAMES)
async def test_question_in_a_server_is_answered_privately_and_on_the_record(
    stage: Stage, name: str, options: dict[str, Any], typed: str
) -> None:
    result = await stage.here.slash(name, **options)

    assert result.ephemeral
    assert result.followups == []
    (row,) = stage.rows()
    assert (row["command"], row["surface"], row["text"], row["outcome"]) == (name, "slash", typed, "answered")
    assert (row["episode"], row["user_id"]) == (EPISODE, stage.user.id)
    assert (row["guild_id"], row["channel_id"]) == (stage.here.guild.id, stage.here.channel.id)
    assert 0 <= row["latency_ms"] < 1000


@pytest.mark.parametrize(("name", "options", "typed"), QUESTIONS, ids=NAMES)
async def test_question_in_a_direct_message_gets_the_same_answer(
    stage: Stage, name: str, options: dict[str, Any], typed: str
) -> None:
    there = await stage.here.slash(name, **options)
    result = await stage.user.slash(name, **options)

    assert quotes_in(stage, result) == quotes_in(stage, there)
    row = stage.rows()[-1]
    assert (row["command"], row["guild_id"], row["text"]) == (name, None, typed)


@pytest.mark.parametrize(("name", "options", "typed"), QUESTIONS, ids=NAMES)
async def test_question_is_answered_in_public_when_asked_to(
    stage: Stage, name: str, options: dict[str, Any], typed: str
) -> None:
    result = await stage.here.slash(name, **options, public=True)

    assert not result.ephemeral
    assert not any("share" in custom_id for custom_id in stage.ids(result.response))
    assert [row["text"] for row in stage.rows()] == [typed]


async def test_quote_shows_the_words_of_the_transcript(stage: Stage) -> None:
    result = await stage.here.slash("quote", about="implausible deniability")
    assert f"> {await said(stage, FindQuote('implausible deniability'))}" in stage.text(result.response)
    assert "Stephen Kotkin" in stage.text(result.response)


async def test_quote_by_a_speaker_is_that_speakers(stage: Stage) -> None:
    result = await stage.here.slash("quote", about="Ukraine", speaker="klein")
    assert f"> {await said(stage, FindQuote('Ukraine', speaker='klein'))}" in stage.text(result.response)
    assert "**Ezra Klein** ·" in stage.text(result.response)


async def test_quote_about_nothing_is_one_at_random(stage: Stage) -> None:
    result = await stage.here.slash("quote")
    (quote,) = quotes_in(stage, result)
    (row,) = stage.rows()
    (lines,) = json.loads(row["answer_lines"])
    assert quote in stage.episode.quote(stage.episode.spoken.span_of(*lines)).display
    assert (row["text"], row["outcome"]) == ("", "answered")


async def test_quote_that_is_not_there_says_so(stage: Stage) -> None:
    result = await stage.here.slash("quote", about="Taylor Swift")
    assert "Not in this episode" in stage.text(result.response)
    assert [row["outcome"] for row in stage.rows()] == ["nothing_found"]


async def test_summary_of_a_chapter_holds_that_chapters_words(stage: Stage) -> None:
    result = await stage.here.slash("summary", of="3", length="short")
    assert f"> {await said(stage, Summarise('3', 'short'))}" in stage.text(result.response)


async def test_books_are_those_that_were_recommended(stage: Stage) -> None:
    text = stage.text((await stage.here.slash("books")).response)
    assert "Invisible China" in text
    assert "Jackie Wullschläger" in text


async def test_episode_names_who_speaks(stage: Stage) -> None:
    text = stage.text((await stage.here.slash("episode")).response)
    assert "Ezra Klein" in text
    assert "What’s Really Going On in Russia?" in text


async def test_help_is_no_question(stage: Stage) -> None:
    for result in (await stage.here.slash("help"), await stage.user.slash("help")):
        assert "/quote about: " in stage.text(result.response)
    assert stage.rows() == []


async def test_help_shows_what_works(stage: Stage) -> None:
    text = stage.text((await stage.here.slash("help")).response)
    about = text.partition("/quote about: ")[2].partition("`")[0]
    result = await stage.here.slash("quote", about=about)
    assert "Not in this episode" not in stage.text(result.response)


async def test_commands_are_those_of_the_contract(stage: Stage) -> None:
    options = {
        command.name: [option["name"] for option in command.to_dict(stage.bot.tree).get("options", [])]
        for command in stage.bot.tree.get_commands()
        if command.name != "admin"
    }
    assert options == {
        "quote": ["about", "speaker", "episode", "public"],
        "ask": ["question", "episode", "public"],
        "summary": ["of", "length", "episode", "public"],
        "books": ["episode", "public"],
        "verify": ["text", "speaker", "episode", "public"],
        "mentions": ["of", "speaker", "episode", "public"],
        "episode": ["episode", "public"],
        "discuss": ["about"],
        "privacy": ["policy", "export", "delete", "optout", "optin"],
        "help": [],
        "settings": ["text"],
        "Was this said?": [],
        "Find the quote": [],
    }


async def test_commands_work_in_servers_direct_messages_and_by_account(stage: Stage) -> None:
    for command in stage.bot.tree.get_commands():
        payload = command.to_dict(stage.bot.tree)
        in_servers_only = command.name in IN_SERVERS_ONLY
        assert payload["contexts"] == ([0] if in_servers_only else [0, 1, 2])
        assert payload["integration_types"] == ([0] if in_servers_only else [0, 1])


def test_every_cog_is_listed_once() -> None:
    assert len(COGS) == len(set(COGS))


def quotes_in(stage: Stage, result: simcord.InteractionResult) -> list[str]:
    return [line[2:] for line in stage.text(result.response).splitlines() if line.startswith("> ")]


async def test_help_names_what_is_for_moderators_only_to_them(stage: Stage) -> None:
    moderator = stage.moderate()
    assert "/admin setup" in stage.text((await moderator.slash("help")).response)
    assert "/admin" not in stage.text((await stage.here.slash("help")).response)


async def test_each_example_of_the_help_is_answered(stage: Stage) -> None:
    typed = re.findall(
        r"^`/(\w+)(?: (\w+): (.+))?`$", stage.text((await stage.here.slash("help")).response), re.MULTILINE
    )
    assert len(typed) > 8
    for name, option, value in typed:
        if name not in {"discuss", "privacy"}:
            result = await stage.here.slash(name, **({option: value} if option else {}))
            assert "Not in this episode" not in stage.text(result.response), name
    assert {row["outcome"] for row in stage.rows()} == {"answered"}


async def test_mentions_by_one_speaker_say_whose_they_are(stage: Stage) -> None:
    offered = await stage.here.autocomplete("mentions", "speaker", "")
    assert [choice["value"] for choice in offered] == ["Ezra Klein", "Stephen Kotkin"]
    result = await stage.here.slash("mentions", of="coup", speaker="kotkin")
    assert "Stephen Kotkin says “coup” " in stage.text(result.response)
    (row,) = stage.rows()
    assert "kotkin" in row["options"]
