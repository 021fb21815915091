"""What of the words around a claim was cut off, and changes its sense."""

from store.episode import Episode
from store.question import Span
from store.verify.asking import is_asked
from store.verify.governing import governs, limits


def cut_off(episode: Episode, said: Span) -> tuple[str, str]:
    """Return what was cut off and changes the sense of what was said, before it and after it."""
    whole = around(episode, said)
    before, after = Span(whole.start, said.start), Span(said.end, whole.end)
    lead = before if _is_needed(episode, before, said) else _lead(episode, said)
    return (
        episode.glossary.display(lead).strip() if lead else "",
        episode.glossary.display(after).strip(" .,") if limits(episode.spoken[after]) else "",
    )


def _lead(episode: Episode, said: Span) -> Span | None:
    """Return the words that lead up to somebody else's, where what was said begins amid these; else None.

    "But the president may say, that's crazy. He would never do that.": without the first sentence the second is
    taken for the speaker's own. Where somebody else's words begin a sentence, the one before says whose they are.
    """
    amid = next((voiced for voiced, _ in episode.voiced if voiced.start < said.start < voiced.end), None)
    if amid is None:
        return None
    up_to = episode.sentences_touching(Span(max(0, amid.start - 2), amid.start + 1))
    return Span(up_to[0].start, min(up_to[-1].end, said.start)) if up_to else None


def _is_needed(episode: Episode, before: Span, said: Span) -> bool:
    """Tell whether what stands before a fragment is needed to understand it; after the first sentence nothing is."""
    sentence = next(iter(episode.sentences_touching(said)), said)
    first = Span(said.start, max(said.start, min(said.end, sentence.end)))
    asks = episode.spoken[sentence].rstrip("\"'\u201d\u2019) ").endswith("?")
    return bool(before) and (
        governs(episode.spoken[before], episode.spoken[first])
        or is_asked(episode.spoken[before], episode.spoken[first], marked=asks)
    )


def around(episode: Episode, said: Span) -> Span:
    """Widen a stretch to the whole sentences that it touches."""
    touched = episode.sentences_touching(said)
    return Span(min(said.start, touched[0].start), max(said.end, touched[-1].end)) if touched else said
