"""What a recogniser writes where nobody spoke: runs of one phrase, thanks for watching, music, nothing at all.

Such lines stay in the transcript, since they are in the file, and are kept out of answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from store.transcript import Line

FaultKind = Literal["repeated", "hallucinated", "music", "empty"]

# A phrase so often in a row is a fault; a single word may be said more often ("no, no, no").
_TIMES, _TIMES_OF_A_WORD = 5, 8
# Of how many lines a phrase may be that is repeated line after line; of how many words one that is inside a line.
_LONGEST_CYCLE, _LONGEST_PHRASE = 4, 8
# So many words, or so great a share of them, have to be repeated for a line to be nothing but that.
_LEAST_REPEATED, _SHARE = 12, 0.6
# Seconds that a few words do not take: nobody was speaking. More where only the next line tells when they ended.
_SILENCE, _SILENCE_TO_NEXT = 10.0, 20.0
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_SPOKEN = re.compile(r"[^\W_]")
_NOTED = re.compile(
    r"(?:[\[(*♪♫♬\s]*(?:(?:\w+ ){0,3}(?:music|música|musique|musik|musica|applause|laughter|silence|blank[_ ]audio|"
    r"no audio|instrumental|jingle)(?: \w+){0,2})[\])*♪♫♬\s.]*|\[[^\[\]]{1,30}\])",
    re.IGNORECASE,
)
_SUNG = re.compile(r"\s*[♪♫♬].*[♪♫♬]\s*", re.DOTALL)
_NEVER_SPOKEN = re.compile(
    r"(?:(?:english )?(?:sub)?titles? (?:by|provided by)\b.{0,60}|subtitled by\b.{0,60}|captions? by\b.{0,60}"
    r"|transcri(?:bed|ption|pt) (?:by|outsourcing)\b.{0,60}|translated by\b.{0,60}|.{0,60}\bamara org\b.{0,30}"
    r"|sous titres .{0,80}|sous titrage .{0,60}|untertitel(?:ung)? .{0,80}|subtítulos .{0,60}|legendas .{0,60}"
    r"|sottotitoli .{0,60}|ondertitel.{0,60}|napisy .{0,60}|редактор субтитров .{0,80}|субтитры .{0,80}|字幕.{0,40})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:thank you|thanks)(?: (?:so|very) much)? for (?:watching|viewing)(?: (?:this|the|my) video)?"
    r"|(?:please|don't forget to)(?: \w+){0,4} subscribe(?: to (?:my|our|the) channel)?(?: \w+){0,4}"
    r"|(?:please )?(?:like|like share|like comment) and subscribe(?: \w+){0,4}|subscribe to (?:my|our|the) channel"
    r"|(?:i'll )?see you (?:in the )?next video|you|bye bye|thank you|gracias por ver(?: el (?:video|vídeo))?"
    r"|merci d'avoir regardé(?: (?:cette|la) vidéo)?|vielen dank fürs zuschauen|ご視聴ありがとうございました|谢谢观看)",
    re.IGNORECASE,
)
# What people do say, too: only a fault where nobody speaks around it.
_ORDINARY = {"you", "bye bye", "thank you"}
_LONGEST = 120
# So many characters of a line tell whether it is one phrase again and again.
_READ = 5000


@dataclass(frozen=True, slots=True)
class Fault:
    """Lines of one kind that stand together; `lines` are the first and the last, by number."""

    kind: FaultKind
    lines: tuple[int, int]
    count: int


def fault_kinds(lines: Sequence[Line]) -> dict[int, FaultKind]:
    """Return of each line that is a fault, by its number, of what kind. Linear in the length of the text."""
    keys = [" ".join(_WORDS.findall(line.text.casefold().replace("’", "'"))) for line in lines]
    kinds: dict[int, FaultKind] = {}
    for at, line in enumerate(lines):
        kind = _alone(line.text, keys[at])
        if kind:
            kinds[at] = kind
    for at in _in_cycles(keys):
        kinds.setdefault(at, "repeated")
    for at in _unheard(lines, keys, kinds):
        kinds[at] = "hallucinated"
    return {lines[at].number: kinds[at] for at in sorted(kinds)}


def faulty_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are faults, of whatever kind: what no answer may hold."""
    return frozenset(fault_kinds(lines))


def faults(lines: Sequence[Line]) -> tuple[Fault, ...]:
    """Return the faults in order, those of one kind that follow on each other as one."""
    kinds = fault_kinds(lines)
    found = []
    for kind, group in groupby(lines, key=lambda line: kinds.get(line.number)):
        numbers = [line.number for line in group]
        if kind:
            found.append(Fault(kind, (numbers[0], numbers[-1]), len(numbers)))
    return tuple(found)


def _alone(text: str, key: str) -> FaultKind | None:
    """Return what a line is, judged by itself."""
    if not _SPOKEN.search(text):
        return "music" if any(note in text for note in "♪♫♬") else "empty"
    if len(text) <= _LONGEST:
        if _NOTED.fullmatch(text.strip()) or _SUNG.fullmatch(text):
            return "music"
        if _NEVER_SPOKEN.fullmatch(key):
            return "hallucinated"
    return "repeated" if _stutters(key[:_READ].split()) else None


def _stutters(words: list[str]) -> bool:
    """Tell whether most of a line is one phrase again and again."""
    if len(words) < _LEAST_REPEATED or len(set(words)) * 2 > len(words):
        return False
    for length in range(1, _LONGEST_PHRASE + 1):
        run = longest = 0
        for at in range(length, len(words)):
            run = run + 1 if words[at] == words[at - length] else 0
            longest = max(longest, run)
        times = _TIMES_OF_A_WORD if length == 1 else _TIMES
        if longest + length >= max(length * times, _SHARE * len(words)):
            return True
    return False


def _in_cycles(keys: Sequence[str]) -> Iterator[int]:
    """Give the places of lines that repeat a cycle of one to four lines."""
    for length in range(1, _LONGEST_CYCLE + 1):
        start: int | None = None
        for at in range(length, len(keys) + 1):
            same = at < len(keys) and keys[at] != "" and keys[at] == keys[at - length]
            if same and start is None:
                start = at - length
            elif not same and start is not None:
                yield from _if_often(keys, start, at, length)
                start = None


def _if_often(keys: Sequence[str], start: int, end: int, length: int) -> range:
    phrase = " ".join(keys[start : start + length])
    times = _TIMES if " " in phrase else _TIMES_OF_A_WORD
    return range(start, end) if end - start >= length * times else range(0)


def _unheard(lines: Sequence[Line], keys: Sequence[str], kinds: dict[int, FaultKind]) -> Iterator[int]:
    """Give the places of closing phrases at the end, after which nothing is said, and in silence."""
    last = next((at for at in reversed(range(len(lines))) if at not in kinds and not _CLOSING.fullmatch(keys[at])), -1)
    for at, key in enumerate(keys):
        if at in kinds or len(key) > _LONGEST or not _CLOSING.fullmatch(key):
            continue
        bare = lines[at].text.strip() == "you"
        if _in_silence(lines, at) or (at > last and (bare or key not in _ORDINARY)):
            yield at


def _in_silence(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line takes far longer than its words, or stands far from the lines around it."""
    here, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if here.start is None:
        return False
    if here.end is not None:
        return here.end - here.start >= _SILENCE
    return after is not None and after.start is not None and after.start - here.start >= _SILENCE_TO_NEXT
