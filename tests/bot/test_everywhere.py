"""Questions to all episodes at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot import resources
from bot.config import Database, Discord, Episodes, Settings

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.bot.conftest import Stage

SEED = "000_07237bb4a34dc730"
GARDEN = """---
Length: 60s
---

# The Garden
**A Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)

*  The coup of the gardeners failed for want of tulips.
*  Nobody had asked the bees about the harvest this year.
*  In the end the orchard belonged to whoever would prune it.
"""


@pytest.fixture
def settings(database: Path, tmp_path: Path) -> Settings:
    """Add an episode to the one that ships."""
    folder = tmp_path / "talks"
    shutil.copytree(resources.seeds(), folder)
    (folder / "garden.txt").write_text(GARDEN, "utf-8")
    return Settings(
        episodes=Episodes(paths=(folder,), default=SEED),
        database=Database(url=f"sqlite+aiosqlite:///{database}"),
        discord=Discord(shard_count=1),
    )


async def test_passages_of_all_episodes_answer_and_each_says_its_own(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="the coup of the gardeners failed", episode="all")
    text = stage.text(asked.response)
    assert "> The coup of the gardeners failed for want of tulips." in text
    assert "A Show · The Garden" in text
    described = [option["description"] for option in options(stage, asked)]
    assert described
    assert all(one.startswith("What’s Really Going On in Russia? · ") for one in described)
    (row,) = stage.rows()
    assert (row["command"], row["outcome"], row["episode"]) == ("quote", "answered", None)


async def test_buttons_know_the_episode_of_their_passage(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="the coup of the gardeners failed", episode="all")
    assert asked.response is not None
    for option in options(stage, asked):
        opened = await stage.press(stage.here.member, asked, option["label"])
        assert "What’s Really Going On in Russia?" in stage.text(opened.response)
    shared = await stage.here.member.click(asked.response, label="Share")
    assert "The Garden" in stage.text(shared.response)
    widened = await stage.here.member.click(asked.response, label="More context")
    assert "Nobody had asked the bees" in stage.text(widened.response)
    assert len(stage.rows()) == 1


async def test_what_is_in_none_is_not_found_in_any(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="photosynthesis xylem", episode="all")
    text = stage.text(asked.response)
    assert "Not in any of the 2 episodes" in text
    assert "Never said in any: “photosynthesis” and “xylem”." in text
    assert "Russia" not in text
    assert [row["outcome"] for row in stage.rows()] == ["nothing_found"]


async def test_people_of_all_episodes_count_and_others_are_refused(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="coup", speaker="kotkin", episode="all")
    assert "Stephen Kotkin" in stage.text(asked.response)
    refused = await stage.here.slash("quote", about="coup", speaker="nobody", episode="all")
    assert "Stephen Kotkin" in stage.text(refused.response)
    assert refused.ephemeral
    stage.take_errors()
    assert [(row["outcome"], row["episode"]) for row in stage.rows()] == [("answered", None), ("refused", None)]


async def test_quote_at_random_is_from_any_of_those_in_which_a_person_speaks(stage: Stage) -> None:
    for _ in range(6):
        asked = await stage.here.slash("quote", episode="all", speaker="Klein")
        assert "Ezra Klein" in stage.text(asked.response)
    refused = await stage.here.slash("quote", episode="all", speaker="nobody")
    assert "Ezra Klein" in stage.text(refused.response)
    assert refused.ephemeral
    stage.take_errors()


@pytest.mark.parametrize("command", ["summary", "books", "episode"])
async def test_what_is_asked_of_one_episode_is_refused_for_all(stage: Stage, command: str) -> None:
    asked = await stage.here.slash(command, episode="all", public=True)
    assert asked.ephemeral
    assert "one episode at a time" in stage.text(asked.response)
    assert [row["outcome"] for row in stage.rows()] == ["refused"]
    stage.take_errors()


async def test_all_episodes_are_offered_where_they_are_searched(stage: Stage) -> None:
    choices = await stage.here.autocomplete("quote", "episode", "")
    assert [choice["value"] for choice in choices] == ["all", SEED, "garden"]
    assert choices[0]["name"] == "All episodes"
    assert await stage.here.autocomplete("quote", "episode", "gard") == choices[2:]
    assert await stage.here.autocomplete("books", "episode", "") == choices[1:]
    speakers = await stage.here.autocomplete("quote", "speaker", "", episode="all")
    assert [choice["value"] for choice in speakers] == ["Ezra Klein", "Stephen Kotkin"]


def options(stage: Stage, result: simcord.InteractionResult) -> list[dict[str, str]]:
    """Return the passages that a card's menu opens."""
    menus = (item for item in stage.components(result.response) if ":open:" in item.get("custom_id", ""))
    return [option for menu in menus for option in menu["options"]]


async def test_next_match_may_be_of_another_episode(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="the coup of the gardeners failed", episode="all")
    shown = await stage.press(stage.here.member, asked, "Next match")
    assert "What’s Really Going On in Russia?" in stage.text(shown.response)
    back = await stage.press(stage.here.member, shown, "Previous match")
    assert "The Garden" in stage.text(back.response)
    assert [row["episode"] for row in stage.rows()] == [None] * 3
