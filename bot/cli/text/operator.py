"""What is kept of people and servers, and what was erased of it, for the operator to read."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.log_form import instant

if TYPE_CHECKING:
    from datetime import datetime

    from store.database import Server
    from store.server.privacy import Erased, Kept, Staying


def about_to_forget(user_id: int, kept: "Kept") -> str:
    """Say what is about to be erased of a person."""
    return f"Of {user_id} there are {_count(kept.questions, 'question')} and {_count(kept.others, 'other trace')}."


def forgotten(user_id: int, erased: "Erased") -> Iterator[RenderableType]:
    """Give what was erased of a person, and what stays."""
    if not erased.anything:
        yield Text(f"Nothing that could be erased was kept of {user_id}.", style="bold")
    else:
        what = f"{_count(erased.questions, 'question')} and {_count(erased.others, 'other trace')}"
        yield Text(f"Erased of {user_id}: {what}.", style="bold")
    yield from (Text(f"Stays: {line}.") for line in _staying(erased.staying))
    if not erased.overwritten:
        yield Text("Another program is reading the file, which still holds copies: run this again.")


def servers(known: "Sequence[Server]", departed_days: int) -> Iterator[RenderableType]:
    """Give the servers that there is data of as a table."""
    if not known:
        yield Text("There is no data of any server.", style="bold")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("Server", "Questions", "Last asked at", "Own episodes", "State"):
        table.add_column(title, no_wrap=True)
    for server in known:
        state = _left(server.left_at, departed_days) if server.left_at else ""
        last = _second(server.last_asked_at) if server.last_asked_at else ""
        table.add_row(str(server.id), str(server.questions), last, str(server.episodes), state)
    yield table


def about_to_erase(server: "Server") -> str:
    """Say what is about to be erased of a server."""
    counts = f"{_count(server.questions, 'question')} and {_count(server.episodes, 'own episode')}"
    return f"Server {server.id} has {counts}, with all its settings and its record of changes."


def erased(server_id: int, rows: int) -> Iterator[RenderableType]:
    """Give what was erased of a server."""
    none = f"There is no data of server {server_id}."
    yield Text(f"Erased of server {server_id}: {_count(rows, 'row')}." if rows else none, style="bold")


def _staying(staying: "Staying") -> Iterator[str]:
    if staying.opted_out_at:
        yield "the opt-out"
    if staying.blocks:
        yield f"{_count(len(staying.blocks), 'block')} in force"
    if staying.changes:
        yield f"{_count(staying.changes, 'change')} made as a moderator, for its time"


def _left(left_at: "datetime", departed_days: int) -> str:
    return f"left {_second(left_at)}, erased after {_second(left_at + timedelta(days=departed_days))}"


def _second(at: "datetime") -> str:
    return f"{instant(at).removesuffix('Z').partition('.')[0]}Z"


def _count(n: int, one: str) -> str:
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"
