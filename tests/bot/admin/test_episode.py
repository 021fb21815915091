"""`/admin episode`: a file becomes an episode of this server alone, or it says why not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import pytest
from simcord.components import walk_components

from bot.config import Servers, Settings
from store.moderation import uploads
from store.question import Place

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Server, Stage

COOKING = b"""Ann: We are here to talk about bouillabaisse, the soup of Marseille, and about saffron.
Bob: Saffron is dear, but without saffron it is no bouillabaisse, as Monsieur Dupond always said.
Ann: Tell me how the fish goes in, Bob, and when.
Bob: The firm fish first, the tender ones last, ten minutes before it is served.
"""
NOTES = b"""[facts]
title = "The soup"
show = "Cooking"
published = 2024-05-01
"""
OWN = "own/cooking"
TEXT_INPUT = 4


@pytest.fixture
def moderator(stage: Stage) -> Server:
    return stage.moderate()


class TestSmall:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"servers": Servers(episodes=1, megabytes=0.001)})

    async def test_too_large_a_file_is_not_fetched(
        self, stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(discord.Attachment, "read", None)
        for options in ({"file": ("big.txt", b"x" * 1100)}, {"file": ("a.txt", b"x"), "notes": ("n", b"x" * 600_000)}):
            said = await told(stage, await moderator.slash("admin episode add", **options))
            assert "MB is the most here" in said

    async def test_full_shelf_takes_no_more_and_says_so_before_fetching(self, stage: Stage, moderator: Server) -> None:
        await keep(stage, moderator, "cooking.txt", COOKING)
        said = await told(stage, await moderator.slash("admin episode add", file=("two.txt", b"Two: Words.")))
        assert "can have 1 episode of its own" in said
        assert await ids(stage) == [OWN, stage.episode.id]


class TestNone:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"servers": Servers(episodes=0)})

    async def test_none_can_be_added_where_the_operator_allows_none(self, stage: Stage, moderator: Server) -> None:
        said = await told(stage, await moderator.slash("admin episode add", file=("two.txt", b"Two: Words.")))
        assert "has not allowed" in said


async def test_what_was_found_is_shown_before_anything_is_kept(stage: Stage, moderator: Server) -> None:
    before = stage.kept()
    shown = await moderator.slash("admin episode add", file=("cooking.txt", COOKING), notes=("x.toml", NOTES))
    said = stage.text(shown.response)
    assert shown.ephemeral
    for fact in (
        "The soup",
        "**Cooking** · May 1, 2024",
        "**Ann** and **Bob**",
        "4 lines",
        "Read as plain text",
        OWN,
        "this server alone",
    ):
        assert fact in said, fact
    assert "neither times nor a length" in said
    assert stage.kept() == before
    assert await ids(stage) == [stage.episode.id]


async def test_kept_episode_answers_here_and_nowhere_else(stage: Stage, moderator: Server) -> None:
    kept = await keep(stage, moderator, "cooking.txt", COOKING)
    assert f"Kept: {OWN}" in stage.text(kept.response).replace("`", "")
    answered = await stage.here.slash("quote", about="Monsieur Dupond", episode="cooking")
    assert "Monsieur Dupond" in stage.text(answered.response)
    assert stage.rows()[-1]["episode"] == OWN
    refused = await stage.there.slash("quote", about="Monsieur Dupond", episode="cooking")
    assert "No episode is called “cooking”" in await told(stage, refused)
    (row,) = stage.kept()["guild_episodes"]
    assert stage.here.guild.id in row
    assert moderator.member.id in row
    assert [row[4] for row in audit(stage)] == ["episode add"]


async def test_not_kept_leaves_nothing(stage: Stage, moderator: Server) -> None:
    before = stage.kept()
    shown = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    token = token_of(stage, shown)
    dropped = await press(moderator, shown, "Don’t keep it")
    assert "Nothing was kept" in stage.text(dropped.response)
    again = await moderator.member.click(await stage.forged(f"1:upload:keep:{token}"), label="press")
    assert "no longer in my memory" in stage.text(again.response)
    assert stage.kept() == before


async def test_adding_can_be_undone(stage: Stage, moderator: Server) -> None:
    kept = await keep(stage, moderator, "cooking.txt", COOKING)
    undone = await press(moderator, kept, "Undo")
    assert "Erased" in stage.text(undone.response)
    assert await ids(stage) == [stage.episode.id]
    assert stage.kept()["guild_episodes"] == []
    assert "Undo" not in str(stage.components(undone.response))


async def test_button_after_a_restart_says_that_nothing_was_kept(stage: Stage, moderator: Server) -> None:
    shown = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    await stage.restart()
    pressed = await press(moderator, shown, "Keep it")
    assert "I was restarted" in stage.text(pressed.response)
    assert stage.kept()["guild_episodes"] == []


async def test_button_of_another_server_keeps_nothing(stage: Stage, moderator: Server) -> None:
    shown = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    there = stage.moderate(stage.there)
    message = await stage.forged(f"1:upload:keep:{token_of(stage, shown)}", stage.there)
    pressed = await there.member.click(message, label="press")
    assert "no longer in my memory" in stage.text(pressed.response)
    assert stage.kept()["guild_episodes"] == []
    assert (await press(moderator, shown, "Keep it")).response is not None
    assert await ids(stage) == [OWN, stage.episode.id]


async def test_pressing_twice_keeps_once(stage: Stage, moderator: Server) -> None:
    shown = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    token = token_of(stage, shown)
    await press(moderator, shown, "Keep it")
    again = await moderator.member.click(await stage.forged(f"1:upload:keep:{token}"), label="press")
    assert "no longer in my memory" in stage.text(again.response)
    assert len(stage.kept()["guild_episodes"]) == 1


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("x.txt", b"", "the file is empty"),
        ("x.pdf", b"%PDF-1.7 \0\0", "this is a PDF"),
        ("x.zip", b"PK\x03\x04\x14", "ZIP archive"),
        ("x.html", b"<!doctype html><html><body>Hi</body></html>", "this is HTML"),
        ("x.json", b'{"a": [1, 2', "JSON"),
        ("x.json", b'{"a": [1, 2]}', "JSON"),
        ("x.json", b"[" * 200_000, "JSON"),
        ("x.bin", bytes(range(256)) * 20, "binary"),
        ("x.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n", "nothing is spoken"),
        ("@everyone **x**.txt", b"\0\0\0", "@everyone **x**.txt"),
    ],
)
async def test_file_that_is_no_transcript_says_what_and_what_to_do(
    stage: Stage, moderator: Server, file: str, content: bytes, said: str
) -> None:
    before = stage.kept()
    result = await moderator.slash("admin episode add", file=(file, content))
    text = await told(stage, result)
    assert said.lower() in text.lower()
    assert "To do:" in text
    assert stage.kept() == before


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (b"titel = 1\n", "there is no such key"),
        (b"\xff\xfe\0", "not UTF-8"),
        (b"[facts\n", "not TOML"),
        (b'[[names]]\nmeant = "x"\nheard = ["nowhere"]\n', "nowhere in the transcript"),
        (b"a" * 300_000 + b" = [", "not TOML"),
    ],
)
async def test_show_notes_that_do_not_fit_are_told_and_cannot_be_kept(
    stage: Stage, moderator: Server, notes: bytes, said: str
) -> None:
    result = await moderator.slash("admin episode add", file=("cooking.txt", COOKING), notes=("n.toml", notes))
    text = stage.text(result.response)
    assert "These show notes don’t fit" in text
    assert said in text
    assert not stage.ids(result.response)


async def test_many_problems_are_counted_and_fit_the_card(stage: Stage, moderator: Server) -> None:
    notes = "".join(f'[[names]]\nmeant = "x"\nheard = ["{"no" * 99}{number}"]\n' for number in range(500)).encode()
    result = await moderator.slash("admin episode add", file=("cooking.txt", COOKING), notes=("n.toml", notes))
    assert "489 more" in stage.text(result.response)


async def test_hostile_notes_are_refused_before_they_keep_anybody_busy(
    stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MAX_LOOKING", 100)
    monkeypatch.setattr(uploads, "MAX_ENTRIES", 2)
    monkeypatch.setattr(uploads, "MAX_SPOKEN", 1000)
    names = b'[[names]]\nmeant = "x"\nheard = ["saffron"]\n'
    for file, notes, said in (
        (COOKING, names, "too many for so long a transcript"),
        (COOKING, names * 3, "more than 2 entries"),
        (COOKING * 9, b"", "characters are spoken in it"),
    ):
        result = await moderator.slash("admin episode add", file=("a.txt", file), notes=("n.toml", notes))
        assert said in await told(stage, result)


async def test_file_that_comes_in_part_or_not_at_all(
    stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def half(_: discord.Attachment) -> bytes:
        return COOKING[:50]

    async def never(_: discord.Attachment) -> bytes:
        raise OSError("no way")

    async def late(_: discord.Attachment) -> bytes:
        raise TimeoutError

    for read, said in ((half, "only 50 of its"), (never, "did not give it"), (late, "did not give it")):
        monkeypatch.setattr(discord.Attachment, "read", read)
        result = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
        assert said in await told(stage, result)
    assert stage.kept()["guild_episodes"] == []


async def test_same_name_and_same_text_are_refused(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    for file, content, said in (
        ("cooking.md", b"Ann: Something else.", f"episode {OWN} already"),
        ("other.txt", COOKING, f"{OWN} has the same text"),
        ("seed.txt", stage.episode.transcript.path.read_bytes(), f"{stage.episode.id} has the same text"),
    ):
        result = await moderator.slash("admin episode add", file=(file, content))
        assert said in (await told(stage, result)).replace("`", "")
    assert await ids(stage) == [OWN, stage.episode.id]


async def test_two_that_were_read_at_once_cannot_both_be_kept(stage: Stage, moderator: Server) -> None:
    other = stage.moderate()
    one = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    two = await other.slash("admin episode add", file=("cooking.txt", b"Cleo: Another soup."))
    await press(moderator, one, "Keep it")
    late = await press(other, two, "Keep it")
    assert "There is an episode" in stage.text(late.response)
    assert len(stage.kept()["guild_episodes"]) == 1


async def test_files_wait_their_turn_and_are_told_how_many_are_before(stage: Stage, moderator: Server) -> None:
    line = stage.bot.uploads.line
    told_places: list[int] = []
    go = asyncio.Event()

    async def hold() -> None:
        async with line.turn(1, nobody):
            await go.wait()

    async def wait() -> None:
        async def place(before: int) -> None:
            told_places.append(before)

        async with line.turn(2, place):
            pass

    first = asyncio.create_task(hold())
    await asyncio.sleep(0)
    second, third = asyncio.create_task(wait()), asyncio.create_task(wait())
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(first, second, third, return_exceptions=True)
    assert told_places[:2] == [1, 2]
    assert third.exception() is None
    assert (await moderator.slash("admin episode add", file=("cooking.txt", COOKING))).ephemeral


async def test_line_that_is_full_turns_away(stage: Stage, moderator: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.bot.uploads.line, "_most", 0)
    result = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    assert "Try again in some minutes" in await told(stage, result)


async def test_progress_is_told_in_the_message(stage: Stage, moderator: Server) -> None:
    await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    steps = str([body.get("components") for body in stage.requests("/messages/@original")])
    assert [steps.find(step) >= 0 for step in ("Fetching", "Reading", "Indexing", "Keep it")] == [True] * 4
    assert steps.find("Fetching") < steps.find("Reading") < steps.find("Indexing") < steps.find("Keep it")


async def test_progress_that_cannot_be_told_stops_nothing(stage: Stage, moderator: Server) -> None:
    stage.env.inject_error("PATCH", "/messages/@original", status=500)
    result = await moderator.slash("admin episode add", file=("cooking.txt", COOKING))
    assert "Keep it" in str(stage.components(result.response))


async def test_list_shows_what_there_is_and_which_is_in_use(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING, NOTES)
    await moderator.slash("admin episode use", episode=OWN)
    said = stage.text((await moderator.slash("admin episode list")).response)
    (own,) = [line for line in said.splitlines() if OWN in line]
    assert "The soup" in own
    assert "in use" in own
    assert f"added by <@{moderator.member.id}>" in said
    assert stage.episode.facts.title in said
    there = stage.text((await stage.moderate(stage.there).slash("admin episode list")).response)
    assert OWN not in there
    assert "soup" not in there


async def test_default_of_the_server_and_of_a_channel(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    other = stage.here.guild.create_text_channel("kitchen")
    used = await moderator.slash("admin episode use", episode="cooking", channel=other)
    assert used.ephemeral
    in_kitchen = await stage.here.member.slash(other, "quote", about="saffron")
    elsewhere = await stage.here.slash("quote", about="saffron")
    assert [row["episode"] for row in stage.rows()] == [OWN, stage.episode.id]
    assert "saffron" in stage.text(in_kitchen.response)
    assert "Not in this episode" in stage.text(elsewhere.response)
    back = await press(moderator, used, "Undo")
    assert back.response is not None
    await stage.here.member.slash(other, "quote", about="saffron")
    await moderator.slash("admin episode use", episode=OWN)
    await stage.here.slash("quote", about="saffron")
    await moderator.slash("admin episode use", episode=stage.episode.id, channel=stage.here.channel)
    await stage.here.slash("quote", about="saffron")
    await moderator.slash("admin episode use")
    await stage.here.member.slash(other, "quote", about="saffron")
    assert [row["episode"] for row in stage.rows()][2:] == [stage.episode.id, OWN, stage.episode.id, stage.episode.id]
    assert {row[4] for row in audit(stage)} == {"episode add", "episode use", "undo episode use"}


async def test_thread_has_its_channels_default_unless_it_has_its_own(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    kitchen = stage.here.guild.create_text_channel("kitchen")
    channel = stage.bot.get_channel(kitchen.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="soups", type=discord.ChannelType.public_thread)
    (thread,) = kitchen.threads
    await moderator.slash("admin episode use", episode=OWN, channel=kitchen)
    await stage.here.member.slash(thread, "quote", about="saffron")
    await moderator.slash("admin episode use", episode=stage.episode.id, channel=thread)
    await stage.here.member.slash(thread, "quote", about="saffron")
    await stage.here.member.slash(kitchen, "quote", about="saffron")
    assert [row["episode"] for row in stage.rows()] == [OWN, stage.episode.id, OWN]


async def test_unknown_episode_cannot_be_used_or_removed(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    there = stage.moderate(stage.there)
    for name in ("use", "remove"):
        for who, episode in ((moderator, "nothing"), (there, OWN), (there, "cooking")):
            result = await who.slash(f"admin episode {name}", episode=episode)
            assert "No episode is called" in await told(stage, result)
    result = await moderator.slash("admin episode remove", episode=stage.episode.id)
    assert "No episode is called" in await told(stage, result)
    assert len(audit(stage)) == 1


async def test_removing_wants_the_name_typed(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    before = stage.kept()
    asked = await moderator.slash("admin episode remove", episode="cooking")
    wrong = await submit(moderator, asked, "cook")
    assert "nothing was erased" in stage.text(wrong.response)
    assert stage.kept() == before


async def test_removing_the_one_in_use_falls_back_to_the_configured_and_says_so(
    stage: Stage, moderator: Server
) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    await moderator.slash("admin episode use", episode=OWN)
    await moderator.slash("admin episode use", episode=OWN, channel=stage.here.channel)
    shown = await stage.here.slash("quote", about="Monsieur Dupond")
    asked = await moderator.slash("admin episode remove", episode=OWN)
    removed = await submit(moderator, asked, "cooking")
    said = stage.text(removed.response).replace("`", "")
    assert f"Erased: {OWN}" in said
    assert f"Now {stage.episode.id} is meant" in said
    assert f"<#{stage.here.channel.id}>" in said
    assert stage.kept()["guild_episodes"] == []
    answered = await stage.here.slash("quote", about="coup")
    assert stage.rows()[-1]["episode"] == stage.episode.id
    assert answered.response is not None
    gone = await press(stage.here, shown, "More context")
    assert "was removed or has changed" in stage.text(gone.response)


async def test_two_moderators_who_remove_the_same(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING)
    other = stage.moderate()
    one, two = [await who.slash("admin episode remove", episode=OWN) for who in (moderator, other)]
    await submit(moderator, one, "cooking")
    late = await submit(other, two, "cooking")
    assert "No episode is called" in await told(stage, late)
    assert len(audit(stage)) == 2


async def test_only_own_episodes_are_offered_to_be_removed(stage: Stage, moderator: Server) -> None:
    await keep(stage, moderator, "cooking.txt", COOKING, NOTES)
    assert await moderator.autocomplete("admin episode remove", "episode", "SOUP") == [
        {"name": "The soup", "value": OWN}
    ]
    assert await stage.moderate(stage.there).autocomplete("admin episode remove", "episode", "") == []


async def keep(
    stage: Stage, moderator: Server, file: str, content: bytes, notes: bytes | None = None
) -> simcord.InteractionResult:
    options: dict[str, Any] = {"notes": ("notes.toml", notes)} if notes else {}
    shown = await moderator.slash("admin episode add", file=(file, content), **options)
    assert "Keep it" in str(stage.components(shown.response)), stage.text(shown.response)
    return await press(moderator, shown, "Keep it")


async def press(who: Server, shown: simcord.InteractionResult, label: str) -> simcord.InteractionResult:
    assert shown.response is not None
    return await who.member.click(shown.response, label=label)


async def submit(moderator: Server, asked: simcord.InteractionResult, typed: str) -> simcord.InteractionResult:
    assert asked.modal is not None
    (field,) = [one for one in walk_components(asked.modal["components"]) if one["type"] == TEXT_INPUT]
    return await moderator.member.submit_modal(asked, {field["custom_id"]: typed})


async def told(stage: Stage, result: simcord.InteractionResult) -> str:
    """Return what is said in private in the end, and hold that nothing else is left to be seen."""
    messages = [one for one in (result.response, *result.followups) if one is not None]
    assert all(message.ephemeral for message in messages)
    stage.take_errors()
    return stage.text(messages[-1])


async def ids(stage: Stage) -> list[str]:
    return [facts.id for facts in await stage.bot.desk.episodes(Place(stage.here.guild.id))]


def audit(stage: Stage) -> list[tuple[Any, ...]]:
    return stage.kept()["audit"]


def token_of(stage: Stage, shown: simcord.InteractionResult) -> str:
    (token,) = {custom_id.rpartition(":")[2] for custom_id in stage.ids(shown.response)}
    return token


async def nobody(before: int) -> None:
    pass
