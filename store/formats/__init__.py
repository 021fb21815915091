"""Readers of transcripts, one a format, chosen by what a file holds and never by its name."""

import hashlib
import stat
from pathlib import Path

from store.errors import TranscriptError
from store.formats import whisper_markdown
from store.transcript import Transcript

MAX_BYTES = 20 * 1024 * 1024


def read(path: Path) -> Transcript:
    """Read a transcript. Raises TranscriptError, which says what is wrong, where, and what to do."""
    content = _bytes_of(path)
    text = _decode(path, content)
    if not text.strip():
        raise TranscriptError(path, "the file is empty", "check that the transcription ran to its end")
    if not whisper_markdown.recognises(text):
        raise TranscriptError(path, "not a transcript in a known format", "give a Whisper transcript in Markdown")
    header, lines, warnings = whisper_markdown.parse(path, text)
    if not lines:
        raise TranscriptError(path, "nothing is spoken in it", "check that the transcription ran to its end")
    return Transcript(path, hashlib.sha256(content).hexdigest(), header, lines, warnings)


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise TranscriptError(path, "a folder, not a file", "name a transcript in it")
        if not stat.S_ISREG(found.st_mode):
            raise TranscriptError(path, "a device or a pipe, not a file", "save the transcript to a file")
        if found.st_size > MAX_BYTES:
            raise TranscriptError(path, "larger than 20 MB", "split the recording, or leave out what is not speech")
        return path.read_bytes()
    except (FileNotFoundError, ValueError):  # a null character in a path is a ValueError
        raise TranscriptError(path, "there is no such file", "check the path") from None
    except OSError as error:
        raise TranscriptError(path, f"cannot be read ({error.strerror})", "check its permissions") from None


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TranscriptError(path, "not UTF-8", "save the file as UTF-8", line) from None
