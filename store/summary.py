"""Summaries in the episode's own words: of the whole, of a chapter, of a topic."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from store.episode import Episode
from store.excerpts.salience import Candidate, Salience, candidates, choose, in_order
from store.language.stopwords import STOP
from store.notes import TopicNote
from store.question import WHOLE, FindQuote, Length, Quote, Span, Summarise, SummaryAnswer
from store.search import Searcher
from store.words import plain, stem, words

POINTS: dict[Length, int] = {"short": 3, "medium": 7, "long": 15}
CHAPTER_POINTS: dict[Length, int] = {"short": 2, "medium": 4, "long": 8}
# Of the points of a whole episode, so many are of its introduction.
INTRODUCED = 0.3
_WITHIN: dict[Length, frozenset[Length]] = {
    "short": frozenset({"short"}),
    "medium": frozenset({"short", "medium"}),
    "long": frozenset({"short", "medium", "long"}),
}
_NUMBER = re.compile(r"(?:chapter\s+)?#?(-?\d+)\.?", re.IGNORECASE)


def summarise(searcher: Searcher, request: Summarise) -> SummaryAnswer:
    """Return the summary that is asked for. Raises ChapterUnknownError.

    Neither a written text nor a point: the topic is not spoken of.
    """
    episode, of = searcher.episode, request.of.strip()
    if not of or plain(of) == WHOLE:
        return _whole(episode, request)
    number = _chapter_number(episode, of)
    return _topic(searcher, request, of) if number is None else _chapter(episode, request, number)


def _chapter_number(episode: Episode, of: str) -> int | None:
    """Read a chapter's number, or its title."""
    if match := _NUMBER.fullmatch(of):
        return int(match[1])
    return next((chapter.number for chapter in episode.chapters if plain(chapter.title) == plain(of)), None)


def _whole(episode: Episode, request: Summarise) -> SummaryAnswer:
    noted = _noted(episode, request.length)
    spans = noted or _spread(episode, POINTS[request.length])
    written = episode.notes.overview.strip() or None
    return SummaryAnswer(request, episode.facts, WHOLE, episode.facts.title, written, _quotes(episode, spans))


def _chapter(episode: Episode, request: Summarise, number: int) -> SummaryAnswer:
    chapter, within = episode.chapter(number)
    count = CHAPTER_POINTS[request.length]
    noted = [span for span in _noted(episode, "long") if within.holds(span)][:count]
    others = [one for one in candidates(episode, within) if not any(one.span.overlap(span) for span in noted)]
    spans = sorted([*noted, *in_order(choose(others, count - len(noted)))], key=lambda span: span.start)
    quotes = _quotes(episode, spans)
    return SummaryAnswer(request, episode.facts, str(number), chapter.title, chapter.gist or None, quotes)


def _topic(searcher: Searcher, request: Summarise, of: str) -> SummaryAnswer:
    episode, count = searcher.episode, CHAPTER_POINTS[request.length]
    topic = matching_topic(episode, of)
    if topic is not None:
        # Lines of an entry may hold question and answer: each quote is one speaker's.
        spans = (turn.span for lines in topic.lines for turn in episode.turns_in(episode.lines_span(*lines)))
        quotes = _quotes(episode, spans)
        return SummaryAnswer(request, episode.facts, topic.heading, topic.heading, None, quotes[:count])
    found = searcher.find(FindQuote(of, limit=count)).answers
    quotes = tuple(sorted(found, key=lambda quote: quote.span.start))
    return SummaryAnswer(request, episode.facts, of, of, None, quotes)


def matching_topic(episode: Episode, of: str) -> TopicNote | None:
    """Return the entry of the editor's index whose heading or other words are those given, all of them."""
    wanted = _stems(of)
    for topic in episode.notes.topics:
        if any(wanted and wanted == _stems(name) for name in (topic.heading, *topic.also)):
            return topic
    return next((topic for topic in episode.notes.topics if wanted and wanted <= _stems(topic.heading)), None)


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    said = [word.plain for word in words(text)]
    return frozenset(stem(word) for word in said if word not in STOP) or frozenset(said)


def _noted(episode: Episode, length: Length) -> list[Span]:
    """Return the sentences that the editor chose for a summary of this length, in order."""
    notes = (note for note in episode.notes.points if note.length in _WITHIN[length])
    return sorted((episode.excerpt(note.lines, note.text).span for note in notes), key=lambda span: span.start)


def _spread(episode: Episode, count: int) -> list[Span]:
    """Choose what introduces the episode, then sentences that carry it, from parts of it that are like in length."""
    salience = Salience(episode, Span(0, len(episode.text)))
    chosen: list[Candidate] = choose(salience.introductions(), round(INTRODUCED * count))
    found = salience.candidates()
    for part in _parts(episode, count - len(chosen)):
        if len(chosen) < count and not any(part.holds(one.span) for one in chosen):
            chosen += choose((one for one in found if part.holds(one.span)), 1, chosen)
    return in_order([*chosen, *choose(found, count - len(chosen), chosen)])


def _parts(episode: Episode, count: int) -> list[Span]:
    """Return the chapters, those that follow on each other as one where there are more than wanted."""
    spans = episode.chapter_spans or _quarters(episode)
    groups = min(len(spans), max(1, count))
    firsts = [len(spans) * at // groups for at in range(groups + 1)]
    return [Span(spans[first].start, spans[after - 1].end) for first, after in pairwise(firsts)]


def _quarters(episode: Episode) -> tuple[Span, ...]:
    length = len(episode.text)
    return tuple(Span(length * at // 4, length * (at + 1) // 4) for at in range(4))


def _quotes(episode: Episode, spans: Iterable[Span]) -> tuple[Quote, ...]:
    return tuple(episode.quote(span) for span in spans)
