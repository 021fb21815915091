"""The settings, and where they come from: the environment, before `.env`, before a TOML file, before the defaults."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot import resources, sources
from bot.failures import BotError, ConfigError
from store.moderation.uploads import MEGABYTE, Limits
from store.server.own import OWN, own_stem
from store.server.privacy import AUDIT, DEPARTED

__all__ = ["BotError", "ConfigError", "Settings", "load_settings"]

PREFIX = "ON_THE_RECORD_"
TOKEN = "DISCORD_TOKEN"  # noqa: S105 - the variable's name, not a token
FILE = "config.toml"


class Group(BaseModel):
    """A table of the configuration: no key that nothing reads."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Id = Annotated[str, StringConstraints(min_length=1)]


def _off(given: object) -> object:
    """Read what the environment says as the file says it."""
    return False if isinstance(given, str) and given.strip().lower() == "false" else given


class Episodes(Group):
    """Which episodes there are, what they are called, and where what was compiled of them is kept."""

    paths: tuple[Path, ...] = Field(default_factory=lambda: (resources.seeds(),), min_length=1)
    default: Id | None = None
    ids: Mapping[Path, Id] = Field(default_factory=dict)
    cache: Annotated[Path | Literal[False] | None, BeforeValidator(_off)] = None

    @field_validator("ids")
    @classmethod
    def _leaves_servers_theirs(cls, ids: Mapping[Path, str]) -> Mapping[Path, str]:
        if taken := next((called for called in ids.values() if own_stem(called) is not None), None):
            msg = f"{taken!r} won't do: {OWN} stands before what servers call their own"
            raise ValueError(msg)
        return ids


class Database(Group):
    """Where questions are kept: a SQLAlchemy URL with an asynchronous driver."""

    url: str = "sqlite+aiosqlite:///on-the-record.db"

    @model_validator(mode="after")
    def _is_asynchronous(self) -> "Database":
        try:
            url = make_url(self.url)
        except ArgumentError:
            msg = "is no SQLAlchemy URL, such as sqlite+aiosqlite:///on-the-record.db"
            raise ValueError(msg) from None
        if "+" not in url.drivername:
            msg = f"names no asynchronous driver; write {url.drivername}+aiosqlite:// or the like"
            raise ValueError(msg)
        return self


class Answers(Group):
    """How answers look."""

    public: bool = False
    quotes: Annotated[int, Field(ge=1, le=25)] = 5
    context: Annotated[int, Field(ge=1, le=20)] = 8


class Servers(Group):
    """What servers may add: how many episodes of their own, and how many megabytes a transcript."""

    episodes: Annotated[int, Field(ge=0, le=1000)] = 20
    megabytes: Annotated[float, Field(gt=0, le=20)] = 8.0

    @property
    def limits(self) -> Limits:
        """The same for the store, in bytes."""
        return Limits(self.episodes, int(self.megabytes * MEGABYTE))


Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=512)]


class Privacy(Group):
    """Where the privacy policy stands, and how many days what is no question is kept."""

    policy: Url | None = None
    audit_days: Annotated[int, Field(ge=1, le=3650)] = AUDIT
    departed_days: Annotated[int, Field(ge=1, le=365)] = DEPARTED


class Discord(Group):
    """How the bot connects. One process of several takes some of the shards."""

    shard_count: Annotated[int, Field(ge=1)] | None = None
    shard_ids: tuple[Annotated[int, Field(ge=0)], ...] | None = None

    @model_validator(mode="after")
    def _shards_are_there(self) -> "Discord":
        if self.shard_ids is not None and (
            self.shard_count is None or max(self.shard_ids, default=0) >= self.shard_count
        ):
            msg = "shard_ids wants a shard_count that is greater than each of them"
            raise ValueError(msg)
        return self


class Logging(Group):
    """What goes to standard error."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Settings(BaseSettings):
    """All settings. It reads nothing by itself: `load_settings` does."""

    model_config = SettingsConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
    )

    token: SecretStr | None = Field(default=None, validation_alias=TOKEN)
    episodes: Episodes = Field(default_factory=Episodes)
    database: Database = Database()
    answers: Answers = Answers()
    servers: Servers = Servers()
    privacy: Privacy = Privacy()
    discord: Discord = Discord()
    logging: Logging = Logging()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take keywords only."""
        return (init_settings,)


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings: the TOML file, then `.env` and the environment over it. Raises ConfigError.

    Without `path` the file is `config.toml` in the working directory, or else the one that ships. Relative paths in
    a file are relative to that file; those in the environment, to the working directory.
    """
    file = path or (Path(FILE) if Path(FILE).is_file() else resources.config())
    stated = [sources.environment(Settings), sources.dotenv(Settings), sources.toml(file, secrets=("token", TOKEN))]
    try:
        return Settings(**sources.merged(stated))
    except ValidationError as error:
        raise sources.blame(error, stated, Settings) from None


def keys() -> Iterator[tuple[str, str]]:
    """Give every key of a configuration file, as group and name."""
    for group, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from ((group, name) for name in field.annotation.model_fields)
