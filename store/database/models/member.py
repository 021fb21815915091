"""What a person has chosen for the bot, wherever they meet it."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from store.database.instant import Instant
from store.database.models.base import Base


class MemberRow(Base):
    """A person's own choices. Opting out outlives the erasure of everything else."""

    __tablename__ = "members"

    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, doc="Who")
    plain: Mapped[bool] = mapped_column(doc="Whether answers come as plain text")
    opted_out_at: Mapped[datetime | None] = mapped_column(Instant, doc="Since when questions are only counted")
