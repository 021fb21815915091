"""What is said at a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from store import open_episode
from store.answering.responding import respond
from store.errors import MomentBeyondError, MomentsUnknownError, SpeakerUnknownError
from store.question import FindQuote, Quote, QuoteAnswer
from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from store.episode import Episode

SRT = "\n\n".join(
    f"{n}\n00:0{n}:00,000 --> 00:0{n}:40,000\n{text}"
    for n, text in enumerate(["First thing said.", "Second thing said.", "And a third one. It goes on.", "The end."], 1)
)


def said(searcher: Searcher, about: str, **more: Any) -> Quote:
    answer = respond(searcher, FindQuote(about, **more))
    assert isinstance(answer, QuoteAnswer)
    (quote,) = answer.answers
    return quote


@pytest.fixture
def timed(tmp_path: Path) -> Searcher:
    path = tmp_path / "talk.srt"
    path.write_text(SRT)
    return Searcher(open_episode(path))


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("0:00", "First thing said."),
        ("1:00", "First thing said."),
        ("1:30", "First thing said."),
        ("2:00", "Second thing said."),
        ("at 3:05", "And a third one."),
        ("4m10s", "The end."),
    ],
)
def test_moment_gives_what_is_said_then(timed: Searcher, about: str, words: str) -> None:
    assert said(timed, about).text.startswith(words)


@pytest.mark.parametrize("clock", ["0:00", "5:00", "27:10", "45:00", "1:02:03", "1:08:37"])
def test_estimated_moment_is_near_the_one_that_was_asked(
    searcher: Searcher, clock: str, check_quote: Callable[[Quote], None]
) -> None:
    quote = said(searcher, clock)
    check_quote(quote)
    hours, minutes, seconds = [0, 0, *map(int, clock.split(":"))][-3:]
    assert quote.start is not None
    assert quote.error is not None
    assert abs(quote.start - (hours * 3600 + minutes * 60 + seconds)) < 60
    assert len(quote.text) <= 600


def test_whole_sentences_of_one_speaker_are_given(searcher: Searcher, episode: Episode) -> None:
    for minute in range(68):
        span = said(searcher, f"{minute}:30").span
        touching = episode.sentences_touching(span)
        assert (touching[0].start, touching[-1].end) == (span.start, span.end)


def test_speaker_gives_the_nearest_of_their_words(searcher: Searcher) -> None:
    for name in ("Ezra Klein", "Stephen Kotkin"):
        assert said(searcher, "27:10", speaker=name).speaker == name
    with pytest.raises(SpeakerUnknownError):
        said(searcher, "27:10", speaker="Nobody")


def test_moment_beyond_the_end_says_where_that_is(searcher: Searcher) -> None:
    with pytest.raises(MomentBeyondError, match="nothing is said at 2:00:00: the recording ends at 1:08:37"):
        said(searcher, "2:00:00")


def test_without_times_a_moment_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Just a line of talk.\nAnd another one.\n")
    with pytest.raises(MomentsUnknownError):
        said(Searcher(open_episode(path)), "0:10")


def test_what_only_looks_like_a_moment_is_searched_for(opened: Callable[..., Episode]) -> None:
    searcher = Searcher(opened(["We read John 3:16 that day.", "It was cold."]))
    assert "John 3:16" in said(searcher, "John 3:16", limit=1).text
