"""The migrations, from the first to the last and back, against the models."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, create_engine, inspect
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import Database, schema
from store.database.models import Base

HEAD = max(path.stem[:4] for path in (schema.MIGRATIONS / "versions").glob("[0-9]*.py"))


@pytest.fixture
async def connection(database: Database) -> AsyncIterator[AsyncConnection]:
    async with database.engine.begin() as connected:
        yield connected


def constraints(connection: Connection | Engine) -> dict[str, list[Any]]:
    """List all that an inspector sees of each table and that Alembic's comparison leaves out."""
    seen = inspect(connection)
    return {
        table: [
            seen.get_pk_constraint(table),
            sorted(seen.get_check_constraints(table), key=str),
            sorted(({**index, "dialect_options": _told(index)} for index in seen.get_indexes(table)), key=str),
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table)],
        ]
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def _told(index: Any) -> dict[str, str]:
    """Return an index's options in words: the condition of a partial one is an object that equals no other."""
    return {name: str(value) for name, value in index.get("dialect_options", {}).items()}


async def test_migrations_and_models_agree(connection: AsyncConnection) -> None:
    await connection.run_sync(lambda sync: command.check(schema.config(sync)))


async def test_migrations_make_the_constraints_and_types_of_the_models(connection: AsyncConnection) -> None:
    modelled = create_engine("sqlite://")
    Base.metadata.create_all(modelled)
    wanted = constraints(modelled)
    modelled.dispose()
    assert await connection.run_sync(constraints) == wanted
    assert all(constraint["name"] for constraint in wanted["queries"][1])


async def test_upgrading_again_changes_nothing(connection: AsyncConnection) -> None:
    before = await connection.run_sync(constraints)
    assert await connection.run_sync(schema.bring_up) == (HEAD, HEAD)
    assert await connection.run_sync(constraints) == before


async def test_downgrade_to_base_takes_everything_away_and_upgrade_brings_it_back(connection: AsyncConnection) -> None:
    before = await connection.run_sync(constraints)
    await connection.run_sync(lambda sync: command.downgrade(schema.config(sync), "base"))
    assert await connection.run_sync(constraints) == {}
    assert await connection.run_sync(schema.revision) is None
    assert await connection.run_sync(schema.bring_up) == (None, HEAD)
    assert await connection.run_sync(constraints) == before


async def test_migrations_run_from_a_folder_with_a_percent_sign(
    connection: AsyncConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "100%s"
    shutil.copytree(schema.MIGRATIONS, folder)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    await connection.run_sync(lambda sync: command.downgrade(schema.config(sync), "base"))
    assert await connection.run_sync(schema.bring_up) == (None, HEAD)


def test_every_column_says_what_it_means() -> None:
    assert [str(column) for table in Base.metadata.sorted_tables for column in table.columns if not column.doc] == []


async def test_failing_migration_leaves_the_database_as_it_was(
    database: Database, seen: Callable[[str], list[Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    (folder / "versions" / "9999_breaks.py").write_text(
        'from alembic import op\nrevision, down_revision = "9999", "' + HEAD + '"\n\n'
        'def upgrade():\n    op.drop_table("queries")\n    op.drop_table("missing")\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    before = seen("SELECT sql FROM sqlite_master")
    with pytest.raises(Exception, match="no such table: missing"):
        async with database.engine.begin() as connection:
            await connection.run_sync(schema.bring_up)
    assert seen("SELECT sql FROM sqlite_master") == before
    assert seen("SELECT version_num FROM alembic_version") == [(HEAD,)]
