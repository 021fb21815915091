"""Episodes, their chapters and what is wrong with them, for reading."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.cli.text.said import QUIET, clean, clock, moment, named
from store.manuscripts.check import Report, Times
from store.question import ChapterFacts, EpisodeFacts

_TIMES: dict[Times, str] = {
    "exact": "each with its time",
    "partly": "some with their times, the others estimated",
    "estimated": "times estimated from the length",
    "missing": "no times",
}
_STYLES = {"error": "bold red", "warning": "yellow"}


def chapters(episode: EpisodeFacts) -> Iterator[RenderableType]:
    """Give the chapters as a table."""
    if not episode.chapters:
        yield Text("This episode has no chapters.", style="bold")
    else:
        yield _chapter_table(episode.chapters)
        if any(chapter.automatic for chapter in episode.chapters):
            yield Text("Found by rule, where the vocabulary turns; nobody wrote these titles.", style=QUIET)
    yield Text(named(episode), style=QUIET)


def episodes(listed: Sequence[EpisodeFacts], default: str) -> Iterator[RenderableType]:
    """Give the library as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("ID", "Episode", "Length"):
        table.add_column(column, overflow="fold")
    for episode in listed:
        mark = " *" if episode.id == default and len(listed) > 1 else ""
        table.add_row(Text(f"{clean(episode.id)}{mark}"), Text(named(episode)), Text(_length(episode)))
    yield table
    if len(listed) > 1:
        yield Text("* the default", style=QUIET)


def episode(facts: EpisodeFacts) -> Iterator[RenderableType]:
    """Give all that is known of an episode, and where which chapter begins."""
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _known(facts):
        table.add_row(name, Text(clean(value) or "unknown"))
    yield table
    if facts.chapters:
        yield ""
        yield _contents(facts.chapters)


def report(file: Path, found: Report) -> Iterator[RenderableType]:
    """Give what is wrong, one line each, as compilers do; then what the file was read as, and how much is wrong."""
    for problem in found.problems:
        message = clean(str(problem))
        yield Text.assemble((problem.severity, _STYLES[problem.severity]), f" {message}")
    errors = sum(problem.severity == "error" for problem in found.problems)
    faults = f", {found.faults} kept out as the recogniser's faults" if found.faults else ""
    read = f"{found.format}, {_count(found.lines, found.unit)}{faults}, {_TIMES[found.times]}"
    yield Text(f"{clean(str(file))}: {clean(read)}", style=QUIET)
    yield Text(f"{clean(str(file))}: {_count(errors, 'error')}, {_count(len(found.problems) - errors, 'warning')}")


def _contents(listed: Sequence[ChapterFacts]) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(justify="right")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for chapter in listed:
        when = moment(chapter.start, estimated=chapter.estimated)
        table.add_row(str(chapter.number), when, Text(clean(chapter.title)))
    return table


def _chapter_table(listed: Sequence[ChapterFacts]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("No.", justify="right")
    table.add_column("From", justify="right", no_wrap=True)
    table.add_column("Lines", no_wrap=True)
    table.add_column("Chapter", overflow="fold")
    for chapter in listed:
        title = Text(clean(chapter.title), style="bold")
        gist = Text(f"\n{clean(chapter.gist)}" if chapter.gist else "")
        when = moment(chapter.start, estimated=chapter.estimated)
        table.add_row(str(chapter.number), when, "-".join(map(str, chapter.lines)), Text.assemble(title, gist))
    return table


def _known(facts: EpisodeFacts) -> Iterator[tuple[str, str]]:
    yield "ID", facts.id
    yield "Title", facts.title
    yield "Show", facts.show
    yield "Published", facts.published.isoformat() if facts.published else ""
    if facts.recorded:
        yield "Recorded", facts.recorded.isoformat()
    yield "Length", _length(facts)
    yield "Speakers", ", ".join(facts.speakers)
    yield "Lines", str(facts.lines)
    yield "Chapters", str(len(facts.chapters))
    yield "Show notes", "reviewed by a person" if facts.reviewed else "not reviewed by a person"
    automatic = ["chapters"] if any(chapter.automatic for chapter in facts.chapters) else []
    if by_rule := [*sorted(facts.guessed), *automatic]:
        yield "Found by rule", f"{', '.join(by_rule)}; not stated in the file"
    yield "Recording", facts.url or ""


def _length(facts: EpisodeFacts) -> str:
    return clock(facts.duration) if facts.duration is not None else ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
