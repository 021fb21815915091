"""The quote of the day: none again before all have been."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from store.answering.daily import daily_quote
from store.episode import Episode
from store.excerpts.chance import points_back

if TYPE_CHECKING:
    from store.question import Span


def test_none_comes_again_before_all_have_been(episode: Episode) -> None:
    posted: list[Span] = []
    for _ in range(200):
        span = daily_quote(episode, posted)
        assert span is not None
        posted.append(span)
    times = Counter(posted)
    assert max(times.values()) - min(times.values()) <= 1
    assert len(times) > 20
    assert len(set(posted[: len(times)])) == len(times)


def test_none_is_voiced_an_announcement_or_half_a_thought(episode: Episode) -> None:
    posted: list[Span] = []
    for _ in range(100):
        span = daily_quote(episode, posted)
        assert span is not None
        posted.append(span)
        assert episode.voice_of(span) is None
        assert not episode.is_aside(span)
        text = episode.text[span.start : span.end]
        assert text[-1] in ".!?"
        assert not text.startswith(("And then", "But ", "He ", "They ", "That "))


def test_episode_in_which_nobody_says_much_has_none(opened: Callable[..., Episode]) -> None:
    assert daily_quote(opened(["Yes.", "Why?"]), []) is None


def test_sentence_about_somebody_named_before_it_points_back() -> None:
    assert points_back("If he doesn't go after them, nobody will be there for him.")
    assert points_back("Somehow in that deal there were no criminal charges at all.")
    assert not points_back("When Putin came to power, he took the oil companies first.")
    assert not points_back("You can't pick up Russia and move it to the other side of China.")
