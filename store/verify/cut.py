"""What of the sentence around a fragment was cut off, and changes its sense."""

from store.episode import Episode
from store.question import Span
from store.verify.asking import is_asked
from store.verify.governing import governs, limits


def cut_off(episode: Episode, said: Span) -> tuple[str, str]:
    """Return what of the sentence around a fragment was cut off and changes its sense, before it and after it."""
    whole = around(episode, said)
    before, after = Span(whole.start, said.start), Span(said.end, whole.end)
    return (
        episode.glossary.display(before).strip() if _is_needed(episode, before, said) else "",
        episode.glossary.display(after).strip(" .,") if limits(episode.spoken[after]) else "",
    )


def _is_needed(episode: Episode, before: Span, said: Span) -> bool:
    """Tell whether what stands before a fragment is needed to understand it; after the first sentence nothing is.

    Where it begins amid somebody else's words, the speaker has said whose they are before.
    """
    sentence = next(iter(episode.sentences_touching(said)), said)
    first = Span(said.start, max(said.start, min(said.end, sentence.end)))
    asks = episode.spoken[sentence].rstrip("\"'\u201d\u2019) ").endswith("?")
    return bool(before) and (
        any(voiced.start < said.start < voiced.end for voiced, _ in episode.voiced)
        or governs(episode.spoken[before], episode.spoken[first])
        or is_asked(episode.spoken[before], episode.spoken[first], marked=asks)
    )


def around(episode: Episode, said: Span) -> Span:
    """Widen a stretch to the whole sentences that it touches."""
    touched = episode.sentences_touching(said)
    return Span(min(said.start, touched[0].start), max(said.end, touched[-1].end)) if touched else said
