"""How well questions are answered: ours, rank-bm25, bm25s, SQLite FTS5 and tantivy."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.additions import ADDITIONS, without
from benchmarks.baselines import PEERS, Baseline, divisions
from benchmarks.marks import Marks
from benchmarks.ours import Ours
from benchmarks.proof import Judged, judge
from benchmarks.question_set import Asked, Part, claims, questions, seed
from store.search import Searcher

WIDTH = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A system's marks, and, where it has no rule of its own for finding nothing, with a least score lent to it."""

    system: str
    over: str
    marks: Marks
    lent: Marks | None = None


def main(
    part: Annotated[Part, typer.Option("--set", help="The questions to ask.")] = Part.HELD_OUT,
    without_: Annotated[str, typer.Option("--without", help=f"Take away, by commas: {', '.join(ADDITIONS)}.")] = "",
    *,
    additions: Annotated[bool, typer.Option("--additions", help="Measure each addition by itself.")] = False,
    proof: Annotated[bool, typer.Option("--claims", help="Hold claims against what was said.")] = False,
) -> None:
    """Measure quality and print it as tables."""
    console = Console(width=WIDTH)
    taken = [name for name in without_.split(",") if name]
    unknown = [name for name in taken if name not in ADDITIONS]
    if unknown:
        raise typer.BadParameter(", ".join(unknown), param_hint="--without")
    if proof:
        console.print(proof_table(part))
    elif additions:
        console.print(additions_table(part))
    elif taken:
        console.print(totals_table(part, [Row("ours", "all", our_marks(part)), _less(part, taken)]))
    else:
        rows = [*_peers(part), Row("ours", "our passages", our_marks(part))]
        console.print(totals_table(part, rows), kinds_table(part, [*rows[: len(PEERS)], rows[-1]]))


def our_marks(part: Part, taken: Collection[str] = ()) -> Marks:
    """Ask ours, without some of its additions."""
    with without(taken):
        return Ours(seed()).marks(questions(part))


def _less(part: Part, taken: Collection[str]) -> Row:
    return Row("ours", f"without {', '.join(taken)}", our_marks(part, taken))


def _peers(part: Part) -> Iterator[Row]:
    """Ask the peers. The least score lent to each is the one that does best on the questions for tuning."""
    episode = seed()
    for over, spans in divisions(episode).items():
        for system in PEERS:
            peer = Baseline(episode, spans, system)
            marks = peer.marks(questions(part))
            least = peer.marks(questions(Part.TUNE)).best_least_score()
            yield Row(system.name, over, marks, marks.from_score(least))


def totals_table(part: Part, rows: Collection[Row]) -> Table:
    """Show the marks over all kinds."""
    table = _table(part, questions(part), "system", "over", rights=0)
    for heading in ("at 1", "at 5", "wrongly\nnothing", "rightly\nnothing", "with a score lent:\nwrongly, rightly"):
        table.add_column(heading, justify="right")
    table.add_column("words", justify="right")
    table.add_column("ms a\nquestion", justify="right")
    for row in rows:
        lent = f"{_percent(row.lent.wrongly_nothing)} {_percent(row.lent.rightly_nothing)}" if row.lent else "–"
        marks = row.marks
        figures = (marks.at_one, marks.at_five, marks.wrongly_nothing, marks.rightly_nothing)
        table.add_row(
            row.system, row.over, *map(_percent, figures), lent, f"{marks.words:.0f}", f"{marks.milliseconds:.2f}"
        )
    return table


def kinds_table(part: Part, rows: Collection[Row]) -> Table:
    """Show the first answer and five by kind of question; for those without an answer, how often nothing is found."""
    asked = questions(part)
    table = _table(part, asked, "at 1, at 5", "n", rights=1)
    for row in rows:
        table.add_column(f"{row.system},\n{row.over}", justify="right")
    for kind in dict.fromkeys(one.kind for one in asked):
        table.add_row(kind, str(sum(one.kind == kind for one in asked)), *(_of_kind(row, kind) for row in rows))
    return table


def _of_kind(row: Row, kind: str) -> str:
    marks = row.marks.of_kind(kind)
    if not marks.answerable:
        return _percent(marks.rightly_nothing)
    return f"{_percent(marks.at_one)} {_percent(marks.at_five)}"


def additions_table(part: Part) -> Table:
    """Show what is lost without each addition, and what each gives to bare BM25 over our passages."""
    table = _table(part, questions(part), "addition", "what it is", rights=0)
    for heading in ("all but it:\nat 1", "\nat 5", "wrongly\nnothing", "rightly\nnothing"):
        table.add_column(heading, justify="right")
    for heading in ("BM25 and it\nalone: at 1", "\nat 5", "wrongly\nnothing", "rightly\nnothing"):
        table.add_column(heading, justify="right")
    every = set(ADDITIONS)
    table.add_row("–", "all of them; none of them", *_four(part, set()), *_four(part, every), end_section=True)
    for name, meaning in ADDITIONS.items():
        table.add_row(name, meaning, *_four(part, {name}), *_four(part, every - {name}))
    return table


def _four(part: Part, taken: Collection[str]) -> tuple[str, ...]:
    marks = our_marks(part, taken)
    return tuple(map(_percent, (marks.at_one, marks.at_five, marks.wrongly_nothing, marks.rightly_nothing)))


def proof_table(part: Part) -> Table:
    """Show how many claims are judged right."""
    judged = judge(Searcher(seed()), claims(part))
    table = Table(title=f"{part}: {len(judged)} claims")
    table.add_column("kind")
    for heading in ("n", "verdict", "speaker", "place", "all right"):
        table.add_column(heading, justify="right")
    kinds = dict.fromkeys(one.claimed.kind for one in judged)
    for kind in kinds:
        _judged_row(table, kind, [one for one in judged if one.claimed.kind == kind])
    table.add_section()
    _judged_row(table, "all", judged)
    return table


def _judged_row(table: Table, kind: str, judged: Collection[Judged]) -> None:
    respects: tuple[Callable[[Judged], bool], ...] = (
        lambda one: one.verdict_right,
        lambda one: one.speaker_right,
        lambda one: one.place_right,
        lambda one: one.verdict_right and one.speaker_right and one.place_right,
    )
    table.add_row(kind, str(len(judged)), *(str(sum(map(right, judged))) for right in respects))


def _table(part: Part, asked: Collection[Asked], *headings: str, rights: int) -> Table:
    answerable = sum(one.answerable for one in asked)
    table = Table(
        title=f"{part}: {answerable} questions with an answer, {len(asked) - answerable} without; in per cent"
    )
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at >= len(headings) - rights else "left")
    return table


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


if __name__ == "__main__":
    typer.run(main)
