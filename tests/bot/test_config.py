"""Settings: where they come from, and what a bad one says."""

import os
import tomllib
from pathlib import Path

import pytest

from bot import resources
from bot.config import Answers, Database, Episodes, Settings, keys, load_settings
from bot.failures import ConfigError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with none of our variables set."""
    for name in [name for name in os.environ if name.startswith("ON_THE_RECORD_") or name == "DISCORD_TOKEN"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_settings_work_with_none_and_read_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("DISCORD_TOKEN=x", encoding="utf-8")
    (folder / "config.toml").write_text("[answers]\nquotes = 3", encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN", "x")
    monkeypatch.setenv("ON_THE_RECORD_ANSWERS__QUOTES", "4")
    settings = Settings()
    assert settings.token is None
    assert settings.answers.quotes == 5
    assert settings.database.url == "sqlite+aiosqlite:///on-the-record.db"
    assert settings.episodes.paths == (resources.seeds(),)


def test_packaged_file_states_the_defaults(folder: Path) -> None:
    assert load_settings() == Settings()
    assert load_settings(resources.config()) == Settings()
    assert list(folder.iterdir()) == []


def test_packaged_file_names_every_key_with_its_default() -> None:
    text = resources.config().read_text("utf-8")
    stated = tomllib.loads("\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines()))
    assert {(group, key) for group, table in stated.items() for key in table} == set(keys())
    defaults = Settings()
    for group, key in keys():
        default = getattr(getattr(defaults, group), key)
        if isinstance(default, str | int | bool):
            assert stated[group][key] == default
    assert [resources.config().parent / path for path in stated["episodes"]["paths"]] == list(defaults.episodes.paths)


def test_environment_goes_over_dotenv_and_dotenv_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "config.toml").write_text("[answers]\npublic = true\nquotes = 1\ncontext = 1", encoding="utf-8")
    (folder / ".env").write_text(
        "ON_THE_RECORD_ANSWERS__QUOTES=2\non_the_record_answers__context=2\nOTHER=x\n", "utf-8"
    )
    monkeypatch.setenv("ON_THE_RECORD_ANSWERS__CONTEXT", "3")
    assert load_settings().answers == Answers(public=True, quotes=2, context=3)


def test_token_comes_from_dotenv_or_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("DISCORD_TOKEN=in-the-file\n", encoding="utf-8")
    settings = load_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == "in-the-file"
    assert "in-the-file" not in repr(settings)
    monkeypatch.setenv("DISCORD_TOKEN", "outside")
    settings = load_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == "outside"


def test_working_directory_goes_over_the_packaged_file_and_a_given_one_over_both(folder: Path) -> None:
    (folder / "config.toml").write_text("[answers]\nquotes = 1", encoding="utf-8")
    other = folder / "other.toml"
    other.write_text("[answers]\nquotes = 2", encoding="utf-8")
    assert load_settings().answers.quotes == 1
    assert load_settings(other).answers.quotes == 2


def test_paths_are_relative_to_the_file_that_states_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder / "inner"
    inner.mkdir()
    stated = '[episodes]\npaths = ["talks", "/abs/one.txt"]\n[database]\nurl = "sqlite+aiosqlite:///data/log.db"\n'
    (inner / "config.toml").write_text(stated, encoding="utf-8")
    settings = load_settings(Path("inner/config.toml"))
    assert settings.episodes == Episodes(paths=(inner / "talks", Path("/abs/one.txt")))
    assert settings.database == Database(url=f"sqlite+aiosqlite:///{inner}/data/log.db")
    monkeypatch.setenv("ON_THE_RECORD_EPISODES__PATHS", '["talks"]')
    monkeypatch.setenv("ON_THE_RECORD_DATABASE__URL", "sqlite+aiosqlite:///log.db")
    settings = load_settings(inner / "config.toml")
    assert settings.episodes.paths == (Path("talks"),)
    assert settings.database.url == "sqlite+aiosqlite:///log.db"


@pytest.mark.parametrize(
    "url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "postgresql+asyncpg://u:p@h/db"]
)
def test_other_urls_stay_as_they_are(folder: Path, url: str) -> None:
    (folder / "config.toml").write_text(f'[database]\nurl = "{url}"', encoding="utf-8")
    assert load_settings().database.url == url


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("[answers]\nquots = 3", "answers.quots: is no setting; there is public, quotes, context"),
        (
            "[anwsers]\nquotes = 3",
            "anwsers: is no setting; there is episodes, database, answers, servers, privacy, discord, logging",
        ),
        ("answers = 3", "answers: "),
        ('[episodes]\nids = { "a.txt" = "own/a" }', "episodes.ids: 'own/a' won't do"),
        ("[answers]\nquotes = 'many'", "answers.quotes: Input should be a valid integer"),
        ("[answers]\nquotes = 26", "answers.quotes: Input should be less than or equal to 25"),
        ("[episodes]\npaths = []", "episodes.paths: "),
        ("[episodes]\npaths = [3]", "episodes.paths.0: "),
        ("[database]\nurl = 'nonsense'", "database: is no SQLAlchemy URL"),
        ("[database]\nurl = 'sqlite:///x.db'", "database: names no asynchronous driver; write sqlite+aiosqlite://"),
        ("[discord]\nshard_ids = [1]", "discord: shard_ids wants a shard_count"),
        ("[logging]\nlevel = 'LOUD'", "logging.level: Input should be 'DEBUG'"),
        ("[answers\nquotes = 3", "is not TOML: "),
        ("token = 'x'", "token: is a secret"),
        ("DISCORD_TOKEN = 'x'", "DISCORD_TOKEN: is a secret"),
        ("[discord]\ntoken = 'x'", "token: is a secret"),
    ],
)
def test_bad_file_is_named_with_the_key(folder: Path, stated: str, said: str) -> None:
    (folder / "bad.toml").write_text(stated, encoding="utf-8")
    assert_says(folder / "bad.toml", f"{folder / 'bad.toml'}: {said}")


def test_file_that_cannot_be_read_is_named(folder: Path) -> None:
    assert_says(folder / "none.toml", "none.toml: cannot be read (No such file or directory); give the path of a TOML")
    assert_says(folder, f"{folder}: cannot be read (Is a directory)")
    (folder / "latin.toml").write_bytes(b"# \xe9")
    assert_says(folder / "latin.toml", "latin.toml: is not UTF-8")


def test_byte_order_mark_is_no_fault(folder: Path) -> None:
    (folder / "config.toml").write_text("\ufeff[answers]\nquotes = 3", encoding="utf-8")
    assert load_settings().answers.quotes == 3


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ON_THE_RECORD_ANSWERS__QUOTES", "many", "the environment: answers.quotes: Input should be a valid integer"),
        ("ON_THE_RECORD_ANSWERS__QUOTS", "3", "the environment: answers.quots: is no setting"),
        ("ON_THE_RECORD_ANSWRS__QUOTES", "3", "the environment: ON_THE_RECORD_ANSWRS__QUOTES is no setting; there is"),
        ("ON_THE_RECORD_EPISODES__PATHS", "talks", "the environment: "),
    ],
)
def test_bad_variable_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    (folder / "config.toml").write_text("[answers]\nquotes = 3", encoding="utf-8")
    monkeypatch.setenv(name, value)
    assert_says(None, said)


def test_bad_dotenv_is_named(folder: Path) -> None:
    (folder / ".env").write_text("ON_THE_RECORD_ANSWERS__QUOTES=many", encoding="utf-8")
    assert_says(None, ".env: answers.quotes: Input should be a valid integer")
    (folder / ".env").write_bytes(b"A=\xe9")
    assert_says(None, ".env: cannot be read")


def assert_says(path: Path | None, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
