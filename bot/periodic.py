"""What is done again and again while the bot runs: one loop for all of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

import discord

# Seconds from the end of one round to the next.
PAUSE = 60
Job: TypeAlias = Callable[[], Awaitable[object]]
_log = logging.getLogger(__name__)


def seldom(job: Job, pause: timedelta) -> Job:
    """Make a job of one that need not be done each round: it waits for its turn without asking anything."""
    done: datetime | None = None

    async def at_its_turn() -> None:
        nonlocal done
        now = discord.utils.utcnow()
        if done is None or now - done >= pause:
            done = now
            await job()

    return at_its_turn


async def keep_doing(jobs: Sequence[Job]) -> None:
    """Do each job once a round, until cancelled. A fault of one is logged, and keeps no other from its turn.

    A round is to cost nothing where nothing is to be done: a job that has to look in files or in the database for
    that is done seldom, or knows from memory when to look.
    """
    while True:
        await asyncio.sleep(PAUSE)
        for job in jobs:
            try:
                await job()
            except Exception:  # noqa: BLE001 - a door
                _log.exception("fault in what is done each minute")
