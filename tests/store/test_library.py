from collections.abc import Callable
from pathlib import Path

import pytest

from store.episode import Episode
from store.errors import (
    EpisodeClashError,
    EpisodeGoneError,
    EpisodeUnknownError,
    LibraryEmptyError,
    NotesError,
    TranscriptError,
)
from store.library import Library, open_library

Write = Callable[..., Path]


def ids(library: Library) -> list[str]:
    return [episode.id for episode in library.episodes()]


def test_episodes_of_a_folder_and_all_below_it(write: Write, tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(["Hi."], "reviewed = true\n", name=name)
    (tmp_path / "below" / "deeper").mkdir(parents=True)
    (tmp_path / "a.txt").rename(tmp_path / "below" / "deeper" / "c.MD")
    (tmp_path / "cover.png").write_bytes(b"\x89PNG")
    assert ids(open_library([tmp_path])) == ["b", "c"]


def test_file_is_opened_whatever_its_suffix(write: Write, tmp_path: Path) -> None:
    path = write(["Hi."]).rename(tmp_path / "talk.transcript")
    assert ids(open_library([path])) == ["talk"]


def test_file_named_twice_is_one_episode(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(["Hi."])
    monkeypatch.chdir(tmp_path)
    assert ids(open_library([path, tmp_path, Path("talk.txt"), Path()])) == ["talk"]


def test_two_files_of_one_stem_clash_and_both_are_named(write: Write, tmp_path: Path) -> None:
    one = write(["Hi."])
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "talk.md"
    other.write_bytes(one.read_bytes())
    with pytest.raises(EpisodeClashError) as caught:
        open_library([tmp_path])
    assert {caught.value.first, caught.value.second} == {one, other}
    assert str(one) in str(caught.value)
    assert str(other) in str(caught.value)


def test_default_is_the_first_or_the_one_named(write: Write) -> None:
    paths = [write(["Hi."], name=name) for name in ("b", "a")]
    assert open_library(paths).episode(None, None).id == "b"
    assert open_library(paths, default="a").episode(None, None).id == "a"
    with pytest.raises(EpisodeUnknownError):
        open_library(paths, default="c")


def test_unknown_episode_is_told_which_there_are(library: Library) -> None:
    with pytest.raises(EpisodeUnknownError) as caught:
        library.episode(None, "000_nothing")
    assert caught.value.known == ("000_07237bb4a34dc730",)
    assert "000_07237bb4a34dc730" in str(caught.value)


def test_episode_by_id_with_space_around_it(library: Library, episode: Episode) -> None:
    assert library.episode(None, f" {episode.id} ") is episode


def test_episode_by_key(library: Library, episode: Episode) -> None:
    assert library.by_key(1, episode.key) is episode
    for key in ("00000000", "", episode.key[:4]):
        with pytest.raises(EpisodeGoneError):
            library.by_key(1, key)


def test_every_server_sees_the_configured_episodes(library: Library) -> None:
    assert library.episodes(1) == library.episodes(2) == library.episodes(None)


def test_empty_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryEmptyError):
        open_library([tmp_path])
    with pytest.raises(LibraryEmptyError):
        open_library([])


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="no such file"):
        open_library([tmp_path / "absent"])


def test_notes_that_do_not_fit(write: Write) -> None:
    with pytest.raises(NotesError):
        open_library([write(["Hi."], "wrong = 1\n")])
