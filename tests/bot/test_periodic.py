"""One loop for all that is done again and again."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot import periodic


async def test_job_that_fails_is_logged_and_keeps_no_other_from_its_turn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(periodic, "PAUSE", 0)
    done = asyncio.Event()
    rounds = 0

    async def fails() -> None:
        raise ZeroDivisionError

    async def works() -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 3:
            done.set()

    with caplog.at_level(logging.ERROR):
        loop = asyncio.create_task(periodic.keep_doing([fails, works]))
        await asyncio.wait_for(done.wait(), timeout=10)
        loop.cancel()
    assert "ZeroDivisionError" in caplog.text


async def test_job_that_is_done_seldom_waits_for_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    monkeypatch.setattr(discord.utils, "utcnow", lambda: now)
    done: list[datetime] = []

    async def works() -> None:
        done.append(now)

    job = periodic.seldom(works, timedelta(minutes=5))
    for _ in range(11):
        await job()
        now += timedelta(minutes=1)
    assert [moment.minute for moment in done] == [0, 5, 10]
