"""What Discord publishes of what it takes, held against what the bot has sent.

https://docs.discord.com/developers: interactions/receiving-and-responding, interactions/application-commands,
components/reference, resources/message, resources/channel. Checked in November 2026.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import simcord

# Where something is wrong, and what.
Problem: TypeAlias = str
Found: TypeAlias = "Iterator[Problem]"

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SELECTS = 1, 2, 3, 4, (3, 5, 6, 7, 8)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, UPLOAD = 9, 10, 11, 12, 13, 14, 17, 18, 19
LINK, PREMIUM = 5, 6
INTERACTIVE = frozenset({BUTTON, *SELECTS, TEXT_INPUT, UPLOAD})
AT_THE_TOP = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
EPHEMERAL, COMPONENTS_V2 = 1 << 6, 1 << 15
TAKEN = EPHEMERAL | COMPONENTS_V2 | 1 << 2 | 1 << 12
CHAT_INPUT, MESSAGE_MENU = 1, 3
NAME = re.compile(r"[-_'\w]{1,32}")
MESSAGES = re.compile(r"/channels/\d+/messages(?:/\d+)?|/webhooks/\d+/[^/]+(?:/messages/(?:\d+|@original))?")
CALLBACK = re.compile(r"/interactions/\d+/[^/]+/callback")
COMMANDS = re.compile(r"/applications/\d+(?:/guilds/\d+)?/commands")
THREADS = re.compile(r"/channels/\d+(?:/messages/\d+)?/threads")


def problems(requests: Iterable[simcord.HttpLogEntry]) -> list[Problem]:
    """Return what Discord would not have taken; what the simulation has taken is no proof."""
    return [
        f"{sent.method} {sent.path}: {problem}"
        for sent in requests
        if sent.method in {"POST", "PATCH", "PUT"} and sent.json is not None
        for problem in _of(sent.path, sent.json)
    ]


def _of(path: str, body: Any) -> Found:
    if CALLBACK.fullmatch(path):
        yield from _callback(body)
    elif COMMANDS.fullmatch(path):
        yield from _commands(body)
    elif THREADS.fullmatch(path):
        yield from _length("thread name", body.get("name"), 1, 100)
    elif MESSAGES.fullmatch(path):
        yield from message(body)


def _callback(body: Mapping[str, Any]) -> Found:
    data = body.get("data") or {}
    match body["type"]:
        case 4 | 7:
            yield from message(data)
        case 5:
            if data.get("flags", 0) & ~EPHEMERAL:
                yield "a deferral with other flags than for its visibility"
        case 6:
            if data:
                yield "an update deferred with data"
        case 8:
            yield from choices(data["choices"])
        case 9:
            yield from modal(data)
        case other:
            yield f"a callback of type {other}"


def message(body: Mapping[str, Any]) -> Found:
    """Give what is wrong with a message."""
    flags, content, components = body.get("flags") or 0, body.get("content"), body.get("components") or []
    if flags & ~TAKEN:
        yield f"flags {flags}"
    yield from _length("content", content or "", 0, 2_000)
    yield from _attachments(body)
    yield from _pings(body.get("allowed_mentions"))
    if flags & COMPONENTS_V2 or any(item["type"] != ROW for item in components):
        if content or body.get("embeds"):
            yield "content or embeds beside components of version 2"
        yield from _laid_out(components)
    elif len(components) > 5:
        yield f"{len(components)} rows"
    yield from _items(components, body)


def _laid_out(components: Sequence[Mapping[str, Any]]) -> Found:
    every = list(walk(components))
    if len(every) > 40:
        yield f"{len(every)} components"
    if sum(len(item["content"]) for item in every if item["type"] == TEXT) > 4_000:
        yield "more than 4,000 characters in all text displays"
    if foreign := {item["type"] for item in components} - AT_THE_TOP:
        yield f"components at the top of types {foreign}"


def _items(components: Sequence[Mapping[str, Any]], body: Mapping[str, Any]) -> Found:
    every = list(walk(components))
    ids = Counter(item["custom_id"] for item in every if "custom_id" in item)
    yield from (f"custom_id {custom_id!r} {n} times" for custom_id, n in ids.items() if n > 1)
    for item in every:
        yield from _item(item, body)


def _item(item: Mapping[str, Any], body: Mapping[str, Any]) -> Found:  # noqa: C901 - a case for each kind
    kind = item["type"]
    if kind in INTERACTIVE and not (kind == BUTTON and item.get("style") in (LINK, PREMIUM)):
        yield from _length("custom_id", item.get("custom_id"), 1, 100)
    match kind:
        case 1:
            yield from _row(item["components"])
        case 2:
            yield from _button(item)
        case 3:
            yield from _select(item)
        case 9:
            if not 1 <= len(item["components"]) <= 3 or item["accessory"]["type"] not in {BUTTON, THUMBNAIL}:
                yield "a section without its one to three texts and an accessory"
        case 10:
            yield from _length("text display", item["content"].strip(), 1, 4_000)
        case 12:
            yield from _gallery(item["items"], body)
        case 17:
            allowed = AT_THE_TOP - {CONTAINER}
            if not item["components"] or any(inner["type"] not in allowed for inner in item["components"]):
                yield "a container that is empty or holds what it may not"


def _row(items: Sequence[Mapping[str, Any]]) -> Found:
    kinds = [item["type"] for item in items]
    if not (kinds == [BUTTON] * len(kinds) and 1 <= len(kinds) <= 5) and not (len(kinds) == 1 and kinds[0] in SELECTS):
        yield f"a row of types {kinds}"


def _button(item: Mapping[str, Any]) -> Found:
    yield from _length("button label", item.get("label"), 1, 80)
    if item["style"] not in range(1, 7):
        yield f"button style {item['style']}"
    if (item["style"] == LINK) != ("url" in item) or (item["style"] == LINK and "custom_id" in item):
        yield "a button that is half a link"
    if "url" in item:
        yield from _length("button url", item["url"], 1, 512)
        if not item["url"].startswith(("https://", "http://", "discord://")):
            yield f"button url {item['url']}"


def _select(item: Mapping[str, Any]) -> Found:
    options = item["options"]
    yield from _length("placeholder", item.get("placeholder") or "", 0, 150)
    if not 1 <= len(options) <= 25:
        yield f"{len(options)} options"
    if not 0 <= item.get("min_values", 1) <= item.get("max_values", 1) <= len(options):
        yield "min_values and max_values"
    if len({option["value"] for option in options}) != len(options):
        yield "a value twice"
    for option in options:
        yield from _length("option label", option["label"].strip(), 1, 100)
        yield from _length("option label", option["label"], 1, 100)
        yield from _length("option value", option["value"], 1, 100)
        yield from _length("option description", option.get("description") or "", 0, 100)


def _gallery(items: Sequence[Mapping[str, Any]], body: Mapping[str, Any]) -> Found:
    if not 1 <= len(items) <= 10:
        yield f"{len(items)} pictures in a gallery"
    carried = {f"attachment://{one.get('filename')}" for one in body.get("attachments") or ()}
    for item in items:
        yield from _length("picture description", item.get("description") or "", 0, 1_024)
        url = item["media"]["url"]
        if not url.startswith("https://") and url not in carried:
            yield f"picture {url} that the message does not carry"


def _attachments(body: Mapping[str, Any]) -> Found:
    attachments = body.get("attachments") or []
    if len(attachments) > 10:
        yield f"{len(attachments)} attachments"
    for one in attachments:
        yield from _length("attachment description", one.get("description") or "", 0, 1_024)


def _pings(allowed: Mapping[str, Any] | None) -> Found:
    """Nothing of this bot's ever pings, whatever stands in it."""
    if allowed is not None and (any(allowed.get(kind) for kind in ("parse", "users", "roles", "replied_user"))):
        yield f"allowed_mentions {allowed}"


def choices(offered: Sequence[Mapping[str, Any]]) -> Found:
    """Give what is wrong with what an option offers."""
    if len(offered) > 25:
        yield f"{len(offered)} choices"
    for choice in offered:
        yield from _length("choice name", choice["name"], 1, 100)
        yield from (_length("choice value", choice["value"], 1, 100) if isinstance(choice["value"], str) else ())


def modal(data: Mapping[str, Any]) -> Found:
    """Give what is wrong with a modal."""
    yield from _length("modal title", data["title"], 1, 45)
    yield from _length("modal custom_id", data["custom_id"], 1, 100)
    if not 1 <= len(data["components"]) <= 5:
        yield f"{len(data['components'])} fields in a modal"
    for item in walk(data["components"]):
        if item["type"] == LABEL:
            yield from _length("field label", item["label"], 1, 45)
            yield from _length("field description", item.get("description") or "", 0, 100)
        if item["type"] == TEXT_INPUT:
            yield from _length("field custom_id", item["custom_id"], 1, 100)
            yield from _length("field placeholder", item.get("placeholder") or "", 0, 100)
            yield from _length("field value", item.get("value") or "", 0, 4_000)
            if not 0 <= (item.get("min_length") or 0) <= (item.get("max_length") or 4_000) <= 4_000:
                yield "field lengths"
        if item["type"] == STRING_SELECT:
            yield from _select(item)


def _commands(body: Any) -> Found:
    commands: list[Mapping[str, Any]] = body if isinstance(body, list) else [body]
    kinds = Counter(command.get("type") or CHAT_INPUT for command in commands)
    if kinds[CHAT_INPUT] > 100 or kinds[MESSAGE_MENU] > 15:
        yield f"{kinds} commands"
    for command in commands:
        yield from command_problems(command)


def command_problems(command: Mapping[str, Any]) -> Found:
    """Give what is wrong with a command: its names and texts in every language, and how much of them there is."""
    kind = command.get("type") or CHAT_INPUT
    for name in (command["name"], *(command.get("name_localizations") or {}).values()):
        yield from _name(name, kind)
    if kind == CHAT_INPUT:
        yield from _described(command)
        yield from _options(command.get("options") or [], 1)
    elif command.get("description"):
        yield "a menu with a description"
    if (size := _size(command)) > 8_000:
        yield f"command {command['name']} of {size} characters"


def _options(options: Sequence[Mapping[str, Any]], depth: int) -> Found:
    if len(options) > 25 or (options and depth > 3):
        yield f"{len(options)} options at depth {depth}"
    if [option.get("required", False) for option in options] != sorted(
        (option.get("required", False) for option in options), reverse=True
    ):
        yield "a required option after one that is not"
    for option in options:
        for name in (option["name"], *(option.get("name_localizations") or {}).values()):
            yield from _name(name, CHAT_INPUT)
        yield from _described(option)
        yield from choices(option.get("choices") or [])
        for choice in option.get("choices") or []:
            for name in (choice.get("name_localizations") or {}).values():
                yield from _length("choice name", name, 1, 100)
        yield from _options(option.get("options") or [], depth + 1)


def _described(thing: Mapping[str, Any]) -> Found:
    for text in (thing["description"], *(thing.get("description_localizations") or {}).values()):
        yield from _length("description", text, 1, 100)


def _name(name: str, kind: int) -> Found:
    yield from _length("name", name, 1, 32)
    if kind == CHAT_INPUT and not (NAME.fullmatch(name) and name == name.lower()):
        yield f"name {name!r}"


def _size(thing: Mapping[str, Any]) -> int:
    """Count as Discord does: names, descriptions and values, of each text the longest language."""
    longest = sum(
        max(len(text) for text in (str(thing.get(key) or ""), *(thing.get(f"{key}_localizations") or {}).values()))
        for key in ("name", "description")
    )
    values = len(str(thing.get("value") or ""))
    return longest + values + sum(_size(inner) for key in ("options", "choices") for inner in thing.get(key) or ())


def walk(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Give every component, nested ones too."""
    for item in components:
        yield item
        yield from walk(item.get("components") or ())
        yield from walk([item[key] for key in ("accessory", "component") if item.get(key)])


def _length(what: str, text: str | None, least: int, most: int) -> Found:
    if not isinstance(text, str) or not least <= len(text) <= most:
        yield f"{what} of {'nothing' if text is None else len(text)} characters: {str(text)[:60]!r}"
