"""Rows packed into files of a limited size, each compressed by itself, so that each opens by itself."""

import zlib
from io import BytesIO

# What deflate adds at worst to a block of input, and what a file's end takes: bytes, with room to spare.
_A_BLOCK, _BLOCK, _A_FILE = 8, 8_192, 256
_GZIP = 31  # https://docs.python.org/3/library/zlib.html#zlib.compressobj


class Packer:
    """Packs rows into gzip files until they are full."""

    def __init__(self, header: str, limit: int, total: int, most: int) -> None:
        """`header` stands at the top of each file; `limit` is each file's size, `total` that of all `most` of them."""
        self._header, self._limit, self._left, self._most = header.encode(), limit, total, most
        self._done: list[bytes] = []
        self._full = False
        self._begin()

    def add(self, row: str) -> bool:
        """Put a row into a file; False where none has room for it, nor for any row that comes after."""
        data = row.encode("utf-8", "replace")
        if not self._full and not self._fits(data):
            self._flush()
            self._full = not self._fits(data) and not self._another(data)
        if not self._full:
            self._put(data)
        return not self._full

    def files(self) -> list[bytes]:
        """Return the files; nothing can be added after."""
        if not self._full:
            self._end()
            self._full = True
        return self._done

    def _begin(self) -> None:
        self._file = BytesIO()
        self._gzip = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
        self._waiting = 0
        self._put(self._header)

    def _end(self) -> None:
        self._file.write(self._gzip.flush())
        self._done.append(self._file.getvalue())
        self._left -= len(self._done[-1])

    def _another(self, data: bytes) -> bool:
        """Begin another file; False where there may be none, or it has no room for this."""
        self._end()
        if len(self._done) >= self._most:
            return False
        self._begin()
        return self._fits(data)

    def _fits(self, data: bytes) -> bool:
        waiting = self._waiting + len(data)
        size = self._file.tell() + waiting + _A_BLOCK * (1 + waiting // _BLOCK) + _A_FILE
        return size <= min(self._limit, self._left)

    def _put(self, data: bytes) -> None:
        self._file.write(self._gzip.compress(data))
        self._waiting += len(data)

    def _flush(self) -> None:
        """Learn how large the file is by now: until then what waits counts in full."""
        self._file.write(self._gzip.flush(zlib.Z_SYNC_FLUSH))
        self._waiting = 0
