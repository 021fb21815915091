from collections.abc import Callable

import pytest

from store.episode import Episode
from store.excerpts.standalone import LONGEST, stands_alone
from store.question import Span

FINE = "The Wagner Group is a private business that does state business in Russia."


def alone(episode: Episode) -> bool:
    return stands_alone(episode, Span(0, len(episode.text)))


def test_whole_thought_stands_alone(opened: Callable[..., Episode]) -> None:
    assert alone(opened([FINE]))


@pytest.mark.parametrize(
    "text",
    [
        "But the Wagner Group is a private business that does state business in Russia.",
        "He is a private businessman who does a lot of state business all over Russia.",
        "And so, of course, this is a private business that does state business in Russia.",
        "In other words, the Wagner Group is a private business that works for the state.",
        "Is the Wagner Group a private business that does state business all over Russia?",
        "The Wagner Group is what? The Wagner Group is a private business in Russia.",
        "the Wagner Group is a private business that does state business in all Russia.",
        "The Wagner Group is a private business that does state business in Russia and",
        "Yes.",
        "The Wagner Group is big, " * (LONGEST // 20) + "and private.",
    ],
    ids=[
        "connective",
        "pronoun",
        "both",
        "phrase",
        "question",
        "question within",
        "small letter",
        "broken off",
        "scrap",
        "speech",
    ],
)
def test_half_a_thought_does_not(opened: Callable[..., Episode], text: str) -> None:
    assert not alone(opened([text]))


def test_view_of_somebody_else_does_not(opened: Callable[..., Episode]) -> None:
    assert not alone(opened([FINE], "[[voiced]]\nlines = [12, 12]\nvoice = 'the press'\n"))


def test_announcement_does_not(opened: Callable[..., Episode]) -> None:
    assert not alone(opened([FINE], "[[asides]]\nlines = [12, 12]\nkind = 'announcement'\n"))
