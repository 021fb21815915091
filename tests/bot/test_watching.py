import logging
from pathlib import Path

import pytest

from bot import watching
from bot.config import Episodes
from store.desk import Desk
from store.errors import EpisodeGoneError
from store.library import last_changed, open_library
from store.question import FindQuote, Place

TALK = (
    "---\nLength: 100s\n---\n\n# A Talk\n**The Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)\n\n"
)


def write(folder: Path, name: str, words: str) -> None:
    (folder / f"{name}.txt").write_text(f"{TALK}*  {words}\n")


async def test_changed_new_and_removed_files_are_noticed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    episodes = Episodes(paths=(tmp_path,))
    write(tmp_path, "a", "Hello there.")
    write(tmp_path, "b", "Good evening.")
    desk = Desk(open_library([tmp_path]))
    seen, old = last_changed([tmp_path]), desk.shelves.library
    seen = await watching.look(desk, episodes, seen)
    assert desk.shelves.library is old, "nothing has changed"
    key = old.facts()[0].key
    (tmp_path / "a.txt").unlink()
    write(tmp_path, "b", "Good morning, everybody.")
    write(tmp_path, "c", "Good night.")
    seen = await watching.look(desk, episodes, seen)
    assert [facts.id for facts in desk.shelves.library.facts()] == ["b", "c"]
    with pytest.raises(EpisodeGoneError):
        await desk.recall(Place(), key, FindQuote("hello"))
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").unlink()
    kept = desk.shelves.library
    assert await watching.look(desk, episodes, seen) == {}
    assert desk.shelves.library is kept
    assert "stays as it was" in caplog.text
