"""How long it takes to offer what can be asked, at each key: on the episode, and among a thousand.

python -m benchmarks.autocomplete
"""

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

from bot import resources
from bot.autocomplete import _choices, _matches, _names_of, _topics_of
from store.library import open_library

TYPED = ("p", "pr", "pri", "prig", "negative", "what is", "russia", "zzz", "", "the end of")
TIMES, EPISODES, FACTOR = 100, 1_000, 1_000


def timed(work: Callable[[str], object]) -> list[float]:
    """Return how long each piece took, in milliseconds."""
    work("")
    spent = []
    for typed in TYPED * TIMES:
        began = time.perf_counter()
        work(typed)
        spent.append((time.perf_counter() - began) * FACTOR)
    return spent


def main() -> None:
    """Print the table."""
    library = open_library([resources.seeds()])
    episode, (facts,) = library.episode(None, None), library.facts()
    many = [replace(facts, id=f"{number}", title=f"{facts.title} {number}") for number in range(EPISODES)]

    def questions(typed: str) -> object:
        known = [*((name,) for name in _names_of(episode)), *_topics_of(episode)]
        return _choices((name, name) for name, *also in known if _matches(typed, name, *also))

    def episodes(typed: str) -> object:
        named = ((one.title, one.id) for one in many if _matches(typed, one.title, one.id, one.show))
        return _choices(named)

    table = Table("offered", "among", "median, ms", "p99, ms", title=f"{len(TYPED) * TIMES} keys each")
    for name, among, work in (
        ("questions", f"{len(_topics_of(episode))} topics and chapters", questions),
        ("episodes", f"{EPISODES} episodes", episodes),
    ):
        spent = timed(work)
        table.add_row(name, among, f"{median(spent):.2f}", f"{quantiles(spent, n=100)[98]:.2f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
