"""Who sees an answer: every command, every way of asking, by everybody, with the server's default either way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.config import Answers

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

EPHEMERAL = 1 << 6
# Commands that have the option, with what they need.
ASKING: list[tuple[str, dict[str, Any]]] = [
    ("quote", {"about": "coup"}),
    ("quote", {"about": "tulips"}),
    ("quote", {"about": "27:10"}),
    ("quote", {}),
    ("ask", {"question": "what should I read?"}),
    ("summary", {"of": "3"}),
    ("books", {}),
    ("verify", {"text": "most coups never fail"}),
    ("mentions", {"of": "Wagner"}),
    ("episode", {}),
]
# What stays private whatever the server has set.
ALWAYS_PRIVATE: list[tuple[str, dict[str, Any]]] = [
    ("quote", {"about": " "}),
    ("summary", {"of": "99"}),
    ("quote", {"about": "99:59"}),
    ("privacy policy", {}),
    ("settings text cards", {}),
]


@pytest.fixture
def people(stage: Stage) -> list[simcord.MemberActor]:
    role = stage.here.guild.create_role("moderators", permissions=discord.Permissions(manage_guild=True))
    moderator = stage.here.guild.add_member(stage.env.create_user("moderator"), roles=[role])
    return [stage.here.member, moderator]


def test_every_command_that_can_answer_in_public_is_walked_over(stage: Stage) -> None:
    able = {
        command.name
        for command in stage.bot.tree.get_commands()
        if any(option["name"] == "public" for option in command.to_dict(stage.bot.tree).get("options", ()))
    }
    assert able == {name for name, _ in ASKING}


@pytest.mark.parametrize("default", [False, True])
class TestByDefault:
    @pytest.fixture
    def answers(self, *, default: bool) -> Answers:
        return Answers(public=default)

    @pytest.mark.parametrize("public", [None, False, True])
    async def test_answer_is_seen_by_whom_it_is_meant_for(
        self, stage: Stage, people: list[simcord.MemberActor], *, public: bool | None, default: bool
    ) -> None:
        private = not (default if public is None else public)
        for who in people:
            for name, options in ASKING:
                chosen = {} if public is None else {"public": public}
                before = len(stage.env.http_requests)
                result = await who.slash(stage.here.channel, name, **options, **chosen)
                assert result.ephemeral is private, (name, options)
                assert all(bool(flags & EPHEMERAL) is private for flags in sent_since(stage, before)), (name, options)

    async def test_what_is_private_by_nature_stays_private(
        self, stage: Stage, people: list[simcord.MemberActor], *, default: bool
    ) -> None:
        assert stage.bot.settings.answers.public is default
        public = await stage.here.slash("quote", about="Putin and the war", public=True)
        message = await people[1].send(stage.here.channel, "“Most coups fail”")
        for who in people:
            for name, options in ALWAYS_PRIVATE:
                assert (await who.slash(stage.here.channel, name, **options)).ephemeral, name
            for name in ("Was this said?", "Find the quote"):
                assert (await who.context_menu(stage.here.channel, name, message)).ephemeral
        stranger = people[1]
        for label in ("More context", "Next match", "Open chapter", "Open the summary", "Picture and citation"):
            assert (await stage.press(stranger, public, label)).ephemeral, label
        stage.take_errors()


def sent_since(stage: Stage, first: int) -> list[int]:
    """Return the flags of what was sent in answer to interactions since."""
    requests = list(stage.env.http_requests)[first:]
    bodies: list[Any] = [sent.json for sent in requests if "/callback" in sent.path]
    return [(body.get("data") or {}).get("flags") or 0 for body in bodies if body["type"] in {4, 5}]
