"""What Whisper, WhisperX and whisper.cpp write as JSON, and OpenAI's interface, which may give the text alone."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from store.formats import json_text
from store.formats.parsed import Parsed, Tally
from store.formats.segments import Keys, header_from, lines_of
from store.transcript import Line

_KEYS = Keys(text=("text",), start=("start",), end=("end",), speaker=("speaker", "speaker_label"))
_SENTENCE = re.compile(r"(?<=[.!?…。\uff01\uff1f])\s+")


def recognises(content: object) -> bool:
    """Tell whether a list or an object holds segments with a text, or an object a text alone."""
    if isinstance(content, Mapping) and isinstance(content.get("text"), str):
        return True
    return any(isinstance(segment, Mapping) and "text" in segment for segment in _segments(content))


def parse(path: Path, content: object) -> Parsed:
    """Return the header, the segments as lines, and warnings of what could not be read."""
    tally = Tally(path, "segment")
    segments, stated = _segments(content), content if isinstance(content, Mapping) else {}
    if segments:
        lines = lines_of([_timed(segment) for segment in segments], _KEYS, tally)
    else:
        lines = _sentences(json_text.words(stated.get("text")) or "")
    diarised = "word_segments" in stated or any(line.speaker for line in lines)
    name = "WhisperX JSON" if diarised else "Whisper JSON"
    return Parsed(name, "segment", header_from(stated, tally), lines, tally.problems())


def _segments(content: object) -> Sequence[object]:
    if isinstance(content, Mapping):
        content = next((found for key in ("segments", "transcription") if (found := content.get(key))), None)
    return content if isinstance(content, list) else []


def _timed(segment: object) -> object:
    """Give a segment of whisper.cpp, whose times are in milliseconds, the keys of Whisper's.

    A segment that has no times of its own takes those of its words.
    """
    if not isinstance(segment, Mapping):
        return segment
    offsets, said = segment.get("offsets"), segment.get("words")
    if isinstance(offsets, Mapping) and "start" not in segment:
        start, end = (json_text.seconds(offsets.get(key)) for key in ("from", "to"))
        return {
            **segment,
            "start": None if start is None else start / 1000,
            "end": None if end is None else end / 1000,
        }
    if segment.get("start") is None and isinstance(said, list):
        timed = [word for word in said if isinstance(word, Mapping) and isinstance(word.get("start"), float)]
        return {**segment, "start": timed[0]["start"], "end": timed[-1].get("end")} if timed else segment
    return segment


def _sentences(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, said) for number, said in enumerate(_SENTENCE.split(text), start=1) if said)
