from collections.abc import Callable

from store.episode import Episode
from store.excerpts.salience import Candidate, candidates, choose, in_order
from store.question import Span

BOATS = "The harbour of the old town is full of wooden fishing boats in summer."
AGAIN = "The harbour of the old town is full of wooden fishing boats in summer!"
BREAD = "Every baker of the old town sells dark bread with caraway seeds in it."


def spoken(episode: Episode, spans: list[Span]) -> list[str]:
    return [episode.spoken[span] for span in spans]


def test_choice_passes_over_what_repeats() -> None:
    boats, again = (Candidate(Span(at, at + 10), {"boat": 1.0}, 1.0) for at in (0, 20))
    bread = Candidate(Span(40, 50), {"bread": 1.0}, 0.5)
    assert choose([boats, again, bread], 2) == [boats, bread]
    assert choose([again, bread], 1, beside=[boats]) == [bread]


def test_choice_takes_nothing_twice() -> None:
    long, part = Candidate(Span(0, 30), {"boat": 1.0}, 1.0), Candidate(Span(10, 20), {"bread": 1.0}, 0.9)
    assert choose([long, part], 2) == [long]
    assert choose([part], 1, beside=[long]) == []


def test_announcement_of_the_talk_weighs_more_and_a_greeting_less(opened: Callable[..., Episode]) -> None:
    announced = "Today we are going to talk about the wooden fishing boats of the old town."
    greeting = "Welcome back to the wooden fishing boats of the old harbour town, everyone."
    episode = opened([BOATS, announced, greeting, BREAD])
    weights = {episode.spoken[one.span]: one.weight for one in candidates(episode, Span(0, len(episode.text)))}
    assert weights[announced] > weights[greeting]


def test_choice_stands_in_the_order_of_speech_and_is_never_more_than_there_is(opened: Callable[..., Episode]) -> None:
    episode = opened([BOATS, AGAIN, BREAD])
    found = candidates(episode, Span(0, len(episode.text)))
    assert spoken(episode, in_order(choose(found, 99))) == [BOATS, AGAIN, BREAD]
    assert choose(found, 0) == []
    assert choose([], 3) == []


def test_candidates_are_sentences_of_the_stretch_that_stand_alone(episode: Episode) -> None:
    for within in episode.chapter_spans:
        found = candidates(episode, within)
        assert all(within.holds(one.span) and one.span in episode.sentences for one in found)
        assert all(episode.voice_of(one.span) is None and not episode.is_aside(one.span) for one in found)


def test_nothing_said_has_no_candidates(opened: Callable[..., Episode]) -> None:
    assert candidates(opened(["Yes."]), Span(0, 4)) == []
