"""Readers of transcripts, one a format, chosen by what a file holds and never by its name."""

import hashlib
from dataclasses import replace
from pathlib import Path

from store.errors import Problem, TranscriptError
from store.formats import (
    file_name,
    json_text,
    own_json,
    plain_text,
    podcast_json,
    subtitles,
    tabular,
    whisper_json,
    whisper_markdown,
)
from store.formats.chapters import ordered
from store.formats.parsed import MAX_LINES, Parsed, within_bounds
from store.formats.source import MAX_BYTES, bytes_of, text_of
from store.transcript import Header, Transcript

__all__ = ["MAX_BYTES", "MAX_LINES", "parse", "read"]


def read(path: Path) -> Transcript:
    """Read a transcript. Raises TranscriptError, which says what is wrong, where, and what to do."""
    return parse(path, bytes_of(path))


def parse(path: Path, content: bytes) -> Transcript:
    """Make a transcript of a file's bytes; `path` names it, and need not be there. Raises TranscriptError."""
    text, warnings = text_of(path, content)
    parsed = _parsed(path, text)
    if not parsed.lines:
        raise TranscriptError(path, "nothing is spoken in it", "check that the transcription ran to its end")
    within_bounds(path, len(parsed.lines), parsed.unit)
    header, problems = _completed(path, parsed)
    return Transcript(
        path=path,
        digest=hashlib.sha256(content).hexdigest(),
        header=header,
        lines=parsed.lines,
        warnings=(*warnings, *parsed.warnings, *problems),
        format=parsed.format,
        unit=parsed.unit,
    )


def _parsed(path: Path, text: str) -> Parsed:
    if json_text.recognises(text):
        content, warnings = json_text.load(path, text)
        parsed = _parsed_json(path, content)
        return replace(parsed, warnings=(*warnings, *parsed.warnings))
    if whisper_markdown.recognises(text):
        return whisper_markdown.parse(path, text)
    if subtitles.recognises(text):
        return subtitles.parse(path, text)
    if tabular.recognises(text):
        return tabular.parse(path, text)
    return plain_text.parse(path, text)


def _parsed_json(path: Path, content: object) -> Parsed:
    if podcast_json.recognises(content):
        return podcast_json.parse(path, content)
    if whisper_json.recognises(content):
        return whisper_json.parse(path, content)
    if own_json.recognises(content):
        return own_json.parse(path, content)
    cure = "give Whisper's, WhisperX's or the podcast namespace's"
    raise TranscriptError(path, "JSON, but of no transcript that is known", cure)


def _completed(path: Path, parsed: Parsed) -> tuple[Header, list[Problem]]:
    """Add what the file's name and its last moment tell, and hold the chapters against the length."""
    header = file_name.complete(parsed.header, path.stem)
    last = max((line.end or line.start or 0.0 for line in parsed.lines), default=0.0)
    if header.duration is None and last > 0:
        header = replace(header, duration=last, guessed=header.guessed | {"duration"})
    stated = None if "duration" in header.guessed else header.duration
    kept = ordered(header.chapters, stated)
    problems = []
    if len(kept) < len(header.chapters):
        dropped = len(header.chapters) - len(kept)
        message = f"{dropped} of its {len(header.chapters)} chapters are out of order or past the end: left out"
        problems.append(Problem("warning", path, message))
    return replace(header, chapters=kept), problems
