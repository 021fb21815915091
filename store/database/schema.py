"""The schema of a database, brought up to date by Alembic. There is no .ini: all that Alembic needs is told here."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

MIGRATIONS = Path(__file__).with_name("migrations")
# Any number will do, as long as nothing else in the same PostgreSQL database takes it.
_TURN = 0x4F_54_52


class SchemaUnknownError(Exception):
    """The database bears a revision that these migrations do not know."""

    def __init__(self, revision: str) -> None:
        """Say what it means: somebody has gone back to an older version of the program."""
        super().__init__(f"its schema ({revision}) is newer than this program, which has to be updated")


def config(connection: Connection) -> Config:
    """Return what Alembic's commands take, to work on this connection."""
    settings = Config(attributes={"connection": connection})
    # A percent sign in an option would be taken for a reference to another.
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return settings


def revision(connection: Connection) -> str | None:
    """Return the revision of a database; None where it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def bring_up(connection: Connection) -> tuple[str | None, str | None]:
    """Run the migrations that are missing, in the transaction that is open; return the revisions before and after.

    All of them or none: what fails leaves the database as it was. Raises SchemaUnknownError.
    """
    _take_turn(connection)
    settings = config(connection)
    scripts = ScriptDirectory.from_config(settings)
    before, head = revision(connection), scripts.get_current_head()
    if before == head:
        return before, head
    if before is not None and before not in {script.revision for script in scripts.walk_revisions()}:
        raise SchemaUnknownError(before)
    command.upgrade(settings, "head")
    return before, head


def _take_turn(connection: Connection) -> None:
    """Wait for another process that is at it. On SQLite the transaction itself has waited."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
