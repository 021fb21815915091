"""Many questions at once: one a line on standard input, one JSON object a line on standard output."""

import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from bot.cli.errors import InputError
from bot.cli.output import print_json
from store.errors import StoreError

# What stands for a question where many are read.
FROM_STANDARD_INPUT = "-"
# Bytes of a line that are held in memory: far more than the longest question that the desk takes.
MOST = 65_536


def answer_lines(answer: Callable[[str], object]) -> None:
    """Print what `answer` gives for each line; where it raises StoreError or InputError, `{"error": text}`."""
    for line in _lines(_standard_input()):
        print_json(_answered(line, answer))


def _answered(line: bytes, answer: Callable[[str], object]) -> object:
    try:
        return answer(_decoded(line))
    except (StoreError, InputError) as error:
        return {"error": str(error)}


def _decoded(line: bytes) -> str:
    if len(line) > MOST:
        raise InputError(f"the line has more than {MOST:,} bytes; shorten it to what matters")
    try:
        return line.rstrip(b"\r\n").decode()
    except UnicodeDecodeError as error:
        raise InputError(f"the line is not UTF-8 at byte {error.start + 1}; save the questions as UTF-8") from None


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Give each line as it comes; of one that is too long, its beginning."""
    mark = b"\xef\xbb\xbf"
    try:
        while line := stream.readline(MOST + 1):
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(MOST)
            yield line.removeprefix(mark)
            mark = b""
    except OSError as error:
        raise InputError(f"cannot read standard input ({error.strerror}); give it a file or a pipe") from None


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed; give it a file or a pipe")
    return sys.stdin.buffer
