"""Commands are registered when they differ, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.client import OnTheRecord
from bot.registration import register, sync

if TYPE_CHECKING:
    import pytest

    from bot.config import Settings
    from tests.bot.conftest import Stage


def puts(stage: Stage) -> int:
    return sum(entry.method == "PUT" for entry in stage.env.http_requests)


async def test_sync_registers_only_what_differs(stage: Stage) -> None:
    before = puts(stage)
    assert await sync(stage.bot) is False
    assert puts(stage) == before

    command = stage.bot.tree.remove_command("books")
    assert await sync(stage.bot) is True
    assert await sync(stage.bot) is False

    assert command is not None
    stage.bot.tree.add_command(command)
    assert await sync(stage.bot) is True
    assert await sync(stage.bot) is False
    assert puts(stage) == before + 2


async def test_changed_description_is_a_difference(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books(stage), "description", "Something else")
    assert await sync(stage.bot) is True


async def test_changed_option_is_a_difference(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    option = books(stage)._params["episode"]  # noqa: SLF001 - as another version would have it
    monkeypatch.setattr(option, "description", "Something else")
    assert await sync(stage.bot) is True


async def test_bot_that_is_not_started_is_registered_through_another_client(stage: Stage, settings: Settings) -> None:
    bot = OnTheRecord(settings)
    await bot.assemble()
    assert await register(bot.tree, stage.bot) is False
    bot.tree.remove_command("books")
    assert await register(bot.tree, stage.bot) is True


async def test_start_registers_nothing(stage: Stage) -> None:
    before = puts(stage)
    await stage.restart()
    assert puts(stage) == before


def books(stage: Stage) -> app_commands.Command[Any, ..., Any]:
    command = stage.bot.tree.get_command("books")
    assert isinstance(command, app_commands.Command)
    return command
