"""Which episode is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from store.conversation.which import Which, hinted, which
from store.question import ALL, EpisodeFacts

if TYPE_CHECKING:
    from store.episode import Episode

BEES = EpisodeFacts(
    id="bees_2021",
    key="00000001",
    title="Why Bees Dance",
    show="Field Notes",
    published=date(2021, 5, 2),
    duration=100.0,
    url=None,
    speakers=("Tom Reed", "María Álvarez"),
    lines=10,
    reviewed=True,
)
MITES = replace(
    BEES, id="mites", key="00000002", title="Varroa and Other Mites", published=date(2022, 1, 3), speakers=("Tom Reed",)
)


@pytest.fixture(scope="session")
def listed(episode: Episode) -> tuple[EpisodeFacts, ...]:
    return (episode.facts, BEES, MITES)


RUSSIA = "000_07237bb4a34dc730"
NAMED: list[tuple[str, str, tuple[str, ...]]] = [
    ("in the Kotkin episode, what about Putin?", "in this episode, what about Putin?", (RUSSIA,)),
    ("what did she say about honey in the bees episode", "what did she say about honey in this episode", (BEES.id,)),
    ("tl;dr of the Alvarez interview", "tl;dr of this episode", (BEES.id,)),
    ("summarize the Varroa episode", "summarize this episode", (MITES.id,)),
    ("what's the Varroa conversation about", "what's this episode about", (MITES.id,)),
    ("the 2021 episode: honey?", "honey?", (BEES.id,)),
    ("tl;dr of the latest episode", "tl;dr of this episode", (RUSSIA,)),
    ("in the field notes podcast, mites?", "in this episode, mites?", (BEES.id, MITES.id)),
    ("in the Sergei Kotkin one, coups?", "in this episode, coups?", (RUSSIA,)),
    ("what about mites in all episodes", "what about mites", (ALL,)),
    ("search every episode for honey", "honey", (ALL,)),
    ("what is said in bees_2021 of queens", "what is said in bees_2021 of queens", (BEES.id,)),
    ("Why bees dance, tl;dr", "Why bees dance, tl;dr", (BEES.id,)),
    ("what does Alvarez say about honey", "what does Alvarez say about honey", (BEES.id,)),
    ("what does maría álvarez say", "what does maría álvarez say", (BEES.id,)),
    ("what does Tom Reed say about dancing", "what does Tom Reed say about dancing", (BEES.id, MITES.id)),
]
UNNAMED = [
    "what did he say about Ukraine?",
    "in the whole episode, what about Putin?",
    "in this episode, what about Putin?",
    "in the Obama episode, what about Putin?",
    "what does Kotkin say about bees",
    "the reed by the lake",
    "in the end, who won?",
]


@pytest.mark.parametrize(("text", "rest", "ids"), NAMED, ids=[text for text, _, _ in NAMED])
def test_episode_that_is_named_is_meant(
    text: str, rest: str, ids: tuple[str, ...], listed: tuple[EpisodeFacts, ...]
) -> None:
    assert which(text, listed, RUSSIA) == Which(rest, ids)


@pytest.mark.parametrize("text", UNNAMED)
def test_none_is_meant_where_none_is_named(text: str, listed: tuple[EpisodeFacts, ...]) -> None:
    assert which(text, listed, RUSSIA) == Which(text)


def test_who_speaks_in_the_one_in_use_means_no_other(listed: tuple[EpisodeFacts, ...]) -> None:
    assert which("what does Tom Reed say", listed, MITES.id).ids == ()


def test_of_a_single_episode_its_name_is_no_word_to_search_for() -> None:
    assert which("in the bees episode, honey?", (BEES,), BEES.id) == Which("in this episode, honey?", (BEES.id,))
    assert which("honey in all episodes", (BEES,), BEES.id) == Which("honey in all episodes")


def test_names_in_titles_hint_at_their_episodes(listed: tuple[EpisodeFacts, ...]) -> None:
    assert hinted("what is varroa?", listed) == {MITES.id: frozenset({"varroa"})}
    assert hinted("what is going on?", listed) == {}
