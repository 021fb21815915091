"""Files of arrays that can be made anew: a damaged one, or one of another version, is as good as none.

A file is a line that names its format, the header's length and checksum, the header in JSON, and the arrays as they
lie in memory. Nothing in it is ever run.
"""

import contextlib
import json
import mmap
import os
import tempfile
import time
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Seconds after which a file that nobody has used is deleted; how often the use of one is noted; and after how many a
# file that is being written was given up.
UNUSED, NOTED, GIVEN_UP = 30 * 86_400, 86_400, 86_400
_MAGIC = b"On the Record, compiled\n"
_PLAIN = "biuf"  # kinds of numbers that an array may hold
_ALIGNED = 64
_LENGTH, _CHECK = 8, 4
_CHUNK = 1 << 20
_SUFFIX, _UNFINISHED = ".compiled", ".part"

Array = NDArray[Any]
# The kind of numbers that an array holds, as numpy writes it, and its lengths.
Shape: TypeAlias = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file holds: anything that JSON can say, and arrays by name, which are read-only."""

    said: Any
    arrays: Mapping[str, Array]


class Cache:
    """A folder of such files, each under the key that its content was made from."""

    def __init__(self, folder: Path, version: str) -> None:
        """Name the folder, which is made with the first file. What another `version` wrote is not looked at."""
        self.folder = folder
        self._version = version

    def load(self, key: str, *, mapped: bool = False) -> Stored | None:
        """Return what is kept under a key; None where there is nothing, or something is wrong with it.

        Arrays that are `mapped` take memory only as far as they are looked at, and keep the file open.
        """
        try:
            with self._path(key).open("rb") as file:
                return _read(file, self._version, mapped=mapped)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def save(self, key: str, said: Any, arrays: Mapping[str, Array]) -> None:
        """Keep something, all of it or nothing. A cache that cannot be written to is none: that is no error."""

        def fill(empty: Mapping[str, Array]) -> None:
            for name, array in arrays.items():
                empty[name][...] = array

        self.build(key, said, {name: (array.dtype.str, array.shape) for name, array in arrays.items()}, fill)

    def build(
        self, key: str, said: Any, shapes: Mapping[str, Shape], fill: Callable[[Mapping[str, Array]], None]
    ) -> None:
        """Keep something as `save` does, its arrays filled where they lie: more of them than memory holds."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with _replacing(self._path(key)) as file:
                _write(file, {"version": self._version, "said": said}, shapes, fill)

    def has(self, key: str) -> bool:
        """Tell whether something is kept under a key, be it right or damaged."""
        return self._path(key).exists()

    def tidy(self, keys: Collection[str]) -> None:
        """Delete what nobody has used for long; `keys` are in use."""
        used, now = {self._path(key).name for key in keys}, time.time()
        with contextlib.suppress(OSError), os.scandir(self.folder) as files:
            for file in files:
                with contextlib.suppress(OSError):
                    _tidy(file, now - file.stat().st_mtime, used=file.name in used)

    def forget(self, beginning: str, *, but: str) -> None:
        """Delete what is kept under keys that begin so, `but` one."""
        with contextlib.suppress(OSError):
            for file in self.folder.glob(f"{beginning}*{_SUFFIX}"):
                if file != self._path(but):
                    file.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"


def _tidy(file: "os.DirEntry[str]", age: float, *, used: bool) -> None:
    if used:
        if age > NOTED:
            os.utime(file)
    elif age > {_SUFFIX: UNUSED, _UNFINISHED: GIVEN_UP}.get(Path(file.name).suffix, float("inf")):
        Path(file).unlink()


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes a path's place when it is whole, and else leaves no trace."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=_UNFINISHED, delete=False) as file:
        try:
            yield file  # type: ignore[misc]  # it wraps a BinaryIO
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise


def _write(
    file: BinaryIO, header: dict[str, Any], shapes: Mapping[str, Shape], fill: Callable[[Mapping[str, Array]], None]
) -> None:
    places, size = _laid(shapes)
    header |= {"arrays": places, "size": size}
    start = _start(header, 0)
    file.write(start)
    _reserve(file, size)
    if size:
        whole = memoryview(mmap.mmap(file.fileno(), 0))
        fill({name: _array(whole[len(start) :], *place) for name, place in places.items()})
    file.seek(len(start))
    check = _checksum(file)
    file.seek(0)
    file.write(_start(header, check))


def _reserve(file: BinaryIO, size: int) -> None:
    """Take room on the disk: where there is none, this is an OSError, and filling what is mapped would be the end."""
    nothing = bytes(_CHUNK)
    file.writelines(nothing[: size - at] for at in range(0, size, _CHUNK))
    file.flush()


def _laid(shapes: Mapping[str, Shape]) -> tuple[dict[str, tuple[str, tuple[int, ...], int]], int]:
    """Return where each array lies, and how long all are."""
    places, at = {}, 0
    for name, (kind, shape) in shapes.items():
        places[name] = (kind, shape, at)
        at += -(-int(np.prod(shape)) * np.dtype(kind).itemsize // _ALIGNED) * _ALIGNED
    return places, at


def _start(header: Mapping[str, Any], check: int) -> bytes:
    """Return all that stands before the arrays: of the same length, whatever the checksum."""
    raw = json.dumps({**header, "check": f"{check:010}"}).encode()
    raw += b" " * (-(len(_MAGIC) + _LENGTH + _CHECK + len(raw)) % _ALIGNED)
    return b"".join([_MAGIC, len(raw).to_bytes(_LENGTH), zlib.crc32(raw).to_bytes(_CHECK), raw])


def _read(file: BinaryIO, version: str, *, mapped: bool) -> Stored:
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
    if header["version"] != version or size - body != header["size"] or _checksum(file) != int(header["check"]):
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


def _array(whole: memoryview, kind: str, shape: tuple[int, ...], at: int) -> Array:
    dtype = np.dtype(kind)
    if dtype.kind not in _PLAIN:
        raise ValueError
    count = int(np.prod(shape))
    return np.frombuffer(whole, dtype, count, at).reshape(shape) if count else np.empty(shape, dtype)
