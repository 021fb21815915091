"""The docs cannot lie: what they name is there, what is there they name, and their examples run."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
from discord import app_commands
from typer.testing import CliRunner

from bot.cli.app import app
from bot.commands import COGS
from bot.commands.admin import admin
from bot.config import keys
from bot.menus import menus

AnyCommand = app_commands.Command[Any, ..., Any]
ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(marker: str) -> list[str]:
    """Return the lines of the shell block that follows a marker."""
    found = re.search(rf"<!-- {marker} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert found, marker
    return found[1].splitlines()


def verbs() -> list[str]:
    group = typer.main.get_group(app)
    names = []
    for name, command in group.commands.items():
        below = getattr(command, "commands", None)
        names += [f"{name} {verb}" for verb in below] if below else [name]
    return names


def slash_commands() -> list[AnyCommand]:
    ours = [command for cog in COGS for command in cog.__cog_app_commands__]
    groups = [admin(), *(one for one in ours if isinstance(one, app_commands.Group))]
    found = [*ours, *(command for group in groups for command in group.walk_commands())]
    return [command for command in found if isinstance(command, app_commands.Command)]


@pytest.mark.parametrize("command", slash_commands(), ids=lambda command: command.qualified_name)
def test_every_slash_command_is_in_the_readme_with_its_options(
    command: AnyCommand,
) -> None:
    options = "".join(f" [{name}]" if not p.required else f" {name}" for p in command.parameters for name in [p.name])
    assert f"`/{command.qualified_name}{options}`" in README


@pytest.mark.parametrize("name", [menu.name for menu in menus()])
def test_every_message_menu_is_in_the_readme(name: str) -> None:
    assert f"{name}* on anybody's message" in README


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_of_the_terminal_is_in_the_readme(verb: str) -> None:
    assert re.search(rf"`{verb}\b", README), verb


@pytest.mark.parametrize("key", [f"{group}.{name}" for group, name in keys()])
def test_every_configuration_key_is_in_the_readme(key: str) -> None:
    assert f"`{key}`" in README


@pytest.mark.parametrize("line", block("examples"))
def test_every_example_of_the_readme_runs(line: str) -> None:
    program, *arguments = shlex.split(line)
    assert program == "on-the-record"
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    assert done.stdout.strip()


def test_every_link_of_the_readme_to_a_file_leads_to_one() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("marker", ["command: preview", "command: test"])
def test_the_two_commands_are_one_line_each_and_want_only_python(marker: str) -> None:
    (line,) = block(marker)
    assert line.startswith("python3 -m venv .venv && .venv/bin/pip install")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "benchmarks/README.md"])
def test_every_path_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:bot|store|tests|scripts|seeds|benchmarks)/[\w./-]*)`", (ROOT / page).read_text("utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_map_of_the_store_has_all_of_it() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = page.split("| in `store/`", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    mapped = {name for row in rows for name in re.findall(r"`([\w./]+)`", row.split("|")[1])}
    parts = [part for part in (ROOT / "store").iterdir() if (part / "__init__.py").exists() or part.suffix == ".py"]
    names = {part.name + "/" if part.is_dir() else part.name for part in parts} - {"__init__.py"}
    assert mapped == names
