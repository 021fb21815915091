"""What a server has set, with the defaults of what it hasn't."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

HOURS = 24
# Days that a question's words and asker are kept.
RETENTION, MAX_RETENTION = 90, 365
# Of a cooldown.
MAX_QUESTIONS, MAX_SECONDS = 1_000, 3_600


class Daily(BaseModel):
    """A quote a day: in which channel, at which hour of which time zone (an IANA name)."""

    model_config = ConfigDict(frozen=True)

    channel_id: int
    hour: Annotated[int, Field(ge=0, lt=HOURS)]
    zone: str = "UTC"


class Cooldown(BaseModel):
    """How many questions in how many seconds."""

    model_config = ConfigDict(frozen=True)

    questions: Annotated[int, Field(ge=1, le=MAX_QUESTIONS)]
    seconds: Annotated[int, Field(ge=1, le=MAX_SECONDS)]


class GuildSettings(BaseModel):
    """The settings of one server. Roles are Discord's ids.

    `public` is None where the configuration's default holds, `episode` likewise; `public_roles` are those whose
    members may answer in public: everyone where it is empty; `moderator_roles` may do what Manage Server may, except
    name such roles.
    """

    model_config = ConfigDict(frozen=True)

    public: bool | None = None
    episode: str | None = None
    retention_days: Annotated[int, Field(ge=1, le=MAX_RETENTION)] = RETENTION
    daily: Daily | None = None
    # More than a person asks, the next match and the next again included; less than a script does.
    member_cooldown: Cooldown | None = Cooldown(questions=30, seconds=60)
    guild_cooldown: Cooldown | None = Cooldown(questions=300, seconds=60)
    public_roles: tuple[int, ...] = ()
    moderator_roles: tuple[int, ...] = ()
