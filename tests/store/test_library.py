import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store import library as opening
from store.archive.cache import Stored
from store.archive.compiled import compile_episode
from store.episode import Episode
from store.errors import (
    EpisodeClashError,
    EpisodeGoneError,
    EpisodeUnknownError,
    LibraryEmptyError,
    NotesError,
    TranscriptError,
)
from store.library import Library, last_changed, open_library
from store.question import FindQuote
from store.search import Searcher

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


def test_failing_file_among_good_ones_is_reported(write: Write, tmp_path: Path) -> None:
    write(["Hi."], name="good")
    write(["Hi."], "wrong = 1\n", name="bad")
    (tmp_path / "noise.txt").write_bytes(b"\x00\xff\x00\xfe" * 9)
    (tmp_path / "README.md").write_text("About these files.")
    library = open_library([tmp_path])
    assert ids(library) == ["good"]
    assert {type(problem) for problem in library.problems} == {NotesError, TranscriptError}
    assert "bad.notes.toml" in str(library.problems[0])


def test_failing_file_that_is_named_or_the_default_or_the_only_one_stops_all(write: Write, tmp_path: Path) -> None:
    bad = write(["Hi."], "wrong = 1\n", name="bad")
    with pytest.raises(NotesError):
        open_library([tmp_path])
    write(["Hi."], name="good")
    for paths in ([tmp_path, bad], [bad, tmp_path]):
        with pytest.raises(NotesError):
            open_library(paths)
    with pytest.raises(NotesError):
        open_library([tmp_path], default="bad")


def test_all_that_fail_raise_the_first(write: Write, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(["Hi."], "wrong = 1\n", name=name)
    with pytest.raises(NotesError, match=r"a\.notes\.toml"):
        open_library([tmp_path])


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        write([f"This is the talk {name}."], name=name)
    return tmp_path


def cached(folder: Path) -> Library:
    return open_library([folder], cache=folder / "cache")


def modified(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (folder / "cache").iterdir()}


def test_second_start_compiles_nothing_and_opens_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, before = cached(folder), modified(folder)
    assert len(before) == 4, "one an episode, and one for all"
    monkeypatch.setattr(opening, "compile_episode", None)
    monkeypatch.setattr(opening, "open_episode", lambda _: pytest.fail("opened"))
    again = cached(folder)
    assert again.facts() == first.facts()
    assert modified(folder) == before


def test_episode_from_the_cache_answers_as_without(folder: Path) -> None:
    bare = open_library([folder])
    for _ in range(2):
        library = cached(folder)
        for request in (FindQuote("talk"), FindQuote("nonsense"), FindQuote("talc b")):
            for facts in bare.facts():
                ours = library.searcher(library.episode(None, facts.id)).find(request)
                assert ours == bare.searcher(bare.episode(None, facts.id)).find(request)


def test_damaged_cache_is_rebuilt(folder: Path) -> None:
    facts, intact = cached(folder).facts(), {file: file.read_bytes() for file in (folder / "cache").iterdir()}
    for damage in (lambda raw: raw[:99], lambda raw: raw[:-9] + b"\xff" * 9, lambda _: b"", lambda _: b"other\n" * 99):
        for file, raw in intact.items():
            file.write_bytes(damage(raw))
        library = cached(folder)
        assert library.facts() == facts
        assert library.find_everywhere(FindQuote("talk")).found
        assert {file: file.read_bytes() for file in (folder / "cache").iterdir()} == intact


def test_changed_transcript_and_changed_notes_are_compiled_anew(folder: Path, write: Write) -> None:
    old = cached(folder).facts()
    write(["This is a violin."], name="a")
    (folder / "b.notes.toml").write_text('[facts]\ntitle = "Bees"\n')
    library = cached(folder)
    assert [facts.key == before.key for facts, before in zip(library.facts(), old, strict=True)] == [False, True, True]
    assert library.facts()[1].title == "Bees"
    assert library.find_everywhere(FindQuote("violin")).answers[0].episode == "a"


def test_removed_new_and_mended_files_between_starts(folder: Path, write: Write) -> None:
    cached(folder)
    (folder / "a.txt").unlink()
    write(["Another talk."], "wrong = 1\n", name="d")
    library = cached(folder)
    assert ids(library) == ["b", "c"]
    assert len(cached(folder).problems) == 1, "also from the cache"
    (folder / "d.notes.toml").unlink()
    assert ids(cached(folder)) == ["b", "c", "d"]


def test_episode_whose_file_changed_or_went_since_is_gone(folder: Path, write: Write) -> None:
    library = cached(folder)
    library.episode(None, "c")
    write(["Something else."], name="a")
    (folder / "b.txt").unlink()
    for episode_id in ("a", "b"):
        with pytest.raises(EpisodeGoneError):
            library.episode(None, episode_id)
    assert library.episode(None, "c").id == "c"


def test_no_more_than_the_last_asked_are_held_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.archive.shelf.OPEN_EPISODES", 2)
    library = cached(folder)
    a, b = library.episode(None, "a"), library.episode(None, "b")
    assert library.episode(None, "a") is a
    library.episode(None, "c")
    assert library.episode(None, "a") is a
    assert library.episode(None, "b") is not b


def test_progress_is_told_to_the_end(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    open_library([folder], cache=folder / "cache", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_last_changed_tells_of_files_and_notes(folder: Path, write: Write) -> None:
    before = last_changed([folder])
    assert last_changed([folder]) == before
    (folder / "a.notes.toml").write_text("")
    noted = last_changed([folder])
    assert noted != before
    write(["More words than before."], name="b")
    changed = last_changed([folder])
    assert changed != noted
    (folder / "c.txt").unlink()
    assert last_changed([folder]) != changed


def test_two_processes_compile_at_once(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from store.library import open_library\n"
        "folder = Path(sys.argv[1])\n"
        "print(*[facts.key for facts in open_library([folder], cache=folder / 'cache').facts()])\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    root = Path(__file__).parents[2]
    running = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    one, other = (process.communicate()[0] for process in running)
    assert one == other == f"{' '.join(facts.key for facts in cached(folder).facts())}\n"
    assert {file.suffix for file in (folder / "cache").iterdir()} == {".compiled"}


def test_what_the_library_was_before_is_forgotten(folder: Path, write: Write) -> None:
    cached(folder)
    for words in ("More.", "And more."):
        write([words], name="d")
        cached(folder)
    wholes = [file for file in (folder / "cache").iterdir() if "-" in file.name]
    assert len(wholes) == 1
    assert cached(folder).find_everywhere(FindQuote("and more")).found


def test_libraries_of_one_cache_leave_each_other_alone(folder: Path, tmp_path: Path) -> None:
    cached(folder)
    other = tmp_path / "other"
    other.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").rename(other / f"{name}.txt")
    before = modified(folder)
    open_library([other], cache=folder / "cache")
    assert before.items() <= modified(folder).items()


def test_files_of_the_library_are_kept_however_old_and_others_are_not(folder: Path) -> None:
    cached(folder)
    (folder / "c.txt").unlink()
    for file in (folder / "cache").iterdir():
        os.utime(file, (0, 0))
    cached(folder)
    assert len(modified(folder)) == 3, "two episodes, and one for both"


def test_cache_that_cannot_be_written_to_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("")
    compiled: list[str] = []

    def noted(searcher: Searcher) -> Stored:
        compiled.append(searcher.episode.id)
        return compile_episode(searcher)

    monkeypatch.setattr(opening, "compile_episode", noted)
    library = open_library([folder], cache=tmp_path / "no folder")
    assert library.find_everywhere(FindQuote("talk")).found
    assert len(library.facts()) == 3
    assert compiled == ["a", "b", "c"], "each once"


def test_another_version_of_the_program_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(folder)
    before = modified(folder)
    monkeypatch.setattr(opening, "fingerprint", lambda: "another")
    library = cached(folder)
    assert library.find_everywhere(FindQuote("talk")).found
    assert modified(folder).keys() == before.keys()
    assert all(modified(folder)[name] > at for name, at in before.items())


def test_all_of_a_single_episode_is_that_one(library: Library, episode: Episode) -> None:
    assert library.episode(None, "all").id == episode.id
