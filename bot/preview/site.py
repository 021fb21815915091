"""Our pages around the simulated Discord: the start page, and a bar above SimCord's."""

import hmac
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp
import simcord
from aiohttp import web

from bot.preview.pages import ASSETS, Pages
from bot.preview.places import Place
from bot.preview.relay import Relay
from bot.preview.world import World

MAX_UPLOAD = 32 * 1024 * 1024  # SimCord's page sends attachments of up to 26 MiB
STOP_SECONDS = 2.0

_OURSELVES = {"127.0.0.1", "localhost", "::1"}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; "
        "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NOTICES = {
    "closed": "That place was closed. Choose one to go on; what you did is still there.",
    "restarted": "The preview was started anew since that page was loaded. Choose a place again.",
}


class Site:
    """Start page, place pages, and the switch between them. Only a POST with this run's token changes anything."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._token = secrets.token_urlsafe(32)
        self._pages = Pages(world.bot.tree, self._token)

    def routes(self) -> list[web.RouteDef]:
        """Return what it answers to."""
        return [
            web.get("/", self.start),
            web.get("/now", self.now),
            web.get("/pages/{name}", self.asset),
            web.post("/places/{place}", self.choose),
            *(web.get(f"/{place.value}", self.place) for place in Place),
        ]

    async def start(self, request: web.Request) -> web.Response:
        """Show the start page."""
        notice = next((text for key, text in _NOTICES.items() if key in request.query), "")
        return _page(self._pages.start(notice))

    async def choose(self, request: web.Request) -> web.Response:
        """Open a place, then send the browser there: the page can be reloaded without choosing again."""
        form = await request.post()
        if not hmac.compare_digest(str(form.get("token", "")).encode(), self._token.encode()):
            raise web.HTTPSeeOther("/?restarted")
        try:
            place = Place(request.match_info["place"])
        except ValueError:
            raise web.HTTPNotFound from None
        try:
            await self._world.open(place, timezone=_timezone(str(form.get("timezone", ""))))
        except simcord.SetupError as error:
            return _page(self._pages.start(f"SimCord could not open this place: {error}"), status=503)
        raise web.HTTPSeeOther(f"/{place.value}")

    async def place(self, request: web.Request) -> web.Response:
        """Show the place if it is the one that is open; a page of the past leads back to the start."""
        visit = self._world.visit
        if visit is None or request.path != f"/{visit.place.value}":
            raise web.HTTPSeeOther("/?closed")
        return _page(self._pages.place(visit))

    async def now(self, _request: web.Request) -> web.Response:
        """Tell a place's page whether it is still the one that is open."""
        visit = self._world.visit
        return web.json_response({"visit": visit and visit.name}, headers=_HEADERS)

    async def asset(self, request: web.Request) -> web.Response:
        """Return what the pages load."""
        name = request.match_info["name"]
        if name not in ASSETS:
            raise web.HTTPNotFound
        return web.Response(text=self._pages.text(name), content_type=ASSETS[name], headers=_HEADERS)


def _page(html: str, *, status: int = 200) -> web.Response:
    return web.Response(text=html, content_type="text/html", status=status, headers=_HEADERS)


def _timezone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


@web.middleware
async def _only_ourselves(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse other names for this address: a foreign page may have pointed its own at it (DNS rebinding)."""
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in _OURSELVES:
        raise web.HTTPForbidden(text="The preview answers to 127.0.0.1 and localhost only.")
    return await handler(request)


@asynccontextmanager
async def serving(world: World, listener: socket.socket) -> AsyncIterator[None]:
    """Serve the site on a listening socket for as long as the block runs."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session:
        app = web.Application(middlewares=[_only_ourselves], client_max_size=MAX_UPLOAD)
        app.add_routes(Site(world).routes())
        app.router.add_route("*", "/{path:.+}", Relay(world, session).handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            yield
        finally:
            await runner.cleanup()
