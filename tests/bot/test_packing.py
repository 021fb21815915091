"""Rows packed into files of a limited size."""

import gzip
import random

from hypothesis import given
from hypothesis import strategies as st

from bot.packing import Packer

HEADER = "id,text\n"


def opened(files: list[bytes]) -> list[list[str]]:
    """Return the rows of each file, without the header that each begins with."""
    read = [gzip.decompress(file).decode().splitlines(keepends=True) for file in files]
    assert all(rows[0] == HEADER for rows in read)
    return [rows[1:] for rows in read]


@given(
    rows=st.lists(st.text("ab,é😀", max_size=300).map(lambda text: f"{text}\n"), max_size=60),
    limit=st.integers(700, 4_000),
    most=st.integers(1, 3),
    total=st.integers(700, 9_000),
)
def test_files_keep_to_their_sizes_and_hold_the_first_rows_in_order(
    rows: list[str], limit: int, most: int, total: int
) -> None:
    packer = Packer(HEADER, limit, total, most)
    taken = [packer.add(row) for row in rows]
    files = packer.files()
    assert len(files) <= most
    assert all(len(file) <= limit for file in files)
    assert sum(map(len, files)) <= total
    kept = taken.index(False) if False in taken else len(rows)
    assert not any(taken[kept:]), "nothing after the first that is left out"
    assert [row for file in opened(files) for row in file] == rows[:kept]


def test_room_is_used() -> None:
    chance = random.Random(1)
    packer = Packer(HEADER, 20_000, 50_000, 3)
    rows = 0
    while packer.add(f"{chance.getrandbits(256):064x}\n"):
        rows += 1
    files = packer.files()
    assert len(files) == 3
    assert sum(map(len, files)) > 45_000
    assert sum(map(len, opened(files))) == rows


def test_nothing_is_one_file_with_a_header() -> None:
    assert opened(Packer(HEADER, 1_000, 1_000, 1).files()) == [[]]
