from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from store.episode import Episode
from store.errors import ChapterUnknownError
from store.excerpts.introduction import is_lead
from store.excerpts.standalone import stands_alone
from store.manuscripts.opening import open_episode
from store.question import Length, Quote, Summarise, SummaryAnswer
from store.search import Searcher
from store.summary import matching_topic, summarise

LENGTHS: tuple[Length, ...] = get_args(Length)


@pytest.fixture(scope="session")
def bare(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The same episode without its show notes."""
    path = tmp_path_factory.mktemp("bare") / "talk.txt"
    path.write_bytes(seed.read_bytes())
    return Searcher(open_episode(path))


def in_order_without_repetition(answer: SummaryAnswer) -> bool:
    return all(earlier.span.end <= later.span.start for earlier, later in pairwise(answer.points))


def speaks_for_itself(episode: Episode, quote: Quote) -> bool:
    return quote.voice is None and "?" not in quote.text and not episode.is_aside(quote.span)


@pytest.mark.parametrize(("length", "least", "most"), [("short", 3, 3), ("medium", 6, 8), ("long", 13, 17)])
def test_whole_at_each_length(
    searcher: Searcher, check_quote: Callable[[Quote], None], length: Length, least: int, most: int
) -> None:
    answer = summarise(searcher, Summarise(length=length))
    assert (answer.of, answer.title) == ("whole", searcher.episode.facts.title)
    assert answer.written == searcher.episode.notes.overview
    assert least <= len(answer.points) <= most
    assert in_order_without_repetition(answer)
    for quote in answer.points:
        check_quote(quote)
        assert speaks_for_itself(searcher.episode, quote)


def test_longer_summary_holds_the_shorter(searcher: Searcher) -> None:
    short, medium, long = ({q.span for q in summarise(searcher, Summarise(length=length)).points} for length in LENGTHS)
    assert short < medium < long


def test_whole_reaches_over_the_episode(searcher: Searcher) -> None:
    chapters = {
        searcher.episode.chapter_span_at(quote.span.start)
        for quote in summarise(searcher, Summarise(length="long")).points
    }
    assert len(chapters) >= 10


@pytest.mark.parametrize(("length", "count"), [("short", 3), ("medium", 7), ("long", 15)])
def test_whole_without_notes_is_chosen_from_all_parts(bare: Searcher, length: Length, count: int) -> None:
    answer = summarise(bare, Summarise(length=length))
    assert answer.written is None
    assert len(answer.points) == count
    assert in_order_without_repetition(answer)
    assert all(stands_alone(bare.episode, quote.span) or is_lead(bare.episode, quote.span) for quote in answer.points)
    if length != "short":
        assert {quote.span.start * 4 // len(bare.episode.text) for quote in answer.points} == {0, 1, 2, 3}


@pytest.mark.parametrize("length", LENGTHS)
def test_every_chapter_at_each_length(searcher: Searcher, check_quote: Callable[[Quote], None], length: Length) -> None:
    for chapter in searcher.episode.chapters:
        answer = summarise(searcher, Summarise(str(chapter.number), length))
        assert (answer.of, answer.title, answer.written) == (str(chapter.number), chapter.title, chapter.gist)
        assert 1 <= len(answer.points) <= {"short": 2, "medium": 4, "long": 8}[length]
        assert in_order_without_repetition(answer)
        for quote in answer.points:
            check_quote(quote)
            assert speaks_for_itself(searcher.episode, quote)
            assert chapter.lines[0] <= quote.lines[0] <= quote.lines[1] <= chapter.lines[1]


@pytest.mark.parametrize("of", ["3", " 3. ", "#3", "chapter 3", "Chapter #3", "why putin LET him attack the generals"])
def test_chapter_by_number_or_title(searcher: Searcher, of: str) -> None:
    assert summarise(searcher, Summarise(of)).of == "3"


@pytest.mark.parametrize("of", ["whole", "WHOLE", " whole ", "", " "])
def test_whole_by_name(searcher: Searcher, of: str) -> None:
    assert summarise(searcher, Summarise(of)).of == "whole"


@pytest.mark.parametrize("of", ["0", "16", "-1", "chapter 99", "9" * 400])
def test_unknown_chapter(searcher: Searcher, of: str) -> None:
    with pytest.raises(ChapterUnknownError, match="from 1 to 15"):
        summarise(searcher, Summarise(of))


@pytest.mark.parametrize("length", LENGTHS)
def test_every_topic_of_the_index(searcher: Searcher, check_quote: Callable[[Quote], None], length: Length) -> None:
    titles = {chapter.title for chapter in searcher.episode.chapters}
    for topic in searcher.episode.notes.topics:
        if topic.heading in titles:
            continue  # the chapter goes first
        matched = matching_topic(searcher.episode, topic.heading)
        assert matched is not None
        answer = summarise(searcher, Summarise(topic.heading, length))
        assert answer.of == answer.title == matched.heading
        assert answer.found
        assert in_order_without_repetition(answer)
        for quote in answer.points:
            check_quote(quote)
            assert any(first <= quote.lines[0] and quote.lines[1] <= last for first, last in matched.lines)


def test_topic_by_other_words_case_and_inflection(searcher: Searcher) -> None:
    for topic in searcher.episode.notes.topics:
        for name in topic.also[:2]:
            matched = matching_topic(searcher.episode, name.upper())
            assert matched is not None
            assert matched is matching_topic(searcher.episode, name)


def test_topic_beside_the_index_is_searched_for(searcher: Searcher) -> None:
    answer = summarise(searcher, Summarise("helicopters shot down over Voronezh"))
    assert answer.found
    assert in_order_without_repetition(answer)


def test_topic_that_is_not_spoken_of_is_not_found(searcher: Searcher) -> None:
    answer = summarise(searcher, Summarise("xylophone orchestras"))
    assert (answer.found, answer.points, answer.written) == (False, (), None)


def test_question_and_answer_under_one_topic_are_two_quotes(opened: Callable[..., Episode]) -> None:
    episode = opened(
        ["Is it big?", "It is huge."],
        "[[speakers]]\nname = 'Ana'\n[[speakers]]\nname = 'Bo'\n[[turns]]\nline = 12\nspeaker = 'Ana'\n"
        "[[turns]]\nline = 13\nspeaker = 'Bo'\n[[topics]]\nheading = 'Size'\nlines = [[12, 13]]\n",
    )
    points = summarise(Searcher(episode), Summarise("size")).points
    assert [(quote.speaker, quote.text) for quote in points] == [("Ana", "Is it big?"), ("Bo", "It is huge.")]
