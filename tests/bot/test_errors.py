"""Every door is tried by a fault put behind it; and every failure that is foreseen says its own words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands

from bot.buttons import ShareButton
from bot.explain import explain
from bot.ui import LayoutView, Modal
from bot.words import Words
from store import errors as store

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

SECRET = "a detail that is nobody's business"
STARTUP = (
    store.TranscriptError,
    store.NotesError,
    store.EpisodeClashError,
    store.LibraryEmptyError,
    store.DatabaseError,
)


class FaultError(Exception):
    pass


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    """Break what every question and every button needs."""

    def break_down(*_: Any, **__: Any) -> None:
        raise FaultError(SECRET)

    for needed in ("episode", "by_key", "seen"):
        monkeypatch.setattr(stage.bot.desk.shelves, needed, break_down)


class Doors:
    """A view with two buttons: one that fails, and one that opens a modal that fails."""

    @staticmethod
    def view() -> LayoutView:
        async def fail(_: discord.Interaction[Any]) -> None:
            raise FaultError(SECRET)

        class Failing(Modal, title="A modal"):
            name: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Name")

            async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
                await fail(interaction)

        async def open_modal(interaction: discord.Interaction[Any]) -> None:
            await interaction.response.send_modal(Failing())

        view = LayoutView()
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        for label, callback in (("fail", fail), ("modal", open_modal)):
            button: discord.ui.Button[Any] = discord.ui.Button(label=label)
            button.callback = callback  # type: ignore[assignment, method-assign]
            row.add_item(button)
        return view.add_item(row)


@pytest.mark.usefixtures("fault")
async def test_command_door(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    result = await stage.here.slash("books", public=True)
    assert_told_privately(stage, result, caplog)
    assert [row["outcome"] for row in stage.rows()] == ["failed"]


async def test_button_door(stage: Stage, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> None:
    card = (await stage.here.slash("quote", about="coup")).response
    assert card is not None
    request.getfixturevalue("fault")
    for label in ("More context", "Share"):
        caplog.clear()
        assert_told_privately(stage, await stage.here.member.click(card, label=label), caplog)


async def test_button_check_door(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def allows(*_: Any) -> bool:
        raise FaultError(SECRET)

    monkeypatch.setattr(ShareButton, "allows", allows)
    card = (await stage.here.slash("books")).response
    assert card is not None
    assert_told_privately(stage, await stage.here.member.click(card, label="Share"), caplog)


async def test_button_id_door(stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def read(*_: Any) -> None:
        raise FaultError(SECRET)

    monkeypatch.setattr(ShareButton, "read", read)
    card = (await stage.here.slash("books")).response
    assert card is not None
    assert_told_privately(stage, await stage.here.member.click(card, label="Share"), caplog)


@pytest.mark.parametrize("carried", ["share:x", "share:q:k:zz", "share:s:key:x:whole", "context:b:key", "open:x"])
async def test_id_that_cannot_be_read_is_said_to_be_old(stage: Stage, carried: str) -> None:
    view = discord.ui.LayoutView()
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    row.add_item(discord.ui.Button(label="old", custom_id=f"1:{carried}"))
    channel = stage.bot.get_channel(stage.here.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send(view=view.add_item(row))

    result = await stage.here.member.click(message, label="old")

    assert result.ephemeral
    assert "another version" in stage.text(result.response)


async def test_view_and_modal_doors(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    channel = stage.bot.get_channel(stage.here.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send(view=Doors.view())

    pressed = await stage.here.member.click(message, label="fail")
    assert_told_privately(stage, pressed, caplog)
    caplog.clear()
    shown = await stage.here.member.click(message, label="modal")
    submitted = await stage.here.member.submit_modal(shown, {modal_field(shown): "x"})
    assert_told_privately(stage, submitted, caplog)


@pytest.mark.usefixtures("fault")
async def test_event_door(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await stage.user.send_dm("coup")

    text = stage.text(stage.user.dm_channel.last_message)
    assert_reference(text, caplog)
    assert [row["outcome"] for row in stage.rows()] == ["failed"]
    assert [type(error) for error in stage.take_errors()] == [FaultError]


@pytest.mark.usefixtures("fault")
async def test_autocomplete_door(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    assert await stage.here.autocomplete("quote", "episode", "") == []
    assert await stage.here.autocomplete("quote", "speaker", "") == []
    assert await stage.here.autocomplete("summary", "of", "") == []
    assert caplog.text.count("Traceback") == 3
    assert caplog.text.count("fault ") == 3
    assert stage.rows() == []


@pytest.mark.parametrize(
    "error",
    [
        store.EpisodeUnknownError("@everyone", ["a"]),
        store.EpisodeUnknownError("a", [f"episode_{number}" for number in range(500)]),
        store.EpisodeGoneError("0" * 8),
        store.EpisodeUnclearError(["one", "another"]),
        store.QuestionGoneError(),
        store.SpeakerUnknownError("x" * 6000, ["Ann *A*", "Bo"]),
        store.SpeakerUnknownError("x", []),
        store.ChapterUnknownError("7", 3),
        store.ChapterUnknownError("7", 0),
        store.QuestionBlankError(),
        store.QuestionTooLongError(6000, 500),
        store.ChannelClosedError(()),
        store.ChannelClosedError(range(10**18, 10**18 + 500)),
        store.MemberBlockedError(None),
        store.CooldownError(datetime.now(UTC), everybody=True),
        app_commands.CommandOnCooldown(app_commands.Cooldown(1, 9), 8.2),
        app_commands.NoPrivateMessage(),
        app_commands.MissingPermissions(["manage_guild"]),
        app_commands.BotMissingPermissions(["send_messages", "embed_links"]),
        app_commands.CheckFailure(),
        app_commands.CommandNotFound("x", []),
    ],
    ids=lambda error: type(error).__name__,
)
def test_known_failure_says_what_to_do_in_one_message(error: Exception) -> None:
    said = explain(error, Words())
    assert said is not None
    assert len(said) <= 2000
    assert not re.search(r"(?<!\\)[@*_]", said)


def test_unknown_failure_says_nothing_of_itself() -> None:
    assert explain(FaultError(SECRET), Words()) is None


def test_every_failure_of_a_question_has_words_of_its_own() -> None:
    kinds = {
        kind
        for kind in vars(store).values()
        if isinstance(kind, type)
        and issubclass(kind, store.StoreError)
        and kind not in (store.StoreError, store.RuleError, *STARTUP)
    }
    made = {kind: kind.__new__(kind) for kind in kinds}
    for kind, error in made.items():
        vars(error).update(given="x", known=("y",), last=3, length=1, limit=1, key="k", most=1, of="day", waiting=1)
        vars(error).update(seconds=2, ends_at=1)
        vars(error).update(heard="x", meant="y", near=None, accepted=None, what="same", episode_id="a", same_text=True)
        vars(error).update(file="x", cure="y", among=("y",))
        vars(error).update(until=datetime.now(UTC), end=datetime.now(UTC), everybody=False, open_channels=(1,))
        assert explain(error, Words()), kind


def assert_told_privately(stage: Stage, result: simcord.InteractionResult, caplog: pytest.LogCaptureFixture) -> None:
    (said,) = [message for message in (result.response, *result.followups) if message is not None and message.ephemeral]
    assert_reference(stage.text(said), caplog)
    assert all(isinstance(error.__cause__ or error, FaultError) for error in stage.take_errors())


def assert_reference(said: str, caplog: pytest.LogCaptureFixture) -> None:
    assert SECRET not in said
    found = re.search(r"`([0-9a-f]{8})`", said)
    assert found is not None
    assert f"fault {found[1]}" in caplog.text
    assert caplog.text.count("Traceback") == 1


def modal_field(shown: simcord.InteractionResult) -> str:
    assert shown.modal is not None
    row = shown.modal["components"][0]
    field = row.get("component") or row["components"][0]
    return str(field["custom_id"])
