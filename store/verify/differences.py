"""The words in which a claim and what was said differ."""

from rapidfuzz.distance import Levenshtein

from store.question import Difference
from store.searching.wording import Wording
from store.verify.alignment import Match
from store.verify.held import Held


def differences(held: Held, match: Match) -> tuple[Difference, ...]:
    """Return where a claim and what it matches differ, in order."""
    apart: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(held.words, held.wording.whole[match.first : match.last]):
        if step.tag == "equal":
            continue
        # Words replaced and, right beside them, words lost or gained are one difference: "there is" for "there's".
        joins = bool(apart) and apart[-1][1::2] == (step.src_start, step.dest_start)
        first, _, first_said, _ = apart.pop() if joins else (step.src_start, 0, step.dest_start, 0)
        apart.append((first, step.src_end, first_said, step.dest_end))
    return tuple(
        Difference(
            " ".join(held.shown[first:last]), _said(held.wording, match.first + first_said, match.first + last_said)
        )
        for first, last, first_said, last_said in apart
    )


def _said(wording: Wording, first: int, last: int) -> str:
    return wording.episode.glossary.display(wording.span(first, last)) if last > first else ""
