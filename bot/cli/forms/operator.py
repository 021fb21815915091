"""What the operator's verbs print for programs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from bot.log_form import instant

if TYPE_CHECKING:
    from store.database import Server
    from store.server.privacy import Erased


class BlockForm(TypedDict):
    guild_id: str
    until: str | None


class StayingForm(TypedDict):
    opted_out_at: str | None
    blocks: list[BlockForm]
    changes: int


class ErasedForm(TypedDict):
    user_id: str
    questions: int
    others: int
    overwritten: bool
    staying: StayingForm


class ServerForm(TypedDict):
    id: str
    questions: int
    last_asked_at: str | None
    episodes: int
    left_at: str | None
    erased_at: str | None


class ServersForm(TypedDict):
    servers: list[ServerForm]


def erased_form(user_id: int, erased: "Erased") -> ErasedForm:
    staying = erased.staying
    blocks: list[BlockForm] = [
        {"guild_id": str(block.guild_id), "until": instant(block.until) if block.until else None}
        for block in staying.blocks
    ]
    opted_out_at = instant(staying.opted_out_at) if staying.opted_out_at else None
    return {
        "user_id": str(user_id),
        "questions": erased.questions,
        "others": erased.others,
        "overwritten": erased.overwritten,
        "staying": {"opted_out_at": opted_out_at, "blocks": blocks, "changes": staying.changes},
    }


def servers_form(servers: Sequence["Server"], departed_days: int) -> ServersForm:
    return {"servers": [_server_form(server, departed_days) for server in servers]}


def _server_form(server: "Server", departed_days: int) -> ServerForm:
    left_at = server.left_at
    return {
        "id": str(server.id),
        "questions": server.questions,
        "last_asked_at": instant(server.last_asked_at) if server.last_asked_at else None,
        "episodes": server.episodes,
        "left_at": instant(left_at) if left_at else None,
        "erased_at": instant(left_at + timedelta(days=departed_days)) if left_at else None,
    }
