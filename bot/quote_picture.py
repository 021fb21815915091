"""Draws a quote to be shared: the words, who says them, when, and what was corrected."""

import unicodedata
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bot.cards.fit import ELLIPSIS, fit, label
from bot.cards.moment import lines, moment_with_error
from bot.fonts import Face, font_file
from bot.markdown import visible
from bot.words import Words
from store.question import EpisodeFacts, Quote

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

# Pixels: Discord shows a picture some 550 points wide, on screens of twice as many pixels.
WIDTH, MARGIN, BAR, GAP = 1200, 72, 10, 28
# The size of the words: the largest at which they take no more than so many lines.
SIZES, MOST_LINES = (54, 46, 40, 34), (6, 8, 10, 13)
NAME_SIZE, SMALL_SIZE, LEADING = 34, 26, 1.36
# Characters: a longer quote is cut where a sentence ends, and says so.
LONGEST, NAME, TITLE, VOICE, HEARD = 700, 60, 110, 120, 3
PAPER, INK, QUIET, GOLD = "#2B2D31", "#F2F3F5", "#B5BAC1", "#E5B454"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the picture, from the top: its text, font and colour."""

    text: str
    font: "FreeTypeFont"
    colour: str
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.font.size * LEADING + self.gap


def quote_picture(quote: Quote, episode: EpisodeFacts, words: Words) -> bytes:
    """Return the picture as PNG, as high as the words need. It takes some 0.1 s: not on the event loop."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - loaded where it draws

    drawn = [*_quotation(quote), *_details(quote, episode, words)]
    height = round(2 * MARGIN + sum(line.height for line in drawn))
    image = Image.new("RGB", (WIDTH, height), PAPER)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, BAR, height), fill=GOLD)
    top = float(MARGIN)
    for line in drawn:
        top += line.gap
        _draw(canvas, line, top)
        top += line.height - line.gap
    png = BytesIO()
    image.save(png, format="PNG", optimize=True)
    return png.getvalue()


def _said(quote: Quote) -> str:
    text = " ".join(visible(quote.display).split())
    kept = fit(text, LONGEST, str)
    return f"“{kept}”" if kept == text else f"“{kept}” {ELLIPSIS}"


def _quotation(quote: Quote) -> list[_Line]:
    text = _said(quote)
    for size, most in zip(SIZES, MOST_LINES, strict=True):
        font = _font(text, "DejaVu Serif", size)
        wrapped = _wrap(text, font)
        if len(wrapped) <= most:
            break
    return [_Line(line, font, INK) for line in wrapped]


def _details(quote: Quote, episode: EpisodeFacts, words: Words) -> list[_Line]:
    made: list[_Line] = []
    for number, (text, colour) in enumerate(_facts(quote, episode, words)):
        size = SMALL_SIZE if number else NAME_SIZE
        font = _font(text, "DejaVu Sans", size, bold=not number)
        made += [
            _Line(line, font, colour, 0.0 if at else GAP / (1 + number)) for at, line in enumerate(_wrap(text, font))
        ]
    return made


def _facts(quote: Quote, episode: EpisodeFacts, words: Words) -> list[tuple[str, str]]:
    """Return what stands under the words, a line each, and its colour. The speaker comes first."""
    show, title = label(episode.show, NAME), label(episode.title or episode.id, TITLE)
    when = " · ".join(part for part in (moment_with_error(quote, words), lines(quote, words)) if part)
    published = words.date(episode.published) if episode.published else ""
    facts = [
        (label(quote.speaker or "", NAME) or words.say("Speaker unknown"), GOLD),
        (_voicing(quote, words), INK),
        (" · ".join(part for part in (show, title, published) if part), QUIET),
        (when, QUIET),
        (_corrected(quote, words), QUIET),
    ]
    return [(text, colour) for text, colour in facts if text]


def _voicing(quote: Quote, words: Words) -> str:
    if not quote.voice:
        return ""
    whom = label(quote.voice, VOICE).rstrip(".")
    if quote.voiced_in_part:
        return words.say("In part voicing: {whom}. That part is not the speaker’s own words or view.", whom=whom)
    return words.say("Voicing: {whom}. Not the speaker’s own words or view.", whom=whom)


def _corrected(quote: Quote, words: Words) -> str:
    pairs = dict.fromkeys((label(one.heard, NAME), label(one.meant, NAME)) for one in quote.corrections)
    if not pairs:
        return ""
    listed = [words.say("“{heard}” to “{meant}”", heard=heard, meant=meant) for heard, meant in list(pairs)[:HEARD]]
    if (more := len(pairs) - HEARD) > 0:
        listed.append(words.count("{n} more", "{n} more", more))
    return words.say("Misheard, and corrected here: {corrections}", corrections=words.join(listed))


def _font(text: str, face: Face, size: int, *, bold: bool = False) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415

    letters = frozenset(letter for letter in text if not letter.isspace())
    return ImageFont.truetype(font_file(letters, face, "bold" if bold else "normal"), size)


def _wrap(text: str, font: "FreeTypeFont") -> list[str]:
    """Break a text into lines that fit: between words, and inside one only where it is wider than a line."""
    done: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _fits(longer, font):
            line = longer
            continue
        done += [line] if line else []
        *whole, line = _pieces(word, font)
        done += whole
    return [*done, line] if line else done


def _pieces(word: str, font: "FreeTypeFont") -> list[str]:
    """Break a word that is too wide, as where a script puts no spaces; a mark stays with its letter."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and not unicodedata.combining(letter) and not _fits(pieces[-1] + letter, font):
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _fits(text: str, font: "FreeTypeFont") -> bool:
    return font.getlength(text) <= WIDTH - 2 * MARGIN


def _draw(canvas: "ImageDraw", line: _Line, top: float) -> None:
    """Draw a line from the side at which its script begins."""
    if _from_the_right(line.text):
        canvas.text((WIDTH - MARGIN, top), line.text, font=line.font, fill=line.colour, anchor="ra")
    else:
        canvas.text((MARGIN, top), line.text, font=line.font, fill=line.colour)


def _from_the_right(text: str) -> bool:
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction != "L" for direction in directions if direction in {"L", "R", "AL"}), False)
