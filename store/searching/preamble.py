"""What people write before and after a question: "I listened twice and still don't know: was it a coup?"."""

import re
from collections.abc import Iterator

from store.language.sentences import sentences
from store.language.stopwords import QUESTION_WORDS
from store.question import Span

# What leads up to a question, in a sentence.
_LEADING = re.compile(r"(?<=[:;\n\u2026])\s+|\n+")
_ASKED = re.compile(
    rf"\W*(?:and |but |so )*(?:{'|'.join(QUESTION_WORDS)}|is|are|was|were|do|does|did|can|could|will|would|has|have|"
    r"had|should)\b|.*\w.*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)


def question_in(text: str) -> str | None:
    """Return what a message asks without what it says beside; None where it asks nothing, or says nothing beside.

    Whoever asks often leaves out the question mark.
    """
    parts = list(_parts(text.encode(errors="ignore").decode()))  # half a surrogate is no character
    asked = [part for part in parts if _ASKED.match(part)]
    return " ".join(asked) if 0 < len(asked) < len(parts) else None


def _parts(text: str) -> Iterator[str]:
    """Give the sentences of a message that have a word, and what stands before and after a colon apart."""
    for sentence in sentences(text, Span(0, len(text))):
        for part in _LEADING.split(text[sentence.start : sentence.end]):
            if re.search(r"\w", part):
                yield part.strip()
