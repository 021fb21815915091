"""What there is to talk about, and how the talk begins."""

from collections.abc import Callable

import pytest

from store.answering.responding import respond
from store.episode import Episode
from store.question import Discuss, DiscussAnswer, Suggestion
from store.search import Searcher


def begun(searcher: Searcher, about: str | None = None) -> DiscussAnswer:
    answer = respond(searcher, Discuss(about))
    assert isinstance(answer, DiscussAnswer)
    return answer


def test_editors_prompt_is_taken_where_it_stands_on_the_passage_that_is_found(searcher: Searcher) -> None:
    answer = begun(searcher, "how authoritarian regimes promote people")
    assert answer.prompt is not None
    assert "negative selection" in answer.prompt
    assert answer.quote is not None
    assert (answer.quote.lines[0] >= 141, answer.quote.lines[1] <= 147) == (True, True)


def test_without_a_topic_an_editors_prompt_is_drawn(searcher: Searcher) -> None:
    drawn = {begun(searcher).prompt for _ in range(40)}
    prompts = {note.text for note in searcher.episode.notes.prompts}
    assert drawn <= prompts
    assert len(drawn) > 3


def test_what_is_not_there_begins_nothing(searcher: Searcher) -> None:
    answer = begun(searcher, "quantum chromodynamics")
    assert not answer.found
    assert answer.quotes == ()
    assert "chromodynamics" in answer.missing
    assert begun(searcher, "how did Prigozhin die").unspoken == "Prigozhin's death in the plane crash"


@pytest.mark.parametrize(
    ("line", "suggested"),
    [
        ("The bridge over the river was closed by the town yesterday evening.", "claim"),
        ("If the bridge over the river closes, the town loses its market.", "condition"),
        ("The town should close the bridge over the river before the winter.", "duty"),
        ("The bridge over the river was closed because nobody paid for it.", "cause"),
        ("The bridge over the river will fall into the water one day.", "forecast"),
        ("The bridge over the river is older than the church of the town.", "comparison"),
    ],
)
def test_question_follows_from_what_is_said(line: str, suggested: Suggestion, opened: Callable[..., Episode]) -> None:
    answer = begun(Searcher(opened([line, "Nothing else of note was said that day."])), "bridge over the river")
    assert (answer.prompt, answer.suggested) == (None, suggested)


def test_voiced_passage_asks_whether_the_view_is_given_fairly(opened: Callable[..., Episode]) -> None:
    notes = '[[voiced]]\nlines = [12, 12]\nvoice = "the mayor"\n'
    answer = begun(Searcher(opened(["The bridge over the river is perfectly safe.", "So he says."], notes)), "bridge")
    assert answer.suggested == "voice"


def test_episode_without_notes_draws_a_quote(opened: Callable[..., Episode]) -> None:
    lines = [f"The town number {number} has a bridge that everybody in the whole country knows." for number in range(9)]
    assert begun(Searcher(opened(lines))).found
