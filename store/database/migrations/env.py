"""Run by Alembic to migrate: on the connection, and in the transaction, that `store.database.schema` hands over.

On SQLite `foreign_keys` is on and cannot be turned off inside a transaction: to rebuild a table that another refers
to (`op.batch_alter_table`) would delete or refuse the rows that refer to it.
"""

from alembic import context

from store.database.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite alters next to nothing in place.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
