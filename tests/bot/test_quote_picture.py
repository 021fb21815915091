"""A quote's picture: a real one, that grows with the words and holds them all within its edges."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bot.fonts import NoFontError, font_file
from bot.quote_picture import GOLD, INK, MARGIN, PAPER, WIDTH, quote_picture
from bot.words import Words
from store.answering.responding import respond
from store.manuscripts.opening import open_episode
from store.question import FindQuote, QuoteAnswer
from store.search import Searcher

if TYPE_CHECKING:
    from store.question import EpisodeFacts, Quote

SEED = "seeds/000_07237bb4a34dc730.txt"
ARABIC = "مرحبا بالعالم هذا اقتباس طويل باللغة العربية ومعه كلمات أخرى كثيرة حتى ينكسر السطر"


@pytest.fixture(scope="module")
def answer() -> QuoteAnswer:
    found = respond(Searcher(open_episode(SEED)), FindQuote("the mystique is gone"))
    assert isinstance(found, QuoteAnswer)
    return found


@pytest.fixture(scope="module")
def quote(answer: QuoteAnswer) -> Quote:
    return answer.answers[0]


@pytest.fixture(scope="module")
def episode(answer: QuoteAnswer) -> EpisodeFacts:
    return answer.episode


def drawn(quote: Quote, episode: EpisodeFacts) -> Image.Image:
    image = Image.open(BytesIO(quote_picture(quote, episode, Words())))
    image.load()
    assert image.format == "PNG"
    assert image.width == WIDTH
    return image.convert("RGB")


def edges(image: Image.Image, colour: str) -> tuple[int, int]:
    """Return the first and last column in which a colour stands."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    mask = Image.new("1", image.size)
    mask.putdata([pixel == wanted for pixel in image.get_flattened_data()])
    box = mask.getbbox()
    assert box, f"no {colour}"
    return box[0], box[2]


def test_words_speaker_and_paper_are_drawn_within_the_margins(quote: Quote, episode: EpisodeFacts) -> None:
    image = drawn(quote, episode)
    for colour in (INK, GOLD):
        assert edges(image, colour)[1] <= WIDTH - MARGIN + 2
    assert edges(image, INK)[0] >= MARGIN - 4
    assert image.getpixel((WIDTH - 1, 0)) == tuple(int(PAPER[at : at + 2], 16) for at in (1, 3, 5))


def test_longer_quote_makes_a_higher_picture_up_to_a_bound(quote: Quote, episode: EpisodeFacts) -> None:
    heights = [drawn(replace(quote, display=quote.display * times), episode).height for times in (1, 3, 30, 60)]
    assert heights[0] < heights[1] <= heights[2]
    assert heights[2] == heights[3] < 1200


@pytest.mark.parametrize("text", ["x" * 900, "a\u0301" * 300, "one two\n\nthree", "\u202eevil\u202e text"])
def test_words_that_do_not_wrap_of_themselves_stay_inside(text: str, quote: Quote, episode: EpisodeFacts) -> None:
    image = drawn(replace(quote, display=text, corrections=()), episode)
    assert edges(image, INK)[1] <= WIDTH - MARGIN + 2


def test_script_from_the_right_begins_at_the_right(quote: Quote, episode: EpisodeFacts) -> None:
    left, right = edges(drawn(replace(quote, display=ARABIC, corrections=(), voice=None), episode), INK)
    assert right >= WIDTH - MARGIN - 30
    assert left >= MARGIN


def test_script_without_a_font_is_an_error_not_boxes() -> None:
    with pytest.raises(NoFontError):
        font_file(frozenset(map(chr, range(0x13000, 0x13040))), "DejaVu Serif")  # Egyptian hieroglyphs


def test_single_letter_without_a_font_spoils_nothing(quote: Quote, episode: EpisodeFacts) -> None:
    drawn(replace(quote, display=f"{quote.display} \U00013000"), episode)


def test_voice_and_corrections_take_room_of_their_own(quote: Quote, episode: EpisodeFacts) -> None:
    bare = drawn(replace(quote, voice=None, corrections=()), episode)
    voiced = drawn(replace(quote, voice="a newspaper, read aloud", corrections=()), episode)
    assert voiced.height > bare.height
