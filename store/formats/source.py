"""A file's text, or why there is none: sizes, encodings, and what is plainly no transcript."""

import re
import stat
from pathlib import Path

from store.errors import Problem, TranscriptError

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 2_000_000
_MARKS = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BINARY = (
    (rb"%PDF-", "a PDF", "copy its text to a text file"),
    (rb"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text"),
    (rb"\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a", "a compressed archive", "unpack it"),
    (rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|OggS\0|fLaC|RIFF.{4}(?:WAVE|AVI )", "audio or video", "give its transcript"),
    (rb"\0.{3}ftyp|\x1aE\xdf\xa3|FORM.{4}AIF", "audio or video", "give its transcript"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP", "a picture", "give a transcript"),
    (rb"SQLite format 3\0", "a database", "give a transcript"),
    (rb"\{\\rtf", "an RTF document", "save it as plain text"),
)
_MARKUP = (
    (r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", "HTML"),
    (r"\s*<(?:\?xml|tt|rss|feed|svg|transcript)\b", "XML"),
)
_OPENING = 2000
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
# What a text may hold of control characters before it is taken for something else: one in a hundred.
_CONTROLS_ALLOWED = 100


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes. Raises TranscriptError where it cannot be read or is none."""
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


def text_of(path: Path, content: bytes) -> tuple[str, list[Problem]]:
    """Decode a file, its rows ended by line feeds alone. Raises TranscriptError for what is no text."""
    for pattern, what, cure in _BINARY:
        if re.match(pattern, content[:_OPENING], re.DOTALL):
            raise TranscriptError(path, f"this is {what}, not a transcript", cure)
    text, warnings = _decoded(path, content)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\0 \t\n\f\v") and "\0" not in text:
        raise TranscriptError(path, "the file is empty", "check that the transcription ran to its end")
    _refuse_other(path, text)
    without = _CONTROLS.sub("", text)
    if len(without) < len(text):
        left_out = len(text) - len(without)
        warnings.append(Problem("warning", path, f"{left_out} control characters in it are left out"))
    return without, warnings


def _decoded(path: Path, content: bytes) -> tuple[str, list[Problem]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _forgiving(path, content, encoding)
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            cut = Problem("warning", path, "cut in the middle of its last character, which is left out")
            return content[: error.start].decode("utf-8-sig"), [cut]
        line = content.count(b"\n", 0, error.start) + 1
    text, warnings = _forgiving(path, content, "utf-8-sig")
    broken = text.count("\ufffd")
    if sum(not character.isascii() for character in text) >= 2 * broken + 1:
        return text, warnings
    told = "not UTF-8: read as Latin-1, so that accents may be wrong; save the file as UTF-8"
    try:
        return content.decode("cp1252"), [Problem("warning", path, told, line)]
    except UnicodeDecodeError:
        return content.decode("latin-1"), [Problem("warning", path, told, line)]


def _forgiving(path: Path, content: bytes, encoding: str) -> tuple[str, list[Problem]]:
    """Decode with a mark in the place of what is damaged."""
    text = content.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return text, []
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    name = encoding.removesuffix("-sig").upper()
    return text, [Problem("warning", path, f"{broken} damaged characters: they are no {name}", line)]


def _refuse_other(path: Path, text: str) -> None:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        cure = "give a transcript, as UTF-8 text"
        raise TranscriptError(path, "this is binary data (or UTF-16 without its mark), not a transcript", cure, line)
    if sum(1 for _ in _CONTROLS.finditer(text)) * _CONTROLS_ALLOWED > len(text):
        raise TranscriptError(path, "this is binary data, not a transcript", "give a transcript, as UTF-8 text")
    for pattern, what in _MARKUP:
        if re.match(pattern, text[:_OPENING], re.IGNORECASE | re.DOTALL):
            raise TranscriptError(path, f"this is {what}, not a transcript", "save the words as plain text, SRT or VTT")
    if text.count("\n") > MAX_ROWS:
        raise TranscriptError(path, "more than 2,000,000 rows", "leave out the empty ones, or split the recording")
