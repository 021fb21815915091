"""The measure that all other tests of the bot end with finds what Discord would not take."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from tests.bot.discord_limits import problems

MESSAGES, CALLBACK, COMMANDS = "/channels/1/messages", "/interactions/1/token/callback", "/applications/1/commands"
V2 = 1 << 15


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "press", "custom_id": "1:x", **more}


def row(*items: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(items)}


def select(*options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "1:s", "options": list(options), **more}


def option(n: int = 1, **more: Any) -> dict[str, Any]:
    return {"label": "one", "value": str(n), **more}


def command(**more: Any) -> dict[str, Any]:
    return {"type": 1, "name": "quote", "description": "Find", **more}


def card(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": V2, "components": [{"type": 17, "components": list(items)}], **more}


GOOD = [
    (MESSAGES, {"content": "x" * 2_000}),
    (MESSAGES, card(text("x" * 4_000), row(*[button(custom_id=str(n)) for n in range(5)]), row(select(option())))),
    (MESSAGES, card(*[text("x") for _ in range(39)])),
    (CALLBACK, {"type": 4, "data": card(text("x"), flags=V2 | 64)}),
    (CALLBACK, {"type": 5, "data": {"flags": 64}}),
    (CALLBACK, {"type": 6}),
    (COMMANDS, [command(), {"type": 3, "name": "Was this said?"}]),
]
BAD = [
    (MESSAGES, {"content": "x" * 2_001}),
    (MESSAGES, card(text("x"), content="x")),
    (MESSAGES, card(*[text("x") for _ in range(40)])),
    (MESSAGES, card(text("x" * 2_000), text("x" * 2_001))),
    (MESSAGES, card(text(" "))),
    (MESSAGES, card()),
    (MESSAGES, card(row(*[button(custom_id=str(n)) for n in range(6)]))),
    (MESSAGES, card(row(button(), select(option())))),
    (MESSAGES, card(row(button()), row(button()))),
    (MESSAGES, card(row(button(custom_id="x" * 101)))),
    (MESSAGES, card(row(button(custom_id="")))),
    (MESSAGES, card(row(button(label="x" * 81)))),
    (MESSAGES, card(row(button(style=5)))),
    (MESSAGES, card(row({"type": 2, "style": 5, "label": "x", "url": "https://" + "x" * 512}))),
    (MESSAGES, card(row({"type": 2, "style": 5, "label": "x", "url": "javascript:alert(1)"}))),
    (MESSAGES, card(row(select()))),
    (MESSAGES, card(row(select(*[option(n) for n in range(26)])))),
    (MESSAGES, card(row(select(option(1), option(1))))),
    (MESSAGES, card(row(select(option(label="x" * 101))))),
    (MESSAGES, card(row(select(option(description="x" * 101))))),
    (MESSAGES, card(row(select(option(value="x" * 101))))),
    (MESSAGES, card(row(select(option(), placeholder="x" * 151)))),
    (MESSAGES, card({"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]})),
    (MESSAGES, card(text("x"), attachments=[{"filename": "a.png", "description": "x" * 1_025}])),
    (MESSAGES, card(text("x"), allowed_mentions={"parse": ["everyone"]})),
    (MESSAGES, card(text("x"), allowed_mentions={"parse": [], "users": [1]})),
    (MESSAGES, card(text("x"), flags=V2 | 1)),
    (MESSAGES, {"components": [row(button(custom_id=str(n))) for n in range(6)]}),
    ("/webhooks/1/token/messages/@original", {"content": "x" * 2_001}),
    ("/channels/1/messages/2/threads", {"name": "x" * 101}),
    (CALLBACK, {"type": 1}),
    (CALLBACK, {"type": 7, "data": {"content": "x" * 2_001}}),
    (CALLBACK, {"type": 5, "data": {"flags": V2}}),
    (CALLBACK, {"type": 6, "data": {"flags": 64}}),
    (CALLBACK, {"type": 8, "data": {"choices": [{"name": "x", "value": "x" * 101}]}}),
    (CALLBACK, {"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}}),
    (CALLBACK, {"type": 9, "data": {"title": "x" * 46, "custom_id": "x", "components": [row()]}}),
    (CALLBACK, {"type": 9, "data": {"title": "x", "custom_id": "x", "components": []}}),
    (COMMANDS, [command(name="x" * 33)]),
    (COMMANDS, [command(name="Quote")]),
    (COMMANDS, [command(name_localizations={"de": "mit leerzeichen"})]),
    (COMMANDS, [command(description="x" * 101)]),
    (COMMANDS, [command(options=[command()] * 26)]),
    (COMMANDS, [command(options=[command(), command(required=True)])]),
    (COMMANDS, [command(options=[command(options=[command(choices=[option(name="x" * 100)] * 25)] * 4)])]),
    (COMMANDS, [{"type": 3, "name": "Was this said?", "description": "x"}]),
]


def sent(path: str, body: Any) -> simcord.HttpLogEntry:
    return simcord.HttpLogEntry("POST", path, {}, body, None)


@pytest.mark.parametrize(("path", "body"), GOOD)
def test_what_discord_takes_passes(path: str, body: Any) -> None:
    assert problems([sent(path, body)]) == []


@pytest.mark.parametrize(("path", "body"), BAD)
def test_what_discord_would_not_take_is_found(path: str, body: Any) -> None:
    assert problems([sent(path, body)])
