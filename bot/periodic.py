"""What is done again and again while the bot runs: one loop for all of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

# Seconds from the end of one round to the next.
PAUSE = 60
Job: TypeAlias = Callable[[], Awaitable[object]]
_log = logging.getLogger(__name__)


async def keep_doing(jobs: Sequence[Job]) -> None:
    """Do each job once a round, until cancelled. A fault of one is logged, and keeps no other from its turn."""
    while True:
        await asyncio.sleep(PAUSE)
        for job in jobs:
            try:
                await job()
            except Exception:  # noqa: BLE001 - a door
                _log.exception("fault in what is done each minute")
