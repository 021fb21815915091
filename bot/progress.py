"""How far it is while many episodes load: a bar on standard error where somebody looks, else lines in the log."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.library import Progress

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Drawn
    from rich.progress import TaskID

# Seconds: after how many it is worth drawing a bar, and how many are between two lines of the log.
PATIENCE, PAUSE = 1.0, 30.0
_log = logging.getLogger(__name__)


@contextmanager
def shown(*, logged: bool = False) -> Iterator[Progress | None]:
    """Give what tells how far it is, until the end; None where nobody looks and nothing is to be `logged`."""
    from rich.console import Console  # noqa: PLC0415 - drawing is loaded where it draws

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines().tell if logged else None
        return
    bar = _Bar(console)
    try:
        yield bar.tell
    finally:
        bar.close()


class _Lines:
    """A line of the log every now and then."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, done: int, total: int) -> None:
        if time.monotonic() - self._last >= PAUSE:
            self._last = time.monotonic()
            _log.info("%d of %d episodes are ready", done, total)


class _Bar:
    """A bar that comes when it takes a while, and goes without a trace."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._began = time.monotonic()
        self._drawn: tuple[Drawn, TaskID] | None = None

    def tell(self, done: int, total: int) -> None:
        if self._drawn is None and time.monotonic() - self._began >= PATIENCE:
            self._drawn = _drawn(self._console)
        if self._drawn:
            bar, task = self._drawn
            bar.update(task, completed=done, total=total)

    def close(self) -> None:
        if self._drawn:
            self._drawn[0].stop()


def _drawn(console: "Console") -> "tuple[Drawn, TaskID]":
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Drawn  # noqa: PLC0415

    columns = (TextColumn("Reading episodes"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    drawn = Drawn(*columns, console=console, transient=True)
    drawn.start()
    return drawn, drawn.add_task("")
