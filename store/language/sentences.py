"""Where sentences begin and end."""

from collections.abc import Iterator

import sentencex

from store.question import Span

# A recogniser that writes no full stops gives one sentence for a whole hour; nobody reads one longer than this.
LONGEST = 600
# Characters that are split at once: where there are no spaces, twice as many take four times as long.
BLOCK = 50_000


def sentences(text: str, within: Span, language: str = "en") -> list[Span]:
    """Split a stretch of a text into its sentences, without the space between them."""
    spans, start = [], within.start
    for piece in _pieces(text, within, language):
        bare = piece.strip()
        if bare:
            begin = start + piece.index(bare)
            spans += _at_most(text, Span(begin, begin + len(bare)))
        start += len(piece)
    return spans


def _pieces(text: str, within: Span, language: str) -> Iterator[str]:
    """Give the sentences with the space between them, block by block: where a block ends, no sentence need."""
    start = within.start
    while start < within.end:
        pieces = sentencex.segment(language, text[start : min(start + BLOCK, within.end)])
        whole = pieces if start + BLOCK >= within.end else pieces[:-1] or pieces
        yield from whole
        start += sum(map(len, whole))


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
