"""An index over the questions that still have a text or an asker: the rest need not be read to erase them in time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

IS_ASKED = sa.text("user_id IS NOT NULL OR text IS NOT NULL")


def upgrade() -> None:
    op.create_index("ix_queries_asked", "queries", ["asked_at"], sqlite_where=IS_ASKED, postgresql_where=IS_ASKED)


def downgrade() -> None:
    op.drop_index("ix_queries_asked", table_name="queries")
