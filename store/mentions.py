"""Every time that a name, a word or a phrase is said."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from store.errors import QuestionBlankError
from store.question import FindMentions, Mention, MentionsAnswer, Span
from store.searching.wording import Ids, Wording
from store.words import words


def mentions(wording: Wording, request: FindMentions) -> MentionsAnswer:
    """Count every occurrence, in all spellings of a name, possessives too and longer words not.

    Raises QuestionBlankError.
    """
    episode = wording.episode
    typed, wanted = wording.taken(request.of)
    if not wanted:
        raise QuestionBlankError
    places = [wording.span(first, first + len(wanted)) for first in _places(wording.numbers(wanted), wording.ids)]
    said: Counter[Span] = Counter()
    by_speaker: Counter[str] = Counter()
    for place in places:
        said[episode.sentences_touching(place)[0]] += 1
        by_speaker[episode.speaker_of(place) or ""] += 1
    found = tuple(Mention(episode.quote(span), said[span]) for span in sorted(said, key=lambda span: span.start))
    name = _spelling(wording, places, wanted) or " ".join(typed)
    return MentionsAnswer(request, episode.facts, name, found, tuple(by_speaker.most_common()))


def _places(wanted: Ids, said: Ids) -> list[int]:
    """Return the positions at which a sequence of words begins; occurrences don't overlap."""
    if len(wanted) > len(said):
        return []
    windows = np.lib.stride_tricks.sliding_window_view(said, len(wanted))
    found: list[int] = []
    for position in np.flatnonzero((windows == wanted).all(axis=1)):
        if not found or position >= found[-1] + len(wanted):
            found.append(int(position))
    return found


def _spelling(wording: Wording, places: Sequence[Span], wanted: Sequence[str]) -> str | None:
    """Return how the words are most often written in the episode, without possessives; None where never so."""
    spellings: Counter[str] = Counter()
    for place in places:
        shown = wording.episode.glossary.display(place)
        found = list(words(shown))
        # A word of a longer misheard name has no place of its own: more is shown than was asked for.
        for at in range(len(found) - len(wanted) + 1):
            if [word.plain for word in found[at : at + len(wanted)]] == list(wanted):
                spelt = shown[found[at].span.start : found[at + len(wanted) - 1].span.end]
                spellings[spelt.removesuffix("'s").removesuffix("\u2019s")] += 1
    return spellings.most_common(1)[0][0] if spellings else None
