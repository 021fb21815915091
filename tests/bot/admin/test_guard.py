"""Nobody but a moderator does anything with what is under `/admin`: not by commands, nor by what they offer or show.

What Discord would hide is forged: the interaction is a moderator's, and on its way becomes somebody else's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from discord import app_commands
from simcord.components import walk_components
from simcord.enums import ComponentType

from bot.commands.admin import ITEMS, admin
from bot.guarded import GuardedItem
from bot.moderation import NotModeratorError
from store.manuscripts.manuscript import Manuscript
from store.server.own import Proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import simcord

    from tests.bot.conftest import Server, Stage

# What each command is walked with: options that do something when a moderator gives them.
SAMPLES: dict[str, Callable[[Stage], dict[str, Any]]] = {
    "admin episode add": lambda _: {"file": ("soup.txt", b"Ann: We talk about soup.")},
    "admin episode list": lambda _: {},
    "admin episode use": lambda stage: {"episode": stage.episode.id},
    "admin episode remove": lambda _: {"episode": "own/talk"},
    "admin names add": lambda _: {"heard": "talk", "meant": "speak", "episode": "own/talk"},
    "admin names list": lambda _: {},
    "admin names remove": lambda _: {"heard": "Ann"},
    "admin names proposals": lambda _: {},
    "admin setup": lambda _: {},
    "admin log audit": lambda _: {},
    "admin settings show": lambda _: {},
    "admin settings visibility": lambda _: {"answers": "public"},
    "admin settings retention": lambda _: {"days": 30},
    "admin settings daily": lambda stage: {"channel": stage.here.channel, "hour": 8, "zone": "Europe/Berlin"},
    "admin settings cooldown": lambda _: {"whose": "member", "questions": 5},
    "admin settings roles": lambda _: {},
    "admin settings moderators": lambda _: {},
    "admin channels allow": lambda stage: {"channel": stage.here.channel},
    "admin channels deny": lambda _: {},
    "admin channels show": lambda _: {},
    "admin member block": lambda stage: {"member": stage.here.member, "reason": "noise", "until": "2d"},
    "admin member show": lambda stage: {"member": stage.here.member},
    "admin member forget": lambda stage: {"member": stage.here.member},
    "admin log recent": lambda stage: {"member": stage.here.member, "days": 7},
    "admin log unanswered": lambda _: {},
    "admin log export": lambda _: {"format": "jsonl"},
    "admin stats": lambda _: {"days": 7},
    "admin member unblock": lambda stage: {"member": stage.here.member},
}
PERSONAS = ["member", "moderator of another server", "direct message", "blocked member"]
REFUSAL = "for moderators of this server"
SELECTS = (3, 5, 6, 7, 8)
TEXT_INPUT = 4
# https://docs.discord.com/developers/interactions/application-commands
MAX_CHARACTERS = 8_000


def commands(group: app_commands.Group) -> Iterator[app_commands.Command[Any, ..., Any]]:
    for command in group.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command


COMMANDS = {command.qualified_name: command for command in commands(admin())}
OFFERING = [
    (name, parameter.name) for name, command in COMMANDS.items() for parameter in command.parameters
    if parameter.autocomplete
]  # fmt: skip


class Forger:
    """Turns each interaction into one of somebody else's, on its way to the bot."""

    def __init__(self, stage: Stage) -> None:
        self._backend, self._emit = stage.env.backend, stage.env.backend.emit
        self._stage = stage
        self.persona: str | None = None

    def emit(self, event: str, payload: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if event == "INTERACTION_CREATE" and self.persona is not None:
            self._forge(payload)
        return self._emit(event, payload, *args, **kwargs)

    def _forge(self, payload: dict[str, Any]) -> None:
        if self.persona == "direct message":
            # A moderator's account, and no server behind it.
            payload["user"] = payload.pop("member")["user"]
            del payload["guild_id"]
            payload["context"] = 1
            return
        user = self._backend.get_user(self._impostor.id)
        payload["member"]["user"] = {"id": str(user.id), "username": user.name, "discriminator": "0", "avatar": None}
        payload["member"]["permissions"] = "0"
        named = self._stage.bot.servers.known(self._stage.here.guild.id).settings.moderator_roles
        payload["member"]["roles"] = [str(role) for role in named] if self.persona == "blocked member" else []

    @property
    def _impostor(self) -> simcord.UserHandle:
        return (self._stage.there if self.persona == "moderator of another server" else self._stage.here).member.user


@pytest.fixture
async def moderator(stage: Stage) -> Server:
    moderator, here = stage.moderate(), stage.here.guild.id
    uploads = stage.bot.uploads
    found = await uploads.read(here, Manuscript(Path("talk.txt"), b"Ann: We talk about saffron."), nothing)
    await uploads.keep(here, uploads.hold(here, found), by=moderator.member.id)
    names = stage.bot.names
    await names.add(here, Proposal("own/talk", "Ann", "Anne"), by=moderator.member.id)
    await names.propose(here, Proposal("own/talk", "saffron", "Saffron"), by=stage.there.member.id)
    return moderator


@pytest.fixture
async def forger(stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch) -> Forger:
    """Make ready: the impostor from elsewhere moderates there, and the blocked member has a moderators' role."""
    here, there, by = stage.here.guild.id, stage.there, moderator.member.id
    role = stage.here.guild.create_role("named")
    await stage.bot.servers.set(here, "moderator_roles", (role.id,), by=by, action="settings moderators")
    elsewhere = there.guild.create_role("mods there")
    await stage.bot.servers.set(there.guild.id, "moderator_roles", (elsewhere.id,), by=by, action="settings moderators")
    forger = Forger(stage)
    monkeypatch.setattr(stage.env.backend, "emit", forger.emit)
    return forger


async def nothing(step: str) -> None:
    """Be told how far it is."""


async def become(persona: str, stage: Stage, forger: Forger) -> None:
    if persona == "blocked member":
        here = stage.here
        await stage.bot.servers.block(here.guild.id, here.member.id, by=1, action="member block")
    forger.persona = persona


def test_every_command_is_walked() -> None:
    assert set(SAMPLES) == set(COMMANDS), "add the options that your command is walked with"


@pytest.mark.parametrize("name", COMMANDS)
async def test_moderator_may(stage: Stage, moderator: Server, name: str) -> None:
    result = await moderator.slash(name, **SAMPLES[name](stage))
    if result.modal is None:
        assert result.ephemeral
        assert result.response is not None
        assert REFUSAL not in stage.text(result.response)
    assert stage.take_errors() == []
    assert stage.rows() == []


@pytest.mark.parametrize("persona", PERSONAS)
async def test_command_does_nothing_for_others(stage: Stage, moderator: Server, forger: Forger, persona: str) -> None:
    await become(persona, stage, forger)
    before = stage.kept()
    for name, sample in SAMPLES.items():
        assert_refused(stage, await moderator.slash(name, **sample(stage)))
        assert stage.kept() == before, name


@pytest.mark.parametrize("persona", PERSONAS)
async def test_nothing_is_offered_to_others(stage: Stage, moderator: Server, forger: Forger, persona: str) -> None:
    await become(persona, stage, forger)
    before = stage.kept()
    for name, option in OFFERING:
        for typed in ("", "a", "0"):
            assert await moderator.autocomplete(name, option, typed) == [], (name, option)
    assert stage.kept() == before


@pytest.mark.parametrize("persona", PERSONAS)
async def test_nothing_that_a_command_shows_does_anything_for_others(
    stage: Stage, moderator: Server, forger: Forger, persona: str
) -> None:
    shown = {name: await moderator.slash(name, **sample(stage)) for name, sample in SAMPLES.items()}
    await become(persona, stage, forger)
    before = stage.kept()
    for name, result in shown.items():
        for pressed in await press_all(stage, moderator, result):
            assert_refused(stage, pressed)
            assert stage.kept() == before, name


async def press_all(
    stage: Stage, moderator: Server, shown: simcord.InteractionResult
) -> list[simcord.InteractionResult]:
    """Press all that a command has shown, and fill in its modal."""
    if shown.modal is not None:
        fields = [one for one in walk_components(shown.modal["components"]) if one["type"] == TEXT_INPUT]
        # What has to be typed to confirm stands in the empty field.
        typed = {one["custom_id"]: one.get("placeholder") or "talk" for one in fields}
        return [await moderator.member.submit_modal(shown, typed)]
    card = shown.response
    return [await press(stage, moderator, card, one) for one in pressable(stage, card)] if card else []


def test_all_that_lasts_is_guarded() -> None:
    assert all(issubclass(item, GuardedItem) for item in ITEMS)


def pressable(stage: Stage, card: simcord.ResponseMessage | None) -> list[dict[str, Any]]:
    return [item for item in stage.components(card) if "custom_id" in item and not item.get("disabled")]


async def press(
    stage: Stage, moderator: Server, card: simcord.ResponseMessage, component: dict[str, Any]
) -> simcord.InteractionResult:
    """Press a button, or choose from a select what is there to be chosen."""
    custom_id = component["custom_id"]
    if component["type"] not in SELECTS:
        return await moderator.member.click(card, custom_id=custom_id)
    choices: dict[int, list[Any]] = {
        ComponentType.STRING_SELECT: [option["value"] for option in component.get("options", [])],
        ComponentType.USER_SELECT: [stage.here.member],
        ComponentType.ROLE_SELECT: [stage.here.guild.default_role],
        ComponentType.MENTIONABLE_SELECT: [stage.here.member],
        ComponentType.CHANNEL_SELECT: [stage.here.channel],
    }
    chosen = choices[component["type"]][: max(1, component.get("min_values", 1))]
    return await moderator.member.select(card, chosen, custom_id=custom_id)


def assert_refused(stage: Stage, result: simcord.InteractionResult) -> None:
    assert result.ephemeral
    assert result.modal is None
    assert REFUSAL in stage.text(result.response)
    assert all(isinstance(error, NotModeratorError) for error in stage.take_errors())


async def test_admin_is_hidden_from_members_and_within_discords_limit(stage: Stage, moderator: Server) -> None:
    assert not any(name.startswith("admin ") for name in stage.here.member.available_commands(stage.here.channel))
    assert any(name.startswith("admin ") for name in moderator.member.available_commands(stage.here.channel))
    assert stage.bot.tree.translator is not None
    (command,) = [command for command in stage.bot.tree.get_commands() if command.name == "admin"]
    payload = await command.get_translated_payload(stage.bot.tree, stage.bot.tree.translator)
    assert characters(payload) <= MAX_CHARACTERS


def characters(option: dict[str, Any]) -> int:
    """Count what Discord counts: names, descriptions and values, of each the longest of its translations."""
    own = sum(max(map(len, (option.get(key, ""), *translated(option, key)))) for key in ("name", "description"))
    value = len(str(option.get("value", "")))
    return own + value + sum(characters(inner) for inner in (*option.get("options", ()), *option.get("choices", ())))


def translated(option: dict[str, Any], key: str) -> list[str]:
    return list((option.get(f"{key}_localizations") or {}).values())


async def test_who_has_manage_server_may_not_where_only_a_user_brought_the_bot(
    stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the bot is no member of the server: whatever is set of it is none of this bot's business."""
    emit = stage.env.backend.emit

    def brought(event: str, payload: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if event == "INTERACTION_CREATE":
            payload["authorizing_integration_owners"] = {"1": payload["member"]["user"]["id"]}
        return emit(event, payload, *args, **kwargs)

    monkeypatch.setattr(stage.env.backend, "emit", brought)
    before = stage.kept()
    for name, sample in SAMPLES.items():
        assert_refused(stage, await moderator.slash(name, **sample(stage)))
    assert stage.kept() == before
