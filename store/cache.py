"""Files of arrays that can be made anew: a damaged one, or one of another version, is as good as none.

A file is a line that names its format, the header's length and checksum, the header in JSON, and the arrays as they
lie in memory. Nothing in it is ever run.
"""

import contextlib
import json
import mmap
import os
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

# Goes up with every change in what is compiled or how: what older versions wrote is then not looked at.
VERSION = 3
_MAGIC = b"On the Record, compiled\n"
_PLAIN = "biuf"  # kinds of numbers that an array may hold
_ALIGNED = 64
_LENGTH, _CHECK = 8, 4
_CHUNK = 1 << 20

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file holds: anything that JSON can say, and arrays by name, which are read-only."""

    said: Any
    arrays: Mapping[str, Array]


class Cache:
    """A folder of such files, each under the key that its content was made from."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, which is made with the first file."""
        self.folder = folder

    def load(self, key: str, *, mapped: bool = False) -> Stored | None:
        """Return what is kept under a key; None where there is nothing, or something is wrong with it.

        Arrays that are `mapped` take memory only as far as they are looked at, and keep the file open.
        """
        try:
            with self._path(key).open("rb") as file:
                return _read(file, mapped=mapped)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def save(self, key: str, said: Any, arrays: Mapping[str, Array]) -> None:
        """Keep something, all of it or nothing. A cache that cannot be written to is none: that is no error."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._write(key, said, arrays)

    def _write(self, key: str, said: Any, arrays: Mapping[str, Array]) -> None:
        with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as file:
            try:
                for part in _parts(said, arrays):
                    file.write(part)
                file.close()
                Path(file.name).replace(self._path(key))
            except BaseException:
                file.close()
                Path(file.name).unlink(missing_ok=True)
                raise

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.compiled"


def _parts(said: Any, arrays: Mapping[str, Array]) -> list[bytes | memoryview]:
    places, payload, at, check = {}, [], 0, 0
    for name, array in arrays.items():
        raw = np.ascontiguousarray(array).data.cast("B") if array.size else memoryview(b"")
        gap = bytes(-len(raw) % _ALIGNED)
        places[name] = [array.dtype.str, list(array.shape), at]
        for part in (raw, gap):
            payload.append(part)
            check, at = zlib.crc32(part, check), at + len(part)
    header = json.dumps({"version": VERSION, "said": said, "arrays": places, "size": at, "check": check}).encode()
    header += b" " * (-(len(_MAGIC) + _LENGTH + _CHECK + len(header)) % _ALIGNED)
    return [_MAGIC, len(header).to_bytes(_LENGTH), zlib.crc32(header).to_bytes(_CHECK), header, *payload]


def _read(file: BinaryIO, *, mapped: bool) -> Stored:
    """Raise ValueError, KeyError or TypeError where the file is not whole or not ours."""
    size = os.fstat(file.fileno()).st_size
    start = file.read(len(_MAGIC) + _LENGTH + _CHECK)
    length = int.from_bytes(start[len(_MAGIC) : -_CHECK])
    body = len(start) + length
    if not start.startswith(_MAGIC) or body > size:
        raise ValueError
    raw = file.read(length)
    if zlib.crc32(raw) != int.from_bytes(start[-_CHECK:]):
        raise ValueError
    header = json.loads(raw)
    if header["version"] != VERSION or size - body != header["size"] or _checksum(file) != header["check"]:
        raise ValueError
    file.seek(0)
    whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if mapped else file.read())
    return Stored(header["said"], {name: _array(whole[body:], *place) for name, place in header["arrays"].items()})


def _checksum(file: BinaryIO) -> int:
    """Read a file to its end, without mapping it: pages that no query needs take no memory."""
    check = 0
    while chunk := file.read(_CHUNK):
        check = zlib.crc32(chunk, check)
    return check


def _array(whole: memoryview, kind: str, shape: list[int], at: int) -> Array:
    dtype = np.dtype(kind)
    if dtype.kind not in _PLAIN:
        raise ValueError
    count = int(np.prod(shape))
    return np.frombuffer(whole, dtype, count, at).reshape(shape) if count else np.empty(shape, dtype)
