"""Whom the rules let pass, and where."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database import Database, open_database
from store.errors import ChannelClosedError, CooldownError, MemberBlockedError, NotPublicError
from store.moderation.guilds import Guilds
from store.moderation.rules import Rules
from store.question import Place
from store.server.guild_settings import Cooldown

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
HERE, THERE, MODERATOR, MEMBER = 10, 20, 7, 8
CATEGORY, CHANNEL, THREAD, ELSEWHERE = 30, 31, 32, 33
IN_CHANNEL = Place(HERE, CHANNEL, MEMBER, (CATEGORY,))
IN_THREAD = Place(HERE, THREAD, MEMBER, (CHANNEL, CATEGORY))
IN_ANOTHER = Place(HERE, ELSEWHERE, MEMBER)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(f"sqlite+aiosqlite:///{tmp_path}/x.db") as opened:
        yield opened


@pytest.fixture
def guilds(database: Database) -> Guilds:
    return Guilds(database)


@pytest.fixture
def rules(guilds: Guilds) -> Rules:
    return Rules(guilds)


async def allow(guilds: Guilds, channel: int, *, allowed: bool | None) -> None:
    await guilds.rule(HERE, channel, "allowed", allowed, by=MODERATOR, action="channels allow")


async def test_server_that_set_nothing_answers_everywhere(rules: Rules) -> None:
    for place in (Place(), IN_CHANNEL, IN_THREAD, Place(None, 5, MEMBER)):
        await rules.admit(place, NOW, in_public=True)


async def test_where_channels_are_named_no_other_is_answered_in(rules: Rules, guilds: Guilds) -> None:
    await allow(guilds, CHANNEL, allowed=True)
    await rules.admit(IN_CHANNEL, NOW)
    await rules.admit(IN_THREAD, NOW)
    with pytest.raises(ChannelClosedError) as raised:
        await rules.admit(IN_ANOTHER, NOW)
    assert raised.value.open_channels == (CHANNEL,)
    await rules.admit(IN_ANOTHER, NOW, anywhere=True)
    await rules.admit(Place(THERE, ELSEWHERE, MEMBER), NOW)


async def test_where_channels_are_only_closed_all_others_are_open(rules: Rules, guilds: Guilds) -> None:
    await allow(guilds, CHANNEL, allowed=False)
    for place in (IN_CHANNEL, IN_THREAD):
        with pytest.raises(ChannelClosedError):
            await rules.admit(place, NOW)
    await rules.admit(IN_ANOTHER, NOW)


async def test_nearest_rule_holds(rules: Rules, guilds: Guilds) -> None:
    await allow(guilds, CATEGORY, allowed=True)
    await allow(guilds, CHANNEL, allowed=False)
    await allow(guilds, THREAD, allowed=True)
    await rules.admit(IN_THREAD, NOW)
    with pytest.raises(ChannelClosedError):
        await rules.admit(IN_CHANNEL, NOW)
    await rules.admit(Place(HERE, 34, MEMBER, (CATEGORY,)), NOW)


async def test_rule_that_is_taken_away_holds_no_more(rules: Rules, guilds: Guilds) -> None:
    await allow(guilds, CHANNEL, allowed=False)
    await allow(guilds, CHANNEL, allowed=None)
    await rules.admit(IN_CHANNEL, NOW)
    assert (await guilds.load(HERE)).channels == {}


async def test_block_holds_in_its_server_until_it_ends(rules: Rules, guilds: Guilds) -> None:
    end = NOW + timedelta(hours=1)
    await guilds.block(HERE, MEMBER, by=MODERATOR, action="member block", reason="noise", until=end)
    with pytest.raises(MemberBlockedError) as raised:
        await rules.admit(IN_CHANNEL, NOW)
    assert raised.value.until == end
    await rules.admit(IN_CHANNEL, end)
    await rules.admit(Place(THERE, CHANNEL, MEMBER), NOW)
    await rules.admit(Place(None, 5, MEMBER), NOW)


async def test_cooldown_of_a_member_does_not_slow_others_or_other_servers(rules: Rules, guilds: Guilds) -> None:
    await cool(guilds, "member_cooldown", 2)
    for _ in range(2):
        await rules.admit(IN_CHANNEL, NOW)
    with pytest.raises(CooldownError) as raised:
        await rules.admit(IN_CHANNEL, NOW)
    assert (raised.value.until, raised.value.everybody) == (NOW + timedelta(seconds=60), False)
    await rules.admit(IN_CHANNEL, NOW, counted=False)
    await rules.admit(Place(HERE, CHANNEL, 9), NOW)
    await rules.admit(Place(THERE, CHANNEL, MEMBER), NOW)
    await rules.admit(IN_CHANNEL, NOW + timedelta(seconds=60))


async def test_cooldown_of_a_server_is_for_all_members_together(rules: Rules, guilds: Guilds) -> None:
    await cool(guilds, "guild_cooldown", 2)
    for member in (1, 2):
        await rules.admit(Place(HERE, CHANNEL, member), NOW)
    with pytest.raises(CooldownError) as raised:
        await rules.admit(Place(HERE, CHANNEL, 3), NOW)
    assert raised.value.everybody
    await rules.admit(Place(None, 5, MEMBER), NOW)


async def test_who_is_stopped_by_another_rule_has_not_asked(rules: Rules, guilds: Guilds) -> None:
    await cool(guilds, "member_cooldown", 1)
    await allow(guilds, CHANNEL, allowed=False)
    for _ in range(3):
        with pytest.raises(ChannelClosedError):
            await rules.admit(IN_CHANNEL, NOW)
    await rules.admit(IN_ANOTHER, NOW)


async def test_cooldown_may_be_none(rules: Rules, guilds: Guilds) -> None:
    await guilds.edit(HERE, "member_cooldown", lambda _: None, by=MODERATOR, action="settings cooldown")
    for _ in range(100):
        await rules.admit(IN_CHANNEL, NOW)


async def test_public_answers_are_for_the_named_roles_and_managers(rules: Rules, guilds: Guilds) -> None:
    await guilds.set(HERE, "public_roles", (50, 51), by=MODERATOR, action="settings roles")
    with pytest.raises(NotPublicError):
        await rules.admit(IN_CHANNEL, NOW, in_public=True)
    await rules.admit(IN_CHANNEL, NOW)
    await rules.admit(Place(HERE, CHANNEL, MEMBER, roles=(9, 51)), NOW, in_public=True)
    await rules.admit(Place(HERE, CHANNEL, MEMBER, manages=True), NOW, in_public=True)


async def cool(guilds: Guilds, name: str, questions: int) -> None:
    value = Cooldown(questions=questions, seconds=60)
    await guilds.set(HERE, name, value, by=MODERATOR, action="settings cooldown")
