"""The library that the settings describe."""

from pathlib import Path

import pytest

from bot.config import Episodes, load_settings
from bot.library import cache_folder, open_configured

TALK = (
    "---\nLength: 100s\n---\n\n# A Talk\n**The Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)\n\n"
)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    (folder / "more").mkdir(parents=True)
    for place in ("a.txt", "more/b.txt"):
        (folder / place).write_text(f"{TALK}*  Words of {place}.\n")
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.rglob("*") if path.is_file())


def test_compiled_episodes_are_kept_in_the_users_cache(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "of the user"))
    library = open_configured(Episodes(paths=(talks,)))
    assert [facts.id for facts in library.facts()] == ["a", "b"]
    assert files(tmp_path / "of the user" / "on-the-record") == [".compiled"] * 3


def test_compiled_episodes_are_kept_where_the_settings_say_or_nowhere(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "of the user"))
    open_configured(Episodes(paths=(talks,), cache=tmp_path / "here"))
    assert files(tmp_path / "here") == [".compiled"] * 3
    open_configured(Episodes(paths=(talks,), cache=False))
    assert not (tmp_path / "of the user").exists()


@pytest.mark.parametrize("stated", ["cache = false", 'cache = "false"'])
def test_cache_is_turned_off_by_the_file_or_the_environment(
    stated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[episodes]\n{stated}\n")
    if '"' in stated:
        file.write_text("")
        monkeypatch.setenv("ON_THE_RECORD_EPISODES__CACHE", "false")
    assert cache_folder(load_settings(file).episodes) is None


@pytest.mark.usefixtures("talks")
def test_paths_of_the_file_are_relative_to_it(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[episodes]\npaths = ["talks"]\ncache = "kept"\nids = { "talks/more/b.txt" = "second" }\n')
    library = open_configured(load_settings(file).episodes)
    assert [facts.id for facts in library.facts()] == ["a", "second"]
    assert files(tmp_path / "kept") == [".compiled"] * 3


def test_two_files_of_one_name_are_told_apart_by_their_ids(talks: Path) -> None:
    other = (talks / "more" / "b.txt").rename(talks / "more" / "a.txt")
    for cache in (False, talks.parent / "kept"):
        library = open_configured(Episodes(paths=(talks,), ids={other: "other a"}, cache=cache))
        assert [facts.id for facts in library.facts()] == ["a", "other a"]
        assert library.episode(None, "other a").text == "Words of more/b.txt."
