"""Good quotes, and one of them at random."""

import random
import re

from store.episode import Episode
from store.excerpts.salience import candidates
from store.excerpts.standalone import leans
from store.question import FindQuote, QuoteAnswer, Span

# Characters: a point of an editor's may be longer than a quote that should be read at a glance.
LONGEST = 600
# Who is meant by these was said before, where no name has come first; and so was what "that deal" was.
_PRONOUN = re.compile(r"\b(?:he|she|they|him|them|his|hers?|theirs?|himself|herself|themselves)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:this|that|these|those|such|other|another|both|again|else|same)\b(?! (?:I|you|we|is|was|there)\b)"
)
_NAME = re.compile(r"(?<=[\w,;] )(?!I\b)[A-Z]\w+")
# What is said of the conversation itself, or leads to what comes next; and what is no whole sentence.
_OF_THE_TALK = re.compile(
    r"^(?:I mean|you mentioned|you know)\b|\b(?:this (?:conversation|show|podcast)|we(?:['\u2019]ll| will) get to|"
    r"to tape|take (?:people|us|you) through|background here|"
    r"(?:let me|I want to|I wanted to) (?:ask|talk|get|go|take|turn))\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"^(?:(?:And|So) )?(?:How|What|Why|When|Where|Which|All of|Other)\b|^\w+(?: \w+)?, (?:the|a) [^,]* who\b"
)
# So many of an editor's quotes are enough to choose from.
ENOUGH = 8
# Words at the beginning of a quote in which pointing back is not forgiven.
_OPENING = re.compile(r"(?:\S+\s+){0,5}\S+")


def by_chance(episode: Episode, request: FindQuote) -> QuoteAnswer:
    """Return a quote that stands on its own: one that an editor chose, else one of the weightier sentences.

    Raises SpeakerUnknownError.
    """
    speaker = episode.speaker(request.speaker) if request.speaker else None
    noted = [span for span in _noted(episode) if speaker in (None, episode.speaker_of(span))]
    pool = noted if len(noted) >= ENOUGH else good_quotes(episode, speaker)
    chosen = [random.choice(pool)] if pool else []  # noqa: S311 - chance, not a secret
    return QuoteAnswer(request, episode.facts, tuple(episode.quote(span) for span in chosen))


def good_quotes(episode: Episode, speaker: str | None = None) -> list[Span]:
    """Return the quotes that say something by themselves, in their speaker's own name.

    Those that an editor chose, and the weightier sentences; never an announcement, or half a thought.
    """
    noted, weighty = _noted(episode), _weighty(episode, speaker)
    clear = [span for span in weighty if is_clear(episode.text[span.start : span.end])]
    spans = dict.fromkeys([*noted, *(clear or weighty)])
    return [span for span in spans if speaker in (None, episode.speaker_of(span))]


def is_clear(text: str) -> bool:
    """Tell whether a sentence is a whole one, about the matter, that points at nothing before it."""
    return not (points_back(text) or _OF_THE_TALK.search(text) or _FRAGMENT.match(text))


def points_back(text: str) -> bool:
    """Tell whether a sentence speaks of somebody or something that was named before it."""
    pronoun, name = _PRONOUN.search(text), _NAME.search(text)
    nobody_named = pronoun is not None and (name is None or pronoun.start() < name.start())
    opening = _OPENING.match(text)
    return nobody_named or (opening is not None and _POINTING.search(opening[0]) is not None)


def _noted(episode: Episode) -> list[Span]:
    points = (episode.excerpt(note.lines, note.text).span for note in episode.notes.points)
    return [
        span
        for span in points
        if len(span) <= LONGEST
        and episode.voice_of(span) is None
        and not episode.is_aside(span)
        and not episode.is_faulty(span)
        and not leans(episode.text[span.start : span.end])
    ]


def _weighty(episode: Episode, speaker: str | None) -> list[Span]:
    whole = candidates(episode, Span(0, len(episode.text)))
    theirs = [one for one in whole if speaker in (None, episode.speaker_of(one.span))]
    found = sorted(theirs, key=lambda one: -one.weight)
    return [one.span for one in found[: max(1, len(found) // 2)]]
