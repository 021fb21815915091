"""SimCord's page, passed on through our own address.

Why not send the person to SimCord's: its port and secret change with each place, so a reload after a change of place
would find nothing there; it has no way back to the start; and through a tunnel or a container only our port is known.
"""

import aiohttp
from aiohttp import web

from bot.preview.world import Visit, World

ENTRANCE = "simcord"  # SimCord's index; everything else of it keeps its own path
_ACTION = "api/action"
_ASKED = ("X-Simcord-Capability", "X-Simcord-Context", "Content-Type")
_ANSWERED_BY_US = ("Connection", "Content-Encoding", "Content-Length", "Date", "Server", "Transfer-Encoding")


class Relay:
    """Passes requests for SimCord's page to whichever place is open."""

    def __init__(self, world: World, session: aiohttp.ClientSession) -> None:
        self._world = world
        self._session = session

    async def handle(self, request: web.Request) -> web.Response:
        """Answer as SimCord does. What acts on the world waits for its turn."""
        visit = self._world.visit
        if visit is None:
            raise web.HTTPGone(text="No place is open.")
        path = request.match_info["path"]
        if path != _ACTION:
            return await self._pass_on(request, visit, path)
        async with self._world.acting():
            return await self._pass_on(request, visit, path)

    async def _pass_on(self, request: web.Request, visit: Visit, path: str) -> web.Response:
        if visit.closed.done():  # while it waited for its turn
            raise web.HTTPGone(text="This place was closed.")
        url = visit.address + ("" if path == ENTRANCE else path)
        headers = {name: request.headers[name] for name in _ASKED if name in request.headers}
        try:
            async with self._session.request(
                request.method, url, params=request.query, headers=headers, data=await request.read()
            ) as answer:
                return web.Response(status=answer.status, body=await answer.read(), headers=_shown(answer))
        except aiohttp.ClientConnectionError as error:
            raise web.HTTPGone(text="This place was closed.") from error


def _shown(answer: aiohttp.ClientResponse) -> dict[str, str]:
    """Keep SimCord's headers, and let our own page frame it."""
    headers = {name: value for name, value in answer.headers.items() if name not in _ANSWERED_BY_US}
    headers["X-Frame-Options"] = "SAMEORIGIN"
    policy = headers.get("Content-Security-Policy", "frame-ancestors 'self'")
    headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    return headers
