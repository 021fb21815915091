"""The query log: one row a question."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "queries",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("channel_id", sa.BigInteger(), nullable=True),
        sa.Column("surface", sa.String(16), nullable=False),
        sa.Column("command", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("episode", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("answer_lines", sa.JSON(), nullable=False),
        sa.Column("latency_ms", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_queries"),
        sa.CheckConstraint("surface IN ('slash', 'dm', 'mention', 'menu', 'button')", name=op.f("ck_queries_surface")),
        sa.CheckConstraint(
            "outcome IN ('answered', 'nothing_found', 'refused', 'failed')", name=op.f("ck_queries_outcome")
        ),
    )
    op.create_index("ix_queries_asked_at_id", "queries", ["asked_at", "id"])
    op.create_index("ix_queries_guild_id_asked_at", "queries", ["guild_id", "asked_at"])
    op.create_index("ix_queries_user_id_channel_id_asked_at", "queries", ["user_id", "channel_id", "asked_at"])


def downgrade() -> None:
    op.drop_table("queries")
