"""The HTML of our own pages, filled in."""

from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING, Any

from discord import AppCommandType, app_commands

from bot.preview.places import Place, suggestions
from bot.preview.relay import ENTRANCE

if TYPE_CHECKING:
    from bot.preview.world import Visit

ASSETS = {"preview.css": "text/css", "preview.js": "text/javascript"}


class Pages:
    """The pages, with the commands that this bot has."""

    def __init__(self, tree: app_commands.CommandTree[Any], token: str) -> None:
        folder = resources.files("bot.preview") / "html"
        names = ("start.html", "place.html", *ASSETS)
        self._texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
        self._commands = {command.name: command for command in tree.get_commands(type=AppCommandType.chat_input)}
        self._token = token

    def text(self, name: str) -> str:
        """Return an asset as it is."""
        return self._texts[name]

    def start(self, notice: str = "") -> str:
        """Return the start page, with something to say at its top."""
        return Template(self._texts["start.html"]).substitute(
            notice=f'<p class="notice" role="status">{escape(notice)}</p>' if notice else "",
            places="".join(self._card(place) for place in Place),
            suggestions=self._suggestions(),
            count=len(self._commands),
            commands="".join(
                f"<dt><code>/{escape(name)}</code></dt><dd>{escape(command.description)}</dd>"
                for name, command in sorted(self._commands.items())
            ),
        )

    def place(self, visit: "Visit") -> str:
        """Return the bar above SimCord's page, and the frame around that."""
        return Template(self._texts["place.html"]).substitute(
            title=escape(visit.place.title),
            visit=visit.name,
            places="".join(self._tab(place, current=place is visit.place) for place in Place),
            suggestions=self._suggestions(),
            frame=escape(f"/{ENTRANCE}#{visit.capability}"),
        )

    def _card(self, place: Place) -> str:
        return self._choice(
            place, f"<button><strong>{escape(place.title)}</strong><span>{escape(place.description)}</span></button>"
        )

    def _tab(self, place: Place, *, current: bool) -> str:
        mark = ' aria-current="page"' if current else ""
        return self._choice(place, f"<button{mark}>{escape(place.label)}</button>")

    def _choice(self, place: Place, button: str) -> str:
        return (
            f'<li><form method="post" action="/places/{place.value}">'
            f'<input type="hidden" name="token" value="{self._token}">'
            f'<input type="hidden" name="timezone" value="UTC">{button}</form></li>'
        )

    def _suggestions(self) -> str:
        return "".join(
            f"<li><code>{escape(suggestion.text)}</code> <span>{escape(suggestion.shows)}</span></li>"
            for suggestion in suggestions(self._commands)
        )
