"""What is known of a server's own episode, beside it: to list episodes none has to be opened."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("guild_episodes", sa.Column("facts", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("guild_episodes", "facts")
