"""Where sentences begin and end."""

import sentencex

from store.question import Span

# A recogniser that writes no full stops gives one sentence for a whole hour; nobody reads one longer than this.
LONGEST = 600


def sentences(text: str, within: Span, language: str = "en") -> list[Span]:
    """Split a stretch of a text into its sentences, without the space between them."""
    spans, start = [], within.start
    for piece in sentencex.segment(language, text[within.start : within.end]):
        bare = piece.strip()
        if bare:
            begin = start + piece.index(bare)
            spans += _at_most(text, Span(begin, begin + len(bare)))
        start += len(piece)
    return spans


def _at_most(text: str, span: Span) -> list[Span]:
    """Cut a sentence that is too long at a space, so that each part can be shown."""
    parts = []
    while len(span) > LONGEST:
        cut = text.rfind(" ", span.start, span.start + LONGEST)
        if cut <= span.start:
            cut = span.start + LONGEST
        part, rest = text[span.start : cut].rstrip(), text[cut : span.end].lstrip()
        parts.append(Span(span.start, span.start + len(part)))
        span = Span(span.end - len(rest), span.end)
    return [*parts, span]
