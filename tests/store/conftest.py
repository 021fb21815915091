"""The real episode, and small transcripts that a test writes for itself."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

import pytest

from store.episode import Episode
from store.library import Library
from store.manuscripts.opening import open_episode
from store.question import Quote
from store.search import Searcher

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_07237bb4a34dc730.txt"

# Eleven rows, as in the seed: the first line spoken is line 12.
FACTS = """---
Date Generated: May 17, 2024
Transcription Model: whisper medium 20231117
Length: {length}
Video Keywords: []
Video Views: 258511
Video Rating: None
---

# A Talk
**The Show:** [June 30, 2023](https://www.youtube.com/watch?v=abcdefghijk)
"""


@pytest.fixture(scope="session")
def seed() -> Path:
    return SEED


@pytest.fixture(scope="session")
def episode() -> Episode:
    return open_episode(SEED)


@pytest.fixture(scope="session")
def library(episode: Episode) -> Library:
    return Library([episode])


@pytest.fixture(scope="session")
def searcher(library: Library, episode: Episode) -> Searcher:
    return library.searcher(episode)


@pytest.fixture(scope="session")
def said() -> dict[int, str]:
    """The seed's spoken lines by number, read without any code of the store."""
    rows = SEED.read_text(encoding="utf-8").split("\n")
    return {number: row[1:].strip() for number, row in enumerate(rows, start=1) if number > 11 and row.startswith("*")}


@pytest.fixture(scope="session")
def joined(said: dict[int, str]) -> str:
    return " ".join(said.values())


@pytest.fixture(scope="session")
def speaking(said: dict[int, str]) -> dict[int, str]:
    """Who speaks in each line of the seed, read from the notes without any code of the store."""
    turns = tomllib.loads(SEED.with_suffix(".notes.toml").read_text(encoding="utf-8"))["turns"]
    starts = [turn["line"] for turn in turns]
    return {number: turns[bisect_right(starts, number) - 1]["speaker"] for number in said}


@pytest.fixture(scope="session")
def check_quote(said: dict[int, str], joined: str, speaking: dict[int, str]) -> Callable[[Quote], None]:
    """Hold a quote from the seed against the file itself: its words, place, lines, speaker and corrections."""
    numbers = list(said)
    starts = [0, *accumulate(len(text) + 1 for text in said.values())][:-1]
    offsets = dict(zip(numbers, starts, strict=True))

    def line_of(offset: int) -> int:
        return numbers[bisect_right(starts, offset) - 1]

    def corrected(quote: Quote) -> str:
        parts, at = [], 0
        for correction in quote.corrections:
            heard = re.compile(rf"(?<!\w){re.escape(correction.heard)}(?!\w)")
            place = heard.search(quote.text, max(at, offsets[correction.line] - quote.span.start))
            assert place is not None, correction
            assert line_of(quote.span.start + place.start()) == correction.line
            parts += [quote.text[at : place.start()], correction.meant]
            at = place.end()
        return "".join([*parts, quote.text[at:]])

    def check(quote: Quote) -> None:
        assert quote.text, "a quote holds words"
        assert quote.text == quote.text.strip()
        assert quote.text in joined
        assert quote.text == joined[quote.span.start : quote.span.end]
        assert quote.lines == (line_of(quote.span.start), line_of(quote.span.end - 1))
        assert quote.display == corrected(quote)
        spoken_by = {speaking[number] for number in range(quote.lines[0], quote.lines[1] + 1)}
        assert spoken_by == {quote.speaker}, "one speaker says all of a quote"

    return check


@pytest.fixture(scope="session")
def whisper() -> Callable[..., str]:
    """Write the text of a Whisper transcript whose first line spoken is line 12."""

    def text(lines: Iterable[str], length: str = "100s") -> str:
        return FACTS.format(length=length) + "".join(f"*  {line}\n" for line in lines)

    return text


@pytest.fixture
def write(tmp_path: Path, whisper: Callable[..., str]) -> Callable[..., Path]:
    """Write a transcript of some lines, from line 12 on, and its show notes; return the transcript's path."""

    def written(lines: Iterable[str], notes: str = "", *, name: str = "talk", length: str = "100s") -> Path:
        path = tmp_path / f"{name}.txt"
        path.write_text(whisper(lines, length), encoding="utf-8")
        if notes:
            path.with_name(f"{name}.notes.toml").write_text(notes, encoding="utf-8")
        return path

    return written


@pytest.fixture
def opened(write: Callable[..., Path]) -> Callable[..., Episode]:
    """Open an episode made of some lines, from line 12 on, and of show notes."""

    def episode(lines: Iterable[str], notes: str = "", **more: str) -> Episode:
        return open_episode(write(lines, notes, **more))

    return episode
