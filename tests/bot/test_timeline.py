"""The picture: a real one, of the right size, whatever the names are."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bot.pictures import pictures
from bot.timeline import DPI, HEIGHT_A_ROW, HEIGHT_AROUND, MARKS, PAPER, ROWS, WIDTH, timeline
from bot.words import Words
from store.answering.responding import respond
from store.manuscripts.opening import open_episode
from store.question import FindMentions, FindQuote, Mention, MentionsAnswer
from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterable

SEED = "seeds/000_07237bb4a34dc730.txt"
WORDS = Words()


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(open_episode(SEED))


@pytest.fixture(scope="module")
def answer(searcher: Searcher) -> MentionsAnswer:
    found = respond(searcher, FindMentions("Putin"))
    assert isinstance(found, MentionsAnswer)
    return found


def drawn(answer: MentionsAnswer) -> Image.Image:
    """Decode a picture in full, and hold its size against the number of its rows."""
    image = Image.open(BytesIO(timeline(answer, WORDS)))
    image.load()
    rows = min(ROWS, len(answer.by_speaker))
    assert image.format == "PNG"
    assert image.width == round(WIDTH * DPI)
    assert image.height == pytest.approx((HEIGHT_AROUND + HEIGHT_A_ROW * rows) * DPI, abs=1)
    return image.convert("RGB")


def colours(image: Image.Image) -> set[str]:
    found = image.getcolors(maxcolors=image.width * image.height)
    assert found
    return {"#{:02X}{:02X}{:02X}".format(*colour) for _, colour in found if isinstance(colour, tuple)}


def columns(image: Image.Image, colour: str) -> list[int]:
    """Return where across the picture a colour stands."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    data = image.load()
    assert data is not None
    return [x for x in range(image.width) if any(data[x, y] == wanted for y in range(0, image.height, 3))]


def named(answer: MentionsAnswer, names: Iterable[str]) -> MentionsAnswer:
    """Let these people have said it, in turns."""
    listed = list(names)
    mentions = tuple(
        Mention(replace(mention.quote, speaker=listed[at % len(listed)]), 1)
        for at, mention in enumerate(answer.mentions)
    )
    return replace(answer, mentions=mentions, by_speaker=tuple((name, 1) for name in listed))


def test_each_speaker_has_marks_of_a_colour(answer: MentionsAnswer) -> None:
    shown = colours(drawn(answer))
    assert {PAPER, *MARKS[:2]} <= shown
    assert not {*MARKS[2:]} & shown


def test_marks_stand_where_it_was_said(answer: MentionsAnswer) -> None:
    def alone(at: int) -> MentionsAnswer:
        one = answer.mentions[at]
        return replace(answer, mentions=(one,), by_speaker=((one.quote.speaker or "", 1),))

    early, late = (columns(drawn(alone(at)), MARKS[0]) for at in (0, -1))
    assert early
    assert late
    assert max(early) < WIDTH * DPI / 2 < min(late)


def test_without_times_lines_are_counted(answer: MentionsAnswer) -> None:
    untimed = replace(
        answer,
        episode=replace(
            answer.episode,
            duration=None,
            chapters=tuple(replace(chapter, start=None) for chapter in answer.episode.chapters),
        ),
        mentions=tuple(replace(one, quote=replace(one.quote, start=None)) for one in answer.mentions),
    )
    image = drawn(untimed)
    assert {*MARKS[:2]} <= colours(image)
    assert image.tobytes() != drawn(answer).tobytes()


def test_episode_without_chapters_is_drawn(answer: MentionsAnswer) -> None:
    assert MARKS[0] in colours(drawn(replace(answer, episode=replace(answer.episode, chapters=()))))


@pytest.mark.parametrize("duration", [0.0, 0.5, 60.0, 400_000.0])
def test_recording_of_any_length_is_drawn(answer: MentionsAnswer, duration: float) -> None:
    assert MARKS[0] in colours(drawn(replace(answer, episode=replace(answer.episode, duration=duration))))


@pytest.mark.parametrize(
    "name",
    [
        "$x^2$",
        "$\\frac{$",
        "$",
        "a_b^c{}\\%",
        "שלום עולם",
        "\u202eright to left",
        "名前",
        "👩‍👩‍👧",
        "\x00\ud800",
        "\n",
        "",
        "n" * 400,
        "Ann " * 100,
    ],
)
def test_any_name_is_drawn_as_text(answer: MentionsAnswer, name: str) -> None:
    assert MARKS[0] in colours(drawn(named(answer, [name])))


def test_crowd_has_a_row_for_the_first_of_them(answer: MentionsAnswer) -> None:
    drawn(named(answer, [f"Speaker {number}" for number in range(60)]))


async def test_picture_is_a_file_with_the_same_in_words(answer: MentionsAnswer) -> None:
    (file,) = await pictures(answer, WORDS)
    assert file.filename == "mentions.png"
    assert (file.description or "").startswith("Timeline of the episode: Stephen Kotkin 44 and Ezra Klein 25")
    assert Image.open(BytesIO(file.fp.read())).format == "PNG"
    file.close()


async def test_what_was_never_said_and_other_answers_have_no_picture(searcher: Searcher) -> None:
    assert await pictures(respond(searcher, FindMentions("zeppelin")), WORDS) == []
    assert await pictures(respond(searcher, FindQuote("coup")), WORDS) == []
