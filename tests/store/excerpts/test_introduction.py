from collections.abc import Callable

import pytest

from store.episode import Episode
from store.excerpts.introduction import announces, introductions
from store.question import Span

GUEST = "The following is a conversation with Ada Host, who has built bridges in forty countries."
MORE = "She is best known for the long one over the strait, which nobody thought could stand."
TALK = "Steel and stone behave in very different ways when the wind blows from the west."


def spoken(episode: Episode) -> list[str]:
    return [episode.spoken[span] for span in introductions(episode)]


def test_introduction_goes_on_with_what_only_it_explains(opened: Callable[..., Episode]) -> None:
    found = spoken(opened([GUEST, MORE, TALK]))
    assert found == [GUEST, f"{GUEST} {MORE}", f"{GUEST} {MORE} {TALK}", TALK]


@pytest.mark.parametrize(
    "end", ["So what is a bridge to you?", "Welcome to the show, Ada.", "Subscribe at example.com."]
)
def test_introduction_ends_before_questions_greetings_and_appeals(opened: Callable[..., Episode], end: str) -> None:
    assert spoken(opened([GUEST, end, TALK]))[:2] == [GUEST, TALK]


def test_introduction_is_of_one_speaker(opened: Callable[..., Episode]) -> None:
    notes = "".join(
        f"[[speakers]]\nname = '{name}'\n[[turns]]\nline = {line}\nspeaker = '{name}'\n"
        for name, line in [("Ana", 12), ("Bo", 13)]
    )
    assert spoken(opened([GUEST, MORE], notes)) == [GUEST]


def test_introduction_stands_at_the_beginning(opened: Callable[..., Episode]) -> None:
    episode = opened([f"{TALK[:-1]} for the bridge of year {year}." for year in range(1850, 1910)])
    assert max(span.start for span in introductions(episode)) < 3000 < len(episode.text)
    assert all(span in {Span(one.start, span.end) for one in episode.sentences} for span in introductions(episode))


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("So today we're going to talk about bridges.", True),
        ("My guest is a professor of law.", True),
        ("We discussed it at length with the author of the paper.", True),
        ("It rained for a week.", False),
        ("Today you can subscribe to our newsletter.", False),
    ],
)
def test_announcement(text: str, announced: bool) -> None:  # noqa: FBT001 - a case of the table
    assert announces(text) is announced
