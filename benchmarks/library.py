"""How a library of many episodes compiles, starts from its cache, fits into memory and answers across all of it.

Episodes are made: the seed's sentences in another order, each fourth word that is no common one swapped for a made
one, so that the vocabulary grows with the library as it does in life. The same ones in every run.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.question_set import Part, questions, seed
from store.language.stopwords import STOP
from store.library import Library, open_library
from store.question import FindQuote
from store.words import plain

SEED = 2023
EPISODES = 1_000
MADE_WORDS = 60_000
SWAPPED = 0.08
SYLLABLES = [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or", "us")]
STARTING = "--starting"
HEAD = """---
Date Generated: May 17, 2024
Transcription Model: whisper medium 20231117
Length: 4117s
---

# Talk {number}
**The Made Show:** [June 30, 2023](https://www.youtube.com/watch?v={number:011})

"""


def main(
    episodes: Annotated[int, typer.Option(help="How many episodes.", min=2)] = EPISODES,
    rounds: Annotated[int, typer.Option(help="How often each question is asked.", min=1)] = 3,
    folder: Annotated[Path | None, typer.Option(help="Keep episodes and cache here, and use what is there.")] = None,
) -> None:
    """Measure a library and print it as a table."""
    with TemporaryDirectory(prefix="on-the-record-") as temporary:
        place = folder or Path(temporary)
        make(place / "talks", episodes)
        seconds = _compiled(place)
        # Another process: what compiling took of memory is no part of a start from the cache.
        command = [sys.executable, "-m", "benchmarks.library", STARTING, str(place), str(rounds)]
        table = Table("what", "measured", title=f"{episodes:,} episodes")
        table.add_row("open and compile what the cache lacks", f"{seconds:.1f} s")
        table.add_row("memory until then (high water)", _memory())
        for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
            table.add_row(*line.split("\t"))
        Console().print(table)


def make(folder: Path, count: int) -> None:
    """Write made episodes."""
    folder.mkdir(parents=True, exist_ok=True)
    episode, lot = seed(), np.random.default_rng(SEED)
    sentences = [episode.spoken[span].split() for span in episode.sentences]
    made = np.array(["".join(lot.choice(SYLLABLES, lot.integers(2, 5))) for _ in range(MADE_WORDS)])
    shares = 1 / np.arange(10, MADE_WORDS + 10)
    for number in range(count):
        swapped = iter(lot.choice(made, 1_500, p=shares / shares.sum()).tolist())
        lines = []
        for at in lot.permutation(len(sentences)):
            words = [
                next(swapped, word) if chance < SWAPPED and plain(word) not in STOP else word
                for word, chance in zip(sentences[at], lot.random(len(sentences[at])), strict=True)
            ]
            lines.append(f"*  {' '.join(words)}\n")
        (folder / f"talk{number:04}.txt").write_text(HEAD.format(number=number) + "".join(lines), "utf-8")


def _compiled(place: Path) -> float:
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Compiling episodes")
        start = perf_counter()
        _open(place, lambda done, total: bar.update(task, completed=done, total=total))
    return perf_counter() - start


def _open(place: Path, progress: object = None) -> Library:
    return open_library([place / "talks"], cache=place / "cache", progress=progress)  # type: ignore[arg-type]


def starting(place: Path, rounds: int) -> None:
    """Start from the cache and ask; print a line for each thing measured."""
    start = perf_counter()
    library = _open(place)
    print(f"start from the cache\t{perf_counter() - start:.2f} s")
    print(f"library on disk, all together\t{_size(place / 'cache')}")
    print(f"memory at the start (high water)\t{_memory()}")
    start = perf_counter()
    library.find_everywhere(FindQuote("Who is the referndum of Zelenzky?"))
    print(f"the first question, which loads dictionaries and words\t{(perf_counter() - start) * 1000:.0f} ms")
    asked = [FindQuote(one.text) for part in Part for one in questions(part)]
    times, worked = [], []
    for request in asked * rounds:
        start, before = perf_counter(), thread_time()
        library.find_everywhere(request)
        times.append((perf_counter() - start) * 1000)
        worked.append((thread_time() - before) * 1000)
    for what, those in (("", times), (", processor's time", worked)):
        first, again = those[: len(asked)], those[len(asked) :]
        print(f"{len(asked)} questions for the first time{what}: median, p99\t{_of(first)}")
        print(f"again{what}: median, p99, slowest\t{_of(again or first)}, {max(again or first):.1f} ms")
    print(f"memory after all questions (high water)\t{_memory()}")
    for facts in library.facts()[:100]:
        episode = library.episode(None, facts.id)
        library.searcher(episode).find(FindQuote("the levers of power"))
    print(f"memory after 100 episodes asked by themselves\t{_memory()}")


def _of(times: list[float]) -> str:
    return f"{np.median(times):.1f}, {np.percentile(times, 99):.1f} ms"


def _size(folder: Path) -> str:
    return f"{sum(file.stat().st_size for file in folder.iterdir()) / 1024**2:.0f} MB"


def _memory() -> str:
    """Return the most memory that this process has held (Linux); getrusage would tell its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    return f"{int(status.split('VmHWM:')[1].split()[0]) / 1024:.0f} MB"


if __name__ == "__main__":
    if STARTING in sys.argv:
        starting(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        typer.run(main)
