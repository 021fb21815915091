"""Something to talk about: a passage, and the question that an editor put to it or that its words suggest."""

import random
import re

from store.excerpts.chance import by_chance
from store.notes import PromptNote
from store.question import Discuss, DiscussAnswer, FindQuote, Quote, Suggestion
from store.search import Searcher

# What a passage's words suggest asking, by the first that fits. Other languages are left with "is it so?".
_SUGGESTED: tuple[tuple[Suggestion, re.Pattern[str]], ...] = (
    ("condition", re.compile(r"\b(?:if|unless|suppose)\b", re.IGNORECASE)),
    ("duty", re.compile(r"\b(?:should|ought to|must|have to|has to|need to|needs to)\b", re.IGNORECASE)),
    ("cause", re.compile(r"\b(?:because|the reason|that's why|causes?d?|led to|leads to)\b", re.IGNORECASE)),
    ("forecast", re.compile(r"\b(?:will|won't|going to|gonna|eventually)\b", re.IGNORECASE)),
    ("comparison", re.compile(r"\b(?:than|most|least|best|worst|unlike|compared)\b", re.IGNORECASE)),
)


def discuss(searcher: Searcher, request: Discuss) -> DiscussAnswer:
    """Return what is to be discussed: about what is asked for, else one of the editor's prompts by chance.

    Without notes it is a good quote by chance, with a question that its words suggest.
    """
    episode = searcher.episode
    if request.about is None and episode.notes.prompts:
        note = random.choice(episode.notes.prompts)  # noqa: S311 - chance, not a secret
        return DiscussAnswer(request, episode.facts, _standing_on(searcher, note), note.text)
    found = searcher.find(FindQuote(request.about, limit=1)) if request.about else by_chance(episode, FindQuote())
    if not found.answers:
        return DiscussAnswer(request, episode.facts, missing=found.missing, unspoken=found.unspoken)
    (quote, *_) = found.answers
    for note in episode.notes.prompts:
        if note.lines[0] <= quote.lines[1] and quote.lines[0] <= note.lines[1]:
            return DiscussAnswer(request, episode.facts, _standing_on(searcher, note), note.text)
    return DiscussAnswer(request, episode.facts, quote, suggested=_suggestion(quote))


def _standing_on(searcher: Searcher, note: PromptNote) -> Quote:
    return searcher.episode.quote(searcher.episode.lines_span(*note.lines))


def _suggestion(quote: Quote) -> Suggestion:
    if quote.voice:
        return "voice"
    return next((kind for kind, words in _SUGGESTED if words.search(quote.text)), "claim")
