"""The same bot in a simulated Discord, as a web page on this computer: no token, no account.

Four parts: `world` (the server, its people, its clock), `relay` (SimCord's page, through our address),
`site` (the pages of ours around it) and `places` (what a person can choose).
SimCord is an optional extra, so nothing here imports it before `serve` is called.
"""

import asyncio
import importlib.util
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from discord.ext.commands import AutoShardedBot

from bot.preview.browser import show_in_browser
from bot.preview.errors import PortUnavailableError, PreviewError, PreviewMissingError

__all__ = ["PortUnavailableError", "PreviewError", "PreviewMissingError", "running", "serve"]

HOST = "127.0.0.1"


async def serve(bot: AutoShardedBot, *, port: int, open_browser: bool, announce: Callable[[str], None]) -> None:
    """Run the bot in SimCord and serve its start page until Ctrl-C; then close everything.

    Port 0 takes any free one. `announce` is called once, with the page's address, when it can be opened.
    Where the loop takes no signal handlers (Windows), Ctrl-C cancels this and `asyncio.run` raises KeyboardInterrupt.

    Raises:
        PreviewMissingError: SimCord is not installed.
        PortUnavailableError: the port is taken, or not ours to take.
    """
    async with running(bot, port=port) as address:
        announce(address)
        if open_browser:
            await asyncio.to_thread(show_in_browser, address)
        await _interrupted()


@asynccontextmanager
async def running(bot: AutoShardedBot, *, port: int = 0) -> AsyncIterator[str]:
    """Serve the preview for as long as the block runs; yields the start page's address. Closes the bot at the end."""
    if importlib.util.find_spec("simcord") is None:
        raise PreviewMissingError
    from bot.preview.site import serving  # noqa: PLC0415 - needs the extra
    from bot.preview.world import simulated  # noqa: PLC0415 - needs the extra

    with _listening(port) as listener:  # before the bot starts: a port in use is told at once
        async with simulated(bot) as world, serving(world, listener):
            yield f"http://{HOST}:{listener.getsockname()[1]}/"


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except (OSError, OverflowError) as error:
        raise PortUnavailableError(HOST, port, error) from error


async def _interrupted() -> None:
    """Wait for Ctrl-C, or for a service manager's SIGTERM. A second one during the clean-up kills as usual."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    handled = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
            handled.append(number)
    try:
        await stop.wait()
    finally:
        for number in handled:
            loop.remove_signal_handler(number)
