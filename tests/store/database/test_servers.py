"""The servers that the bot is in or has left, and what is erased of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from store.database import Database, Server, Servers
from store.database.models import Base, DepartureRow, QueryRow
from store.database.servers import BATCH

Seen = Callable[[str], list[tuple[Any, ...]]]
Filled = Callable[..., dict[str, Any]]
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HERE, THERE, MEMBER = (1 << 60) + 10, (1 << 60) + 20, (1 << 60) + 7
OURS = [mapper.class_ for mapper in Base.registry.mappers if "guild_id" in mapper.columns]


@pytest.fixture
def servers(database: Database) -> Servers:
    return Servers(database)


@pytest.fixture
async def two(database: Database, filled: Filled) -> None:
    """Give two servers a row in every table that they can have one in, except that of departures."""
    async with database.transaction() as session:
        for kind in OURS:
            for server in (HERE, THERE):
                if kind is not DepartureRow:
                    await session.execute(insert(kind), filled(kind, MEMBER, server, at=NOW))


def rows_of(seen: Seen, server: int) -> int:
    return sum(len(seen(f"SELECT 1 FROM {kind.__tablename__} WHERE guild_id = {server}")) for kind in OURS)


def every(_: int) -> bool:
    return True


@pytest.mark.usefixtures("two")
async def test_server_is_known_by_any_row(servers: Servers, seen: Seen) -> None:
    await servers.left(THERE, NOW)
    assert await servers.known() == (Server(HERE, 1, NOW, 1, None), Server(THERE, 1, NOW, 1, NOW))
    for kind in OURS:
        if kind.__tablename__ != "channels":
            seen(f"DELETE FROM {kind.__tablename__}")
    assert await servers.known() == (Server(HERE, 0, None, 0, None), Server(THERE, 0, None, 0, None))


@pytest.mark.usefixtures("two")
async def test_leaving_is_noted_once_and_undone_by_coming_back(servers: Servers, seen: Seen) -> None:
    await servers.left(HERE, NOW)
    await servers.left(HERE, NOW + DAY)
    assert [server.left_at for server in await servers.known()] == [NOW, None]
    await servers.joined(HERE)
    assert seen("SELECT * FROM departures") == []


@pytest.mark.usefixtures("two")
async def test_leaving_and_coming_back_while_offline_are_noticed(servers: Servers) -> None:
    await servers.reconcile({HERE}, every, NOW)
    assert [server.left_at for server in await servers.known()] == [None, NOW]
    await servers.reconcile({HERE}, every, NOW + DAY)
    assert [server.left_at for server in await servers.known()] == [None, NOW]
    await servers.reconcile({HERE, THERE}, every, NOW + DAY)
    assert [server.left_at for server in await servers.known()] == [None, None]


@pytest.mark.usefixtures("two")
async def test_server_of_another_process_is_not_taken_for_one_that_was_left(servers: Servers) -> None:
    await servers.reconcile(set(), lambda server: server == HERE, NOW)
    assert [server.left_at for server in await servers.known()] == [NOW, None]
    await servers.left(THERE, NOW)
    assert await servers.purge(lambda server: server == HERE, NOW) == (HERE,)


@pytest.mark.usefixtures("two")
async def test_server_that_was_left_long_ago_is_erased_and_no_other(servers: Servers, seen: Seen) -> None:
    others = rows_of(seen, THERE)
    await servers.left(HERE, NOW)
    assert await servers.purge(every, NOW - DAY) == ()
    assert rows_of(seen, HERE) == others + 1
    assert await servers.purge(every, NOW) == (HERE,)
    assert (rows_of(seen, HERE), rows_of(seen, THERE)) == (0, others)
    assert await servers.purge(every, NOW) == ()


async def test_large_server_is_erased_in_batches(
    servers: Servers, database: Database, seen: Seen, filled: Filled
) -> None:
    async with database.transaction() as session:
        rows = [filled(QueryRow, MEMBER, HERE, at=NOW) for _ in range(2 * BATCH + 1)]
        await session.execute(insert(QueryRow), rows)
    await servers.left(HERE, NOW)
    assert await servers.purge(every, NOW) == (HERE,)
    assert rows_of(seen, HERE) == 0


@pytest.mark.usefixtures("two")
async def test_coming_back_in_the_midst_stops_the_erasing(
    servers: Servers, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    await servers.left(HERE, NOW)
    before = rows_of(seen, THERE)
    thin = servers._thin  # noqa: SLF001 - the moment between two transactions

    async def back_in_between(guild_id: int, until: datetime) -> int:
        await servers.joined(guild_id)
        return await thin(guild_id, until)

    monkeypatch.setattr(servers, "_thin", back_in_between)
    assert await servers.purge(every, NOW) == ()
    assert rows_of(seen, HERE) == before


@pytest.mark.usefixtures("two")
async def test_erasing_a_server_leaves_nothing_of_it_in_any_file(servers: Servers, seen: Seen, file: Path) -> None:
    count = rows_of(seen, HERE)
    assert await servers.erase(HERE) == count
    assert rows_of(seen, THERE) == count
    held = [path.name for path in file.parent.iterdir() if HERE.to_bytes(8, "big") in path.read_bytes()]
    assert held == []
    assert await servers.erase(HERE) == 0


@pytest.mark.usefixtures("two")
async def test_failure_on_the_way_erases_nothing_of_a_server(servers: Servers, seen: Seen) -> None:
    seen("CREATE TRIGGER no BEFORE DELETE ON queries BEGIN SELECT RAISE(ABORT, 'no'); END")
    before = rows_of(seen, HERE)
    with pytest.raises(Exception, match="no"):
        await servers.erase(HERE)
    assert rows_of(seen, HERE) == before
