"""Every time that a name, a word or a phrase is said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from store.errors import QuestionBlankError
from store.question import FindMentions, Mention, MentionsAnswer, Span
from store.searching.wording import Ids, Wording
from store.words import words

# Letters: a word of no more is no plural ("is", "was", "this" are none).
SHORTEST = 4


def mentions(wording: Wording, request: FindMentions) -> MentionsAnswer:
    """Count every occurrence, in all spellings of a name, possessives too and longer words not.

    Raises QuestionBlankError and SpeakerUnknownError.
    """
    episode = wording.episode
    speaker = episode.speaker(request.speaker) if request.speaker else None
    typed, wanted = wording.taken(request.of)
    if not wanted:
        raise QuestionBlankError
    by_all = _said(wording, wanted)
    places = _by(wording, by_all, speaker)
    said: Counter[Span] = Counter()
    by_speaker: Counter[str] = Counter()
    for place in places:
        said[episode.sentences_touching(place)[0]] += 1
        by_speaker[episode.speaker_of(place) or ""] += 1
    found = tuple(Mention(episode.quote(span), said[span]) for span in sorted(said, key=lambda span: span.start))
    return MentionsAnswer(
        replace(request, speaker=speaker),
        episode.facts,
        _spelling(wording, by_all, wanted) or " ".join(typed),
        found,
        tuple(by_speaker.most_common()),
        len(by_all) - len(places),
        tuple(_forms(wording, wanted, speaker)),
    )


def _said(wording: Wording, wanted: Sequence[str]) -> list[Span]:
    """Return where words stand in this order."""
    return [wording.span(first, first + len(wanted)) for first in _places(wording.numbers(wanted), wording.ids)]


def _by(wording: Wording, places: list[Span], speaker: str | None) -> list[Span]:
    return [place for place in places if speaker in (None, wording.episode.speaker_of(place))]


def _forms(wording: Wording, wanted: Sequence[str], speaker: str | None) -> Iterator[tuple[str, int]]:
    """Give the singular or plural that is said too, which does not count: it is another word."""
    *before, last = wanted
    for form in dict.fromkeys((*_plurals(last), *_singulars(last))):
        if places := _by(wording, _said(wording, (*before, form)), speaker):
            yield _spelling(wording, places, (*before, form)) or form, len(places)


def _plurals(word: str) -> tuple[str, ...]:
    """Return how English may write the plural of a word."""
    return (f"{word}s", f"{word}es", f"{word[:-1]}ies") if word.endswith("y") else (f"{word}s", f"{word}es")


def _singulars(word: str) -> Iterator[str]:
    """Give the words of which this may be the plural."""
    if len(word) > SHORTEST and not word.endswith("ss"):
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        yield from (word.removesuffix(end) for end in ("s", "es") if word.endswith(end))


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
