import json
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.cache import Array, Cache

ARRAYS: dict[str, Array] = {
    "ids": np.arange(7, dtype=np.int32),
    "weights": np.linspace(0, 1, 5),
    "none": np.empty((0, 2), np.int64),
}
SAID = {"title": "Привіт \ud800", "lines": [1, 2]}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    made = Cache(tmp_path / "not" / "there" / "yet", "this")
    made.save("key", SAID, ARRAYS)
    return made


def file_of(cache: Cache) -> Path:
    (found,) = cache.folder.iterdir()
    return found


@pytest.mark.parametrize("mapped", [True, False])
def test_what_was_saved_is_loaded(cache: Cache, *, mapped: bool) -> None:
    stored = cache.load("key", mapped=mapped)
    assert stored is not None
    assert stored.said == SAID
    for name, array in ARRAYS.items():
        assert stored.arrays[name].dtype == array.dtype
        np.testing.assert_array_equal(stored.arrays[name], array)


def test_nothing_under_a_key_or_without_a_folder(cache: Cache, tmp_path: Path) -> None:
    assert cache.load("other") is None
    assert Cache(tmp_path / "absent", "this").load("key") is None


def test_file_cut_anywhere_is_none(cache: Cache) -> None:
    whole = file_of(cache).read_bytes()
    for length in range(0, len(whole), 7):
        file_of(cache).write_bytes(whole[:length])
        assert cache.load("key") is None


def test_file_with_any_bit_flipped_is_none(cache: Cache) -> None:
    whole = file_of(cache).read_bytes()
    for at in range(len(whole)):
        file_of(cache).write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert cache.load("key") is None, at


@given(content=st.binary(max_size=200))
def test_foreign_file_is_none(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"), "this")
    (cache.folder / "key.compiled").write_bytes(content)
    assert cache.load("key") is None


def test_other_version_is_none(cache: Cache) -> None:
    assert Cache(cache.folder, "other").load("key") is None


@pytest.mark.parametrize("kind", ["|O", "|S8", "<U2", "no type"])
def test_arrays_of_anything_but_numbers_are_none(cache: Cache, kind: str) -> None:
    whole = file_of(cache).read_bytes()
    prefix = len(b"On the Record, compiled\n")
    length = int.from_bytes(whole[prefix : prefix + 8])
    header = json.loads(whole[prefix + 12 : prefix + 12 + length])
    header["arrays"]["ids"][0] = kind
    raw = json.dumps(header).encode()
    start = whole[:prefix] + len(raw).to_bytes(8) + zlib.crc32(raw).to_bytes(4) + raw
    file_of(cache).write_bytes(start + whole[prefix + 12 + length :])
    assert cache.load("key") is None


def test_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file", "this")
    cache.save("key", SAID, ARRAYS)
    assert cache.load("key") is None


def test_nothing_is_left_of_what_could_not_be_saved(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "this")
    (tmp_path / "key.compiled").mkdir()
    cache.save("key", SAID, ARRAYS)
    assert [path.name for path in tmp_path.iterdir()] == ["key.compiled"]


def test_two_processes_may_save_at_once(tmp_path: Path) -> None:
    program = (
        "import sys, numpy; from pathlib import Path; from store.archive.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1]), 'this')\n"
        "for _ in range(60):\n"
        "    cache.save('key', {}, {'a': numpy.full(50_000, int(sys.argv[2]))})\n"
        "    a = cache.load('key').arrays['a']\n"
        "    assert a.min() == a.max()\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen([*command, str(number)], cwd=Path(__file__).parents[3]) for number in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["key.compiled"]


def test_arrays_are_filled_where_they_lie(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "this")

    def fill(arrays: Mapping[str, Array]) -> None:
        arrays["ids"][1] = 7
        assert arrays["none"].shape == (0, 2)

    cache.build("key", "said", {"ids": ("<i4", (3,)), "none": ("<f8", (0, 2))}, fill)
    stored = cache.load("key")
    assert stored is not None
    assert stored.said == "said"
    assert stored.arrays["ids"].tolist() == [0, 7, 0]


def test_nothing_is_left_of_what_could_not_be_filled(tmp_path: Path) -> None:
    def fill(_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Cache(tmp_path, "this").build("key", None, {"ids": ("<i4", (3,))}, fill)
    assert list(tmp_path.iterdir()) == []


def test_full_disk_is_no_error_and_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys, numpy; from pathlib import Path; from store.archive.cache import Cache\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "Cache(Path(sys.argv[1]), 'this').save('key', None, {'a': numpy.ones(100_000)})\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=Path(__file__).parents[3], check=True)
    assert list(tmp_path.iterdir()) == []


def aged(file: Path, days: float) -> Path:
    at = time.time() - days * 86_400
    os.utime(file, (at, at))
    return file


def test_what_nobody_has_used_for_thirty_days_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "this")
    for key in ("used", "old", "recent"):
        cache.save(key, None, ARRAYS)
    used, _, recent = (
        aged(tmp_path / f"{key}.compiled", days) for key, days in (("used", 90), ("old", 31), ("recent", 29))
    )
    foreign, given_up = tmp_path / "notes.txt", tmp_path / "x.part"
    for file in (foreign, given_up):
        file.write_text("")
        aged(file, 99)
    cache.tidy({"used"})
    assert set(tmp_path.iterdir()) == {used, recent, foreign}
    assert time.time() - used.stat().st_mtime < 60, "its use is noted"


def test_what_others_write_just_now_is_left(tmp_path: Path) -> None:
    (tmp_path / "x.part").write_text("")
    Cache(tmp_path, "this").tidy(())
    Cache(tmp_path / "absent", "this").tidy(())
    assert [file.name for file in tmp_path.iterdir()] == ["x.part"]


def test_one_of_several_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "this")
    for key in ("a-1", "a-2", "b-1"):
        cache.save(key, None, ARRAYS)
    cache.forget("a-", but="a-2")
    assert {file.name for file in tmp_path.iterdir()} == {"a-2.compiled", "b-1.compiled"}
