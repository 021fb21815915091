"""Two servers with episodes of their own: nothing of one is seen in the other, nor in a direct message.

Whatever the bot sends to Discord from the second server is held against every telling word of the first.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
import pytest

from store.manuscripts.manuscript import Manuscript
from store.moderation import rules
from store.server.own import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bot.conftest import Stage

TALK = """Philippa Quellmalz: Our quixotrap is the zwillingsbrunnen, and nobody drinks from the zwillingsbrunnen twice.
Ottokar Unverzagt: I drank from the zwillingsbrunnen, and I read Brunnenkunde by Wendelin Hasenclever about it.
Philippa Quellmalz: I recommend Brunnenkunde by Wendelin Hasenclever to whoever wants to know the quixotrap.
Ottokar Unverzagt: The quixotrap is older than the mill, and the mill is older than anybody remembers.
"""
NOTES = """[facts]
title = "Geheimrat im Garten"
show = "Plauderbude"
url = "https://example.invalid/plauderbude"
[[topics]]
heading = "Wasserspeier"
also = ["gargouille"]
lines = [[1, 2]]
[[prompts]]
text = "Who would drink from it, Hasenclever aside?"
lines = [1, 2]
"""
# What the first server has, and what nobody in the second can have typed.
SECRETS = (
    *("quixotrap", "zwillingsbrunnen", "quellmalz", "unverzagt", "hasenclever", "brunnenkunde", "geheimrat"),
    *("plauderbude", "wasserspeier", "gargouille", "kwikswotrap", "example.invalid"),
)
# Near to what the first server has: whoever corrects these knows of it.
PROBES = ("quixotrep zwillingsbrunen", "Quellmaltz", "the garten", "the mill is older", "wasserspeer")
ID = "own/secret"
TEXTS = {"about", "text", "question", "of", "prompt"}


class Wire:
    """All that the bot sends to Discord, from a moment on."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from = len(stage.env.http_requests)

    def leaks(self) -> list[str]:
        sent = "\n".join(str(entry.json) for entry in self._stage.env.http_requests[self._from :]).casefold()
        return [secret for secret in SECRETS if secret in sent]

    def __len__(self) -> int:
        return len(self._stage.env.http_requests) - self._from


@pytest.fixture(autouse=True)
def _no_cooldown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everybody ask as much as they like: what is refused shows nothing."""
    monkeypatch.setattr(rules, "_cooldowns", lambda *_: [])


@pytest.fixture
async def secret(stage: Stage) -> str:
    """Give the first server an episode and names of its own; return the episode's key."""
    here, by, client = stage.here.guild.id, stage.here.member.id, stage.bot
    found = await client.uploads.read(here, Manuscript(Path("secret.txt"), TALK.encode(), NOTES.encode()), nothing)
    await client.uploads.keep(here, client.uploads.hold(here, found), by=by)
    await client.names.add(here, Proposal(ID, "quixotrap", "Kwikswotrap"), by=by)
    await client.names.add(here, Proposal(stage.episode.id, "Lukashenko", "Kwikswotrap"), by=by)
    await client.names.propose(here, Proposal(ID, "mill", "Gargouille"), by=by)
    client.servers.forget(here)
    assert found.facts is not None
    return found.facts.key


@pytest.mark.usefixtures("secret")
async def test_the_probes_would_find_it_where_it_belongs(stage: Stage) -> None:
    wire = Wire(stage)
    for name, options in questions(stage, ID):
        await stage.here.slash(name, **options)
    assert set(SECRETS) - set(wire.leaks()) <= {"gargouille"}, "the test is as good as its words"
    stage.take_errors()


@pytest.mark.parametrize("episode", [None, ID, "secret", "all", "{key}", "Geheimrat im Garten"])
async def test_no_command_tells_of_another_servers_episode(stage: Stage, secret: str, episode: str | None) -> None:
    typed = episode.format(key=secret) if episode else None
    wire = Wire(stage)
    for name, options in questions(stage, typed):
        await stage.there.slash(name, **options)
        if name != "discuss":
            await stage.user.slash(name, **options)
    stage.take_errors()
    assert len(wire) > 10
    assert set(wire.leaks()) <= {"geheimrat"} if episode == "Geheimrat im Garten" else not wire.leaks()


@pytest.mark.usefixtures("secret")
async def test_autocompletion_offers_nothing_of_another_servers(stage: Stage) -> None:
    moderator = stage.moderate(stage.there)
    for command, option in offering(stage):
        for episode in (None, ID, "secret", "all"):
            filled = {"episode": episode} if episode and takes_episode(stage, command) and option != "episode" else {}
            for typed in ("", "q", "zw", "Geh", "Kwik"):
                offered = await moderator.autocomplete(command, option, typed, **filled)
                shown = json.dumps([choice for choice in offered if typed.strip() not in choice["value"]]).casefold()
                assert not [word for word in SECRETS if word in shown], (command, option, typed, offered)
                assert ID not in shown


async def test_no_button_that_was_copied_or_forged_opens_it(stage: Stage, secret: str) -> None:
    ids: dict[str, list[str]] = {}
    for name, options in questions(stage, ID):
        shown = (await stage.here.slash(name, **options)).response
        for component in stage.components(shown):
            if "custom_id" in component:
                ids[component["custom_id"]] = [option["value"] for option in component.get("options", ())]
    listed = await stage.moderate().slash("admin names proposals")
    ids |= {custom_id: [] for custom_id in stage.ids(listed.response)}
    ids |= {custom_id.replace(secret, stage.episode.key): values for custom_id, values in ids.items()}
    assert len(ids) > 15
    moderator = stage.moderate(stage.there)
    wire = Wire(stage)
    before = stage.kept()
    for custom_id, values in ids.items():
        message = await forged(stage, custom_id, values)
        # What was posted here bears the words of the first server in its ids: that is the forger's doing.
        mine = Wire(stage)
        for who in (stage.there.member, moderator.member):
            if values:
                for value in values:
                    await who.select(message, [value], custom_id=custom_id)
            else:
                await who.click(message, custom_id=custom_id)
        assert not [leak for leak in mine.leaks() if leak not in custom_id.casefold()], custom_id
    stage.take_errors()
    assert len(wire)
    same = ("guild_episodes", "names", "guild_settings", "channels")
    assert {table: before[table] for table in same} == {table: stage.kept()[table] for table in same}


@pytest.mark.usefixtures("secret")
async def test_messages_find_nothing_of_it(stage: Stage) -> None:
    wire = Wire(stage)
    for probe in PROBES:
        await stage.there.member.send(stage.there.channel, f"<@{stage.bot.user.id}> {probe}")  # type: ignore[union-attr]
        await stage.user.send_dm(probe)
    assert len(wire) >= len(PROBES)
    assert not wire.leaks()


@pytest.mark.usefixtures("secret")
async def test_moderators_of_another_server_see_and_change_nothing_of_it(stage: Stage) -> None:
    there, before = stage.moderate(stage.there), stage.kept()
    wire = Wire(stage)
    for name, options in (
        ("admin episode list", {}),
        ("admin episode use", {"episode": ID}),
        ("admin episode use", {"episode": "secret"}),
        ("admin episode remove", {"episode": ID}),
        ("admin names list", {}),
        ("admin names list", {"episode": ID}),
        ("admin names add", {"heard": "mill", "meant": "Mill", "episode": ID}),
        ("admin names remove", {"heard": "1"}),
        ("admin names remove", {"heard": "quixotrep"}),
        ("admin names proposals", {}),
        ("admin settings show", {}),
    ):
        await there.slash(name, **options)
    stage.take_errors()
    assert not wire.leaks()
    assert stage.kept() == before


@pytest.mark.usefixtures("secret")
async def test_same_file_in_both_servers_is_two_episodes(stage: Stage) -> None:
    there, client = stage.there.guild.id, stage.bot
    found = await client.uploads.read(there, Manuscript(Path("secret.txt"), TALK.encode()), nothing)
    await client.uploads.keep(there, client.uploads.hold(there, found), by=1)
    client.servers.forget(there)
    answered = await stage.there.slash("quote", about="quixotrap", episode="secret")
    said = stage.text(answered.response)
    assert "quixotrap" in said
    for word in ("Kwikswotrap", "Geheimrat", "Plauderbude"):
        assert word not in said
    own = await stage.here.slash("quote", about="quixotrap", episode="secret")
    assert "Kwikswotrap" in stage.text(own.response)


def questions(stage: Stage, episode: str | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every command that is a question, with all that may be typed for it."""
    for command in stage.bot.tree.get_commands(type=discord.AppCommandType.chat_input):
        if not isinstance(command, discord.app_commands.Command):
            continue
        names = {parameter.name for parameter in command.parameters}
        chosen = {"episode": episode} if episode and "episode" in names else {}
        text = sorted(names & TEXTS)
        for probe in PROBES if text else ("",):
            yield command.name, chosen | dict.fromkeys(text, probe)
        if "speaker" in names:
            yield command.name, chosen | dict.fromkeys(text, "the mill is older") | {"speaker": "Quellmaltz"}
        if "about" in names:
            yield command.name, chosen


def offering(stage: Stage) -> Iterator[tuple[str, str]]:
    for command in stage.bot.tree.walk_commands():
        if isinstance(command, discord.app_commands.Command):
            yield from (
                (command.qualified_name, parameter.name) for parameter in command.parameters if parameter.autocomplete
            )


def takes_episode(stage: Stage, name: str) -> bool:
    commands = (one for one in stage.bot.tree.walk_commands() if isinstance(one, discord.app_commands.Command))
    return any(one.get_parameter("episode") for one in commands if one.qualified_name == name)


async def forged(stage: Stage, custom_id: str, values: list[str]) -> discord.Message:
    """Post in the second server what has an id, and the values, of the first."""
    if not values:
        return await stage.forged(custom_id, stage.there)
    channel = stage.bot.get_channel(stage.there.channel.id)
    assert isinstance(channel, discord.TextChannel)
    options = [discord.SelectOption(label=f"choice {number}", value=value) for number, value in enumerate(values)]
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(discord.ui.Select(custom_id=custom_id, options=options))
    return await channel.send(view=discord.ui.LayoutView().add_item(row))


async def nothing(step: str) -> None:
    """Be told how far it is."""
