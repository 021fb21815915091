import random
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.episode import Episode
from store.formats import read
from store.speech.segmentation import SHORTEST, Segment, listed_segments, segments, turns_of_vocabulary
from store.transcript import Chapter, Header, Line, Transcript

TOPICS = (
    "harbour ship anchor sail captain cargo tide wharf rope deck",
    "oven flour yeast dough crust baker salt butter loaf knead",
    "planet orbit comet telescope galaxy lens moon eclipse star dust",
)


def _talk(sentences_each: int = 130) -> list[str]:
    chance = random.Random(7)
    return [
        " ".join(["The", *chance.choices(topic.split(), k=9)]) + "." for topic in TOPICS for _ in range(sentences_each)
    ]


def _episode(lines: list[str], header: Any = None) -> Episode:
    said = tuple(Line(at, text, start=float(at)) for at, text in enumerate(lines, 1))
    return Episode(Transcript(Path("talk.txt"), "0" * 64, header or Header(duration=float(len(lines))), said))


def _found(episode: Episode) -> tuple[Segment, ...]:
    return segments(episode, episode.asides)


def test_chapters_begin_where_the_vocabulary_turns() -> None:
    found = _found(episode := _episode(_talk()))
    starts = [episode.spoken.lines_of(one.span)[0] for one in found]
    assert len(starts) <= 6
    for turn in (131, 261):
        assert min(abs(start - turn) for start in starts) <= 2


def test_titles_are_the_words_that_tell_a_chapter_and_are_marked_automatic() -> None:
    for one in _found(_episode(_talk())):
        assert one.automatic
        assert any({word.lower() for word in one.title.split(", ")} <= set(topic.split()) for topic in TOPICS)


def test_chapters_of_the_header_come_first() -> None:
    header = Header(duration=390.0, chapters=(Chapter("Ships", 0.0), Chapter("Bread", 131.0)))
    first, second = listed_segments(episode := _episode(_talk(), header))
    assert (first.title, second.title, first.automatic) == ("Ships", "Bread", False)
    assert episode.spoken.lines_of(second.span)[0] == 131


def test_chapters_of_the_header_keep_their_times_and_leave_what_stands_before_them() -> None:
    header = Header(duration=390.0, chapters=(Chapter("Ships", 60.0), Chapter("Bread", 131.0)))
    episode = _episode(_talk(), header)
    assert [(chapter.start, chapter.estimated) for chapter in episode.chapters] == [(60.0, False), (131.0, False)]
    assert episode.spoken.lines_of(episode.chapter_spans[0])[0] > 50
    assert episode.chapter_index(0) is None


def test_chapters_that_stand_over_a_line_begin_with_it() -> None:
    header = Header(chapters=(Chapter("Ships", None, 1), Chapter("Bread", None, 131)))
    episode = _episode(_talk(), header)
    assert [chapter.lines[0] for chapter in episode.chapters] == [1, 131]
    assert [chapter.start for chapter in episode.chapters] == [1.0, 131.0]


def test_short_talk_has_no_chapters() -> None:
    assert _found(_episode(["It is a short talk.", "It ends."])) == ()


def test_chapters_of_the_seed_hold_all_of_it_and_none_is_short(seed: Path) -> None:
    episode = Episode(read(seed))
    spans = [one.span for one in _found(episode)]
    assert (spans[0].start, spans[-1].end) == (0, len(episode.text))
    assert all(one.end == two.start for one, two in pairwise(spans))
    assert all(len(episode.spoken[span].split()) > SHORTEST // 2 for span in spans)
    assert 6 <= len(spans) <= 15


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=8), max_size=300))
def test_turns_are_positions_in_order(sentences: list[list[str]]) -> None:
    found = turns_of_vocabulary(sentences)
    assert found == sorted(set(found))
    assert all(0 < at < len(sentences) for at in found)
