"""Where settings come from, one table a source; and which source is to blame for a setting that won't do."""

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.failures import ConfigError

ENVIRONMENT = "the environment"
DOTENV = ".env"
Table: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """What one source states, under the name that an error gives it."""

    name: str
    table: Table


def environment(model: type[BaseSettings]) -> Source:
    """Read the environment's variables. Raises ConfigError."""
    return _variables(ENVIRONMENT, model, EnvSettingsSource(model), os.environ)


def dotenv(model: type[BaseSettings]) -> Source:
    """Read the variables of a `.env` file in the working directory, if there is one. Raises ConfigError."""
    try:
        source = DotEnvSettingsSource(model, env_file=DOTENV, env_file_encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(DOTENV, f"cannot be read ({error}); save it as UTF-8") from None
    return _variables(DOTENV, model, source, source.env_vars)


def toml(path: Path, *, secrets: Iterable[str]) -> Source:
    """Read a TOML file, its relative paths made relative to it. Raises ConfigError, also for `secrets` in it."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(str(path), "is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read ({error.strerror}); give the path of a TOML file") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), f"is not TOML: {error}") from None
    for secret in secrets:
        if secret in table or any(isinstance(group, dict) and secret in group for group in table.values()):
            raise ConfigError(str(path), f"{secret}: is a secret; put it in the environment or in {DOTENV} instead")
    return Source(str(path), _anchored(table, path.resolve().parent))


def merged(sources: Sequence[Source]) -> Table:
    """Put the sources together; what an earlier one states goes over a later one."""
    table: Table = {}
    for source in reversed(sources):
        table = _over(table, source.table)
    return table


def blame(error: ValidationError, sources: Sequence[Source], model: type[BaseModel]) -> ConfigError:
    """Say the first thing wrong, with its source and key."""
    detail = error.errors(include_url=False, include_input=False)[0]
    keys = [str(part) for part in detail["loc"]]
    where = next((source.name for source in sources if _states(source.table, keys)), "settings")
    what = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        what = f"is no setting; {_names(_group(model, keys))}"
    return ConfigError(where, f"{'.'.join(keys)}: {what}")


def _variables(
    name: str, model: type[BaseSettings], source: EnvSettingsSource, variables: Mapping[str, str | None]
) -> Source:
    prefix = source.env_prefix.upper()
    for variable in variables:
        group = variable.upper().removeprefix(prefix).split("__")[0].lower()
        if variable.upper().startswith(prefix) and group not in model.model_fields:
            raise ConfigError(name, f"{variable.upper()} is no setting; {_names(model)}")
    aliases = {str(field.validation_alias or key).upper(): key for key, field in model.model_fields.items()}
    try:
        found = source()
    except SettingsError as error:
        raise ConfigError(name, f"{error}; write lists as JSON") from None
    # A `.env` file may hold what is meant for other programs.
    return Source(name, {aliases[key.upper()]: value for key, value in found.items() if key.upper() in aliases})


def _anchored(table: Table, folder: Path) -> Table:
    episodes, database = table.get("episodes"), table.get("database")
    if isinstance(episodes, dict):
        table = table | {"episodes": {key: _anchored_paths(key, value, folder) for key, value in episodes.items()}}
    if isinstance(database, dict) and isinstance(database.get("url"), str):
        table = table | {"database": database | {"url": _anchored_url(database["url"], folder)}}
    return table


def _anchored_paths(key: str, value: Any, folder: Path) -> Any:
    """Anchor the paths that a key of `episodes` has, if any."""

    def anchored(path: Any) -> Any:
        return folder / Path(path).expanduser() if isinstance(path, str) else path

    match key, value:
        case "paths", list():
            return [anchored(path) for path in value]
        case "ids", dict():
            return {anchored(path): episode_id for path, episode_id in value.items()}
        case "cache", str():
            return anchored(value)
    return value


def _anchored_url(url: str, folder: Path) -> str:
    try:
        parsed = make_url(url)
    except ArgumentError:
        return url
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database.startswith((":", "file:")):
        return url
    return parsed.set(database=str(folder / parsed.database)).render_as_string(hide_password=False)


def _over(under: Table, over: Table) -> Table:
    both = [
        name for name in under.keys() & over.keys() if isinstance(under[name], dict) and isinstance(over[name], dict)
    ]
    return under | over | {name: _over(under[name], over[name]) for name in both}


def _states(table: Any, keys: Sequence[str]) -> bool:
    """Tell whether a table states what the keys lead to, or something else on the way there."""
    for key in keys:
        if not isinstance(table, dict):
            return True
        if key not in table:
            return False
        table = table[key]
    return True


def _group(model: type[BaseModel], keys: Sequence[str]) -> type[BaseModel]:
    field = model.model_fields.get(keys[0]) if len(keys) > 1 else None
    group = field.annotation if field else None
    return group if isinstance(group, type) and issubclass(group, BaseModel) else model


def _names(model: type[BaseModel]) -> str:
    names = [name for name, field in model.model_fields.items() if not field.validation_alias]
    return f"there is {', '.join(names)}"
