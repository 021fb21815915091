from collections.abc import Callable

from store.episode import Episode
from store.question import Span
from store.salience import candidates, choose

BOATS = "The harbour of the old town is full of wooden fishing boats in summer."
AGAIN = "The harbour of the old town is full of wooden fishing boats in winter."
BREAD = "Every baker of the old town sells dark bread with caraway seeds in it."


def spoken(episode: Episode, spans: list[Span]) -> list[str]:
    return [episode.spoken[span] for span in spans]


def test_choice_passes_over_what_repeats(opened: Callable[..., Episode]) -> None:
    episode = opened([BOATS, AGAIN, BREAD])
    chosen = spoken(episode, choose(candidates(episode, Span(0, len(episode.text))), 2))
    assert BREAD in chosen
    assert len(chosen) == 2


def test_choice_stands_in_the_order_of_speech_and_is_never_more_than_there_is(opened: Callable[..., Episode]) -> None:
    episode = opened([BOATS, AGAIN, BREAD])
    found = candidates(episode, Span(0, len(episode.text)))
    assert spoken(episode, choose(found, 99)) == [BOATS, AGAIN, BREAD]
    assert choose(found, 0) == []
    assert choose([], 3) == []


def test_candidates_are_sentences_of_the_stretch_that_stand_alone(episode: Episode) -> None:
    for within in episode.chapter_spans:
        found = candidates(episode, within)
        assert all(within.holds(one.span) and one.span in episode.sentences for one in found)
        assert all(episode.voice_of(one.span) is None and not episode.is_aside(one.span) for one in found)
        assert all(one.weight > 0 for one in found)


def test_nothing_said_has_no_candidates(opened: Callable[..., Episode]) -> None:
    assert candidates(opened(["Yes."]), Span(0, 4)) == []
