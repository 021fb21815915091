"""A summary: the editor's text, marked as that, and the episode in its own words."""

from collections.abc import Sequence

from bot.cards.attribution import byline, spoken_byline
from bot.cards.corrections import corrections
from bot.cards.fit import ELLIPSIS, fit, how_many, roomiest, short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_CONTENT, SELECT_OPTIONS
from bot.cards.moment import chapter_moment, estimates
from bot.cards.passages_menu import passages_menu
from bot.cards.quotation import blockquote, quoted, small, went_on
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import named, source, spoken_source
from bot.markdown import escape, visible
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import WHOLE, ChapterFacts, Quote, SummaryAnswer

TITLE = 150
WRITTEN = 1_200
LEAST_WRITTEN = 300
POINT = 600  # one point; what is longer is cut at a sentence and opened in full from the menu
CHAPTER = 80
FEW = 3  # points of a brief summary


def summary_card(answer: SummaryAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show the editor's text, as many points as there is room for, and a menu that opens each."""
    if not answer.found:
        return _nothing(answer, showing, words)
    card = Card()
    card.text(small(occasion(showing, words)), f"## {_title(answer)}", small(_scope(answer, words)))
    points = answer.points[: FEW if showing.brief else SELECT_OPTIONS]
    beside = small(corrections(points, words))
    around = [
        _by_the_editor(words),
        _in_its_own_words(words),
        _left_out(len(answer.points), words),
        beside,
        _source(answer, words),
    ]
    room = card.room - len("### ### -# ") - len("\n".join(around))
    sizes = [_blocks(answer, points, words), [_point(point, words) for point in points]]
    blocks, kept = roomiest(sizes, room - (LEAST_WRITTEN if answer.written else 0))
    if answer.written:
        room = 0 if showing.brief else room
        card.text(f"### {_by_the_editor(words)}", _written(answer.written, room, blocks))
    _add_points(card, answer, blocks[:kept], words)
    card.text(beside)
    card.row(passages_menu(answer.episode.key, points, words.say("Open a passage"), words))
    card.row(sharing(Shown.by(answer), showing, words))
    return card.closed(_source(answer, words))


def summary_plain(answer: SummaryAnswer, words: Words) -> str:
    """Say the same for reading aloud, as far as a message goes."""
    if not answer.found:
        return f"{_no_such_talk(answer, words)}\n{named(answer.episode, words)}."
    points = [_spoken(point, words) for point in answer.points]
    corrected = corrections(answer.points, words)
    tail = [corrected] if corrected else []
    tail.append(spoken_source(answer.episode, words, corrected=bool(corrected)))
    head = [_title(answer), _scope(answer, words)]
    lead = [f"{_in_its_own_words(words)}:"] if points else []
    room = MESSAGE_CONTENT - len("\n".join([*head, *lead, _left_out(len(points), words), *tail])) - 1
    if answer.written:
        by_the_editor = f"{_by_the_editor(words)}: "
        room -= len(by_the_editor) + 1
        written = _written(answer.written, room, points)
        head.append(f"{by_the_editor}{written}")
        room -= len(written)
    kept = points[: how_many(points, room, between=1)]
    left_out = [_left_out(len(points) - len(kept), words)] if len(kept) < len(points) else []
    return "\n".join([*head, *lead, *kept, *left_out, *tail])


def fitted(text: str, room: int) -> str:
    """Return a text that is not a quote, escaped, cut at a sentence where it is too long."""
    text = visible(text).strip()
    kept = fit(text, room - len(ELLIPSIS) - 1, escape)
    return escape(kept) if kept == text else f"{escape(kept)} {ELLIPSIS}"


def _written(text: str, room: int, points: Sequence[str]) -> str:
    """Return the editor's text, shorter where the points need its room, but never without its beginning."""
    spare = room - sum(len(point) + 1 for point in points)
    return fitted(text, max(LEAST_WRITTEN, min(WRITTEN, spare)))


def _add_points(card: Card, answer: SummaryAnswer, blocks: Sequence[str], words: Words) -> None:
    if not answer.points:
        return
    if answer.written:
        card.rule()
    card.text(f"### {_in_its_own_words(words)}")
    for block in blocks:
        card.text(block)
    if left_out := len(answer.points) - len(blocks):
        card.text(small(_left_out(left_out, words)))


def _blocks(answer: SummaryAnswer, points: tuple[Quote, ...], words: Words) -> list[str]:
    """Return the points, the first of each chapter under its title."""
    blocks: list[str] = []
    before: ChapterFacts | None = None
    for point in points:
        chapter = _chapter_of(point, answer)
        heading = f"**{chapter.number} · {short(chapter.title, CHAPTER)}**\n" if chapter and chapter != before else ""
        before = chapter
        blocks.append(f"{heading}{_point(point, words)}")
    return blocks


def _point(point: Quote, words: Words) -> str:
    text = visible(point.display)
    kept = fit(text, POINT, blockquote)
    after = "" if kept == text else f"\n\n{small(went_on(words))}"
    return f"{small(byline(point, words))}\n{blockquote(kept)}{after}"


def _spoken(point: Quote, words: Words) -> str:
    return words.say("{who} says: {quote}", who=spoken_byline(point, words), quote=quoted(visible(point.display)))


def _chapter_of(point: Quote, answer: SummaryAnswer) -> ChapterFacts | None:
    if answer.of != WHOLE:
        return None
    holding = [chapter for chapter in answer.episode.chapters if chapter.lines[0] <= point.lines[0]]
    return holding[-1] if holding else None


def _title(answer: SummaryAnswer) -> str:
    return short(answer.title, TITLE) or short(answer.of, TITLE)


def _scope(answer: SummaryAnswer, words: Words) -> str:
    if answer.of == WHOLE:
        return words.say("The whole episode in brief")
    chapters = answer.episode.chapters
    chapter = next((chapter for chapter in chapters if str(chapter.number) == answer.of), None)
    if not chapter:
        return words.say("What is said about it, in order")
    begins = chapter_moment(chapter, words)
    if not begins:
        return words.say("Chapter {number} of {last}", number=chapter.number, last=len(chapters))
    return words.say(
        "Chapter {number} of {last}, from {moment}", number=chapter.number, last=len(chapters), moment=begins
    )


def _by_the_editor(words: Words) -> str:
    return words.say("In the editor’s words, not said in the episode")


def _in_its_own_words(words: Words) -> str:
    return words.say("In the episode’s own words")


def _left_out(n: int, words: Words) -> str:
    return words.count("{n} more point did not fit", "{n} more points did not fit", n)


def _source(answer: SummaryAnswer, words: Words) -> str:
    corrected = any(point.corrections for point in answer.points)
    return source(answer.episode, words, corrected=corrected, estimates=estimates(answer.points, words))


def _nothing(answer: SummaryAnswer, showing: Showing, words: Words) -> LayoutView:
    card = Card(PLAIN)
    card.text(small(occasion(showing, words)), f"### {words.say('Not in this episode')}", _no_such_talk(answer, words))
    card.row(sharing(None, showing, words))
    return card.closed(small(named(answer.episode, words)))


def _no_such_talk(answer: SummaryAnswer, words: Words) -> str:
    if answer.of == WHOLE:
        return words.say("There is nothing to sum up.")
    return words.say("There is nothing to sum up about “{topic}”.", topic=_title(answer))
