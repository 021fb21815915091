"""How fast rank-bm25, bm25s, SQLite FTS5, tantivy and our postings find the ten best of up to 40,000 passages."""

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import bare_terms, documents
from benchmarks.ours import Ours
from benchmarks.peers import Bm25s, Fts5, OurIndex, RankBm25, Ranker, Tantivy, Words
from benchmarks.question_set import Asked, Part, questions, seed
from store.question import FindQuote

SIZES = (463, 4_000, 40_000)
SYSTEMS: dict[str, type[Ranker]] = {
    "rank-bm25": RankBm25,
    "bm25s": Bm25s,
    "SQLite FTS5": Fts5,
    "tantivy": Tantivy,
    "ours": OurIndex,
}
BEST = 10
ROUNDS = 3
WIDTH = 120


@dataclass(frozen=True, slots=True)
class Timing:
    """One system's times in seconds: to build, and of every query."""

    build: float
    queries: Sequence[float]

    @property
    def median(self) -> float:
        """The median query."""
        return float(np.median(self.queries))

    @property
    def p99(self) -> float:
        """The query that one in a hundred exceeds."""
        return float(np.percentile(self.queries, 99))


def main(
    sizes: Annotated[list[int] | None, typer.Option("--size", help="How many passages; may be repeated.")] = None,
    rounds: Annotated[int, typer.Option(help="How often each query is put.", min=1)] = ROUNDS,
) -> None:
    """Measure speed and print it as tables."""
    console = Console(width=WIDTH)
    episode = seed()
    ours, asked = Ours(episode), questions(Part.TUNE)
    telling = [bare_terms(" ".join(ours.searcher.parse(one.text).index_terms)) for one in asked]
    every = [bare_terms(one.text) for one in asked]
    for size in sizes or SIZES:
        held = documents(episode, size)
        built = dict(_build(held))
        rankers = {name: ranker for name, (ranker, _) in built.items()}
        for kind, queries in (("the telling words", telling), ("all words", every)):
            times = _interleaved(rankers, queries, rounds)
            timings = {name: Timing(seconds, times[name]) for name, (_, seconds) in built.items()}
            title = f"{size:,} passages, {kind} of {len(queries)} questions, {rounds} times"
            console.print(_table(title, timings), _same_scores(rankers, queries))
    console.print(_whole_table(ours, asked, rounds))


def _build(held: Sequence[Words]) -> Iterator[tuple[str, tuple[Ranker, float]]]:
    for name, system in SYSTEMS.items():
        with _no_collection():
            start = perf_counter()
            ranker = system(held)
            seconds = perf_counter() - start
        yield name, (ranker, seconds)


def _interleaved(rankers: dict[str, Ranker], queries: Sequence[Words], rounds: int) -> dict[str, list[float]]:
    """Put each query to all systems in turn, so that what disturbs the machine disturbs all of them.

    Who begins changes with each query: nobody always comes after the one that empties the processor's caches.
    """
    times: dict[str, list[float]] = {name: [] for name in rankers}
    names = list(rankers)
    with _no_collection():
        for turn, query in enumerate([*queries] * rounds):
            first = turn % len(names)
            for name in names[first:] + names[:first]:
                start = perf_counter()
                rankers[name].top(query, BEST)
                times[name].append(perf_counter() - start)
    return times


def _same_scores(rankers: dict[str, Ranker], queries: Iterable[Words]) -> str:
    """Hold our scores against rank-bm25's, all of them, and our ten best against its scores in order."""
    plain, ours = rankers["rank-bm25"], rankers["ours"]
    if not isinstance(plain, RankBm25) or not isinstance(ours, OurIndex):
        raise TypeError
    largest = 0.0
    for query in queries:
        expected = plain.okapi.get_scores(query)
        ids, scores = ours.index.top(query, BEST)
        largest = max(
            largest,
            float(np.abs(ours.index.scores(query) - expected).max()),
            float(np.abs(scores - np.sort(expected)[::-1][: len(ids)]).max(initial=0)),
        )
    return f"largest difference between our scores and rank-bm25's: {largest:.1e}\n"


def _table(title: str, timings: dict[str, Timing]) -> Table:
    table = Table(title=title)
    table.add_column("system")
    for heading in ("build, s", "median, ms", "p99, ms", "median of rank-bm25", "median of bm25s"):
        table.add_column(heading, justify="right")
    for name, timing in timings.items():
        times = (f"{timings[other].median / timing.median:,.1f} times" for other in ("rank-bm25", "bm25s"))
        table.add_row(name, f"{timing.build:.2f}", _ms(timing.median), _ms(timing.p99), *times)
    return table


def _whole_table(ours: Ours, asked: Collection[Asked], rounds: int) -> Table:
    """Time whole questions, from the typed words to the trimmed quotes: the first time each, and again.

    The processor's time leaves out what other programs took of it.
    """
    with _no_collection():
        first = [_whole(ours, one) for one in asked]
        again = [_whole(ours, one) for _ in range(rounds) for one in asked]
    table = Table(title=f"ours, whole: Searcher.find on the episode, {len(asked)} questions")
    table.add_column("asked")
    for heading in ("median, ms", "p99, ms", "slowest, ms"):
        table.add_column(heading, justify="right")
    rows = {
        "for the first time": [clock for clock, _ in first],
        "again": [clock for clock, _ in again],
        "again, processor's time": [processor for _, processor in again],
    }
    for name, times in rows.items():
        timing = Timing(0, times)
        table.add_row(name, _ms(timing.median), _ms(timing.p99), _ms(max(times)))
    return table


def _whole(ours: Ours, asked: Asked) -> tuple[float, float]:
    clock, processor = perf_counter(), thread_time()
    ours.searcher.find(FindQuote(asked.text, asked.speaker))
    return perf_counter() - clock, thread_time() - processor


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python's garbage collection out of the timings, as timeit does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.3f}"


if __name__ == "__main__":
    typer.run(main)
