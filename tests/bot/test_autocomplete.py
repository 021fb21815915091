"""What options offer while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.autocomplete import MAX_CHOICE, _choices

if TYPE_CHECKING:
    from tests.bot.conftest import Stage


async def test_speakers_are_offered(stage: Stage) -> None:
    assert [choice["value"] for choice in await stage.here.autocomplete("quote", "speaker", "")] == [
        "Ezra Klein",
        "Stephen Kotkin",
    ]
    assert [choice["value"] for choice in await stage.here.autocomplete("quote", "speaker", "KOT")] == [
        "Stephen Kotkin"
    ]
    assert await stage.here.autocomplete("quote", "speaker", "zzz") == []


async def test_episodes_are_offered_by_title_and_id(stage: Stage) -> None:
    for typed in ("", "russia", "000_0", "ezra"):
        (choice,) = await stage.here.autocomplete("books", "episode", typed)
        assert choice["value"] == "000_07237bb4a34dc730"
        assert choice["name"] == "What’s Really Going On in Russia?"


async def test_all_episodes_are_not_offered_where_there_is_one(stage: Stage) -> None:
    (choice,) = await stage.here.autocomplete("quote", "episode", "")
    assert choice["value"] == "000_07237bb4a34dc730"


async def test_parts_are_the_whole_then_chapters_then_topics(stage: Stage) -> None:
    choices = await stage.here.autocomplete("summary", "of", "")
    chapters = stage.episode.facts.chapters
    assert choices[0] == {"name": "The whole episode", "value": "whole"}
    assert choices[3] == {"name": f"3. {chapters[2].title}", "value": "3"}
    assert choices[len(chapters) + 1]["value"] == stage.episode.notes.topics[0].heading
    assert len(choices) == 25


async def test_the_askers_own_words_come_first(stage: Stage) -> None:
    choices = await stage.here.autocomplete("summary", "of", " Wagner ")
    assert choices[0] == {"name": "Search for “Wagner”", "value": "Wagner"}
    assert choices[1]["name"] == "2. Wagner and the man who built it"


async def test_topic_is_found_by_other_words_for_it(stage: Stage) -> None:
    topic = next(topic for topic in stage.episode.notes.topics if topic.also)
    choices = await stage.here.autocomplete("summary", "of", topic.also[0])
    assert topic.heading in [choice["value"] for choice in choices]


async def test_direct_message_offers_the_same(stage: Stage) -> None:
    there = await stage.here.autocomplete("summary", "of", "war")
    assert await stage.user.autocomplete("summary", "of", "war") == there


async def test_unknown_episode_leaves_only_the_own_words(stage: Stage) -> None:
    assert await stage.here.autocomplete("quote", "speaker", "", episode="none") == []
    choices = await stage.here.autocomplete("summary", "of", "war", episode="none")
    assert [choice["value"] for choice in choices] == ["war"]


@pytest.mark.parametrize("typed", ["x" * 6000, "x" * 100, "{0} {x}", "@everyone", " ", "\u202e", "(", "😀" * 99])
async def test_choices_are_within_discords_limits(stage: Stage, typed: str) -> None:
    for command, option in (("summary", "of"), ("quote", "speaker"), ("books", "episode")):
        for choice in await stage.here.autocomplete(command, option, typed):
            assert 1 <= len(choice["name"]) <= 100
            assert 1 <= len(choice["value"]) <= 100


def test_long_names_are_cut_and_values_never() -> None:
    choices = _choices([("n" * 200, "v" * 100), ("n", "v" * 101), ("", "")])
    assert [(len(choice.name), len(choice.value)) for choice in choices] == [(MAX_CHOICE, 100)]


def test_known_value_is_offered_once_under_its_own_name() -> None:
    choices = _choices([("Search for “9”", "9"), ("Search for “x”", "x"), ("9. Lukashenko's clever turn", "9")])
    assert [(choice.name, choice.value) for choice in choices] == [
        ("9. Lukashenko's clever turn", "9"),
        ("Search for “x”", "x"),
    ]


async def test_questions_are_offered_with_ones_own_words_first_then_names_and_topics(stage: Stage) -> None:
    choices = await stage.here.autocomplete("quote", "about", "prigo")
    assert choices[0] == {"name": "Search for “prigo”", "value": "prigo"}
    assert "Yevgeny Prigozhin" in [choice["value"] for choice in choices] or "Prigozhin" in str(choices[1:])
    topics = [choice["value"] for choice in await stage.here.autocomplete("ask", "question", "negative sel")]
    assert len(topics) > 1


async def test_what_several_have_asked_is_offered_in_their_server_alone(stage: Stage) -> None:
    other = stage.here.guild.add_member(stage.env.create_user("other"))
    for member in (stage.here.member, other):
        await member.slash(stage.here.channel, "quote", about="implausible deniability")
    await stage.here.slash("quote", about="the mystique is gone")

    here = [choice["value"] for choice in await stage.here.autocomplete("quote", "about", "")]
    there = [choice["value"] for choice in await stage.there.autocomplete("quote", "about", "")]

    assert here[0] == "implausible deniability"
    assert "the mystique is gone" not in here, "one person's question is nobody else's to see"
    assert "implausible deniability" not in there


async def test_questions_are_read_once_and_not_at_each_key(stage: Stage) -> None:
    first = await stage.here.autocomplete("quote", "about", "")
    other = stage.here.guild.add_member(stage.env.create_user("other"))
    for member in (stage.here.member, other):
        await member.slash(stage.here.channel, "quote", about="implausible deniability")
    assert await stage.here.autocomplete("quote", "about", "") == first
