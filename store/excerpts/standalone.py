"""Whether a stretch of speech can be understood on its own."""

import re

from store.episode import Episode
from store.question import Span

# Words at the beginning of a sentence that lean on what was said before it.
_LEANING = re.compile(
    r"^(?:(?:and|but|so|or|because|well|yeah|yes|no|right|okay|oh|now|also|then|anyway|however|moreover|therefore|"
    r"still|in addition|in other words|having said that|on the other hand|that said|of course|i mean|you know)"
    r"\b[\s,]*)*"
    r"(?:he|she|it|they|them|his|her|its|their|this|that|these|those|there|here|such|both|neither|which|who|whose|"
    r"one (?:of|is|was)|the same|another|other times|let's|not|the other|the first|the second|the most recent|"
    r"(?:I|we|you) (?:did|do|like|love|liked|loved) (?:that|this|it|so)(?=[\s,.]))(?!\w)",
    re.IGNORECASE,
)
# Words at the beginning that join a sentence to the one before it; speech begins most of its sentences with the weak.
_STRONG = re.compile(
    r"^(?:but|or|because|then|however|moreover|therefore|in addition|in other words|having said that|"
    r"on the other hand|that said)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"^(?:and|so|yeah|yes|no|right|okay|also|anyway)\b", re.IGNORECASE)
SHORTEST, LONGEST = 60, 420


def leans(text: str) -> bool:
    """Tell whether a text begins by referring to what was said before it."""
    return bool(_LEANING.match(text) or _STRONG.match(text))


def stands_alone(episode: Episode, span: Span) -> bool:
    """Tell whether a quote says something by itself, in its speaker's own name.

    It leans on nothing said before, asks no question, gives nobody else's view, and is neither a scrap nor a speech.
    """
    text = episode.spoken[span]
    return (
        SHORTEST <= len(text) <= LONGEST
        and text[0].isupper()
        and text.endswith((".", "!"))
        and "?" not in text
        and not leans(text)
        and not _WEAK.match(text)
        and episode.voice_of(span) is None
        and not episode.is_aside(span)
        and not episode.is_faulty(span)
    )
