"""Misheard names: proposed, accepted, declined, removed, and none of another server's."""

import pytest

from store.database import Audit, Audited, Database, EpisodeTable, NameTable, names
from store.database.undo import undo
from store.errors import (
    ChangedSinceError,
    NameDecidedError,
    NameTakenError,
    NameUnknownError,
    NotUndoableError,
    TooManyNamesError,
)
from store.server.own import Proposal

HERE, THERE, MODERATOR, MEMBER = 10, 20, 7, 8
NAME = Proposal("own/talk", "Pergozhin", "Prigozhin")


@pytest.fixture
def table(database: Database) -> NameTable:
    return NameTable(database)


@pytest.fixture
def accepted(database: Database) -> "Accepted":
    return Accepted(database)


class Accepted:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, guild_id: int) -> dict[str, tuple[tuple[str, str], ...]]:
        return dict((await EpisodeTable(self._database).of(guild_id))[1].pairs)


async def test_proposed_name_holds_once_it_is_accepted_and_only_in_its_server(
    table: NameTable, accepted: Accepted
) -> None:
    proposed = await table.propose(HERE, NAME, by=MEMBER)
    assert await table.listed(HERE, "proposed") == (proposed,)
    assert await table.listed(THERE, "proposed") == ()
    assert await accepted.of(HERE) == {}
    await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)
    assert await accepted.of(HERE) == {"own/talk": (("Pergozhin", "Prigozhin"),)}
    assert await accepted.of(THERE) == {}
    assert await table.listed(HERE, "proposed") == ()


async def test_only_its_own_server_can_decide_or_remove_a_name(table: NameTable) -> None:
    proposed = await table.propose(HERE, NAME, by=MEMBER)
    with pytest.raises(NameUnknownError):
        await table.decide(THERE, proposed.id, "accepted", by=MODERATOR)
    await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)
    with pytest.raises(NameUnknownError):
        await table.remove(THERE, proposed.id, by=MODERATOR)
    assert len(await table.listed(HERE, "accepted")) == 1


async def test_two_moderators_cannot_decide_the_same(table: NameTable) -> None:
    proposed = await table.propose(HERE, NAME, by=MEMBER)
    await table.decide(HERE, proposed.id, "declined", by=MODERATOR)
    with pytest.raises(NameDecidedError) as caught:
        await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)
    assert caught.value.accepted is False


async def test_what_was_proposed_declined_or_accepted_is_not_proposed_again(table: NameTable) -> None:
    first = await table.propose(HERE, NAME, by=MEMBER)
    with pytest.raises(NameDecidedError) as caught:
        await table.propose(HERE, NAME, by=MODERATOR)
    assert caught.value.accepted is None
    await table.decide(HERE, first.id, "declined", by=MODERATOR)
    with pytest.raises(NameDecidedError):
        await table.propose(HERE, NAME, by=MEMBER)
    other = await table.propose(HERE, Proposal("own/talk", "Pergozhin", "Yevgeny Prigozhin"), by=MEMBER)
    await table.decide(HERE, other.id, "accepted", by=MODERATOR)
    with pytest.raises(NameTakenError) as taken:
        await table.propose(HERE, Proposal("own/talk", "Pergozhin", "Someone"), by=MEMBER)
    assert taken.value.meant == "Yevgeny Prigozhin"
    await table.propose(HERE, Proposal("another", "Pergozhin", "Prigozhin"), by=MEMBER)
    await table.propose(THERE, NAME, by=MEMBER)


async def test_member_proposes_so_many_and_no_more(table: NameTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_A_DAY", 4)
    monkeypatch.setattr(names, "MOST_OPEN_OF_MEMBER", 3)
    for number in range(3):
        last = await table.propose(HERE, Proposal("e", f"x{number}", "y"), by=MEMBER)
    with pytest.raises(TooManyNamesError) as caught:
        await table.propose(HERE, NAME, by=MEMBER)
    assert (caught.value.most, caught.value.of) == (3, "member")
    await table.propose(THERE, NAME, by=MEMBER)
    await table.propose(HERE, NAME, by=MODERATOR)
    await table.decide(HERE, last.id, "declined", by=MODERATOR)
    last = await table.propose(HERE, Proposal("e", "x3", "y"), by=MEMBER)
    await table.decide(HERE, last.id, "declined", by=MODERATOR)
    with pytest.raises(TooManyNamesError) as caught:
        await table.propose(HERE, Proposal("e", "x4", "y"), by=MEMBER)
    assert (caught.value.most, caught.value.of) == (4, "day")


async def test_server_holds_so_many_open_and_accepted(table: NameTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_OPEN", 1)
    monkeypatch.setattr(names, "MOST_ACCEPTED", 1)
    proposed = await table.propose(HERE, NAME, by=MEMBER)
    with pytest.raises(TooManyNamesError, match="server"):
        await table.propose(HERE, Proposal("e", "x", "y"), by=MODERATOR)
    await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)
    with pytest.raises(TooManyNamesError, match="episode"):
        await table.add(HERE, Proposal("own/talk", "x", "y"), by=MODERATOR)
    await table.add(HERE, Proposal("e", "x", "y"), by=MODERATOR)


async def test_adding_answers_who_proposed_it_and_refuses_a_second_meaning(
    table: NameTable, accepted: Accepted
) -> None:
    await table.propose(HERE, NAME, by=MEMBER)
    await table.add(HERE, NAME, by=MODERATOR)
    assert await table.listed(HERE, "proposed") == ()
    (kept,) = await table.listed(HERE, "accepted", "own/talk")
    assert kept.proposed_by == MEMBER
    with pytest.raises(NameTakenError):
        await table.add(HERE, Proposal("own/talk", "Pergozhin", "Someone"), by=MODERATOR)
    assert await accepted.of(HERE) == {"own/talk": (("Pergozhin", "Prigozhin"),)}


async def test_every_change_is_audited_and_can_be_undone(table: NameTable, database: Database) -> None:
    async def undone(done: Audited) -> tuple[list[str], list[str]]:
        await undo(database, HERE, done.id, by=MODERATOR)
        with pytest.raises(ChangedSinceError):
            await undo(database, HERE, done.id, by=MODERATOR)
        return (
            [name.heard for name in await table.listed(HERE, "proposed")],
            [name.heard for name in await table.listed(HERE, "accepted")],
        )

    proposed = await table.propose(HERE, NAME, by=MEMBER)
    assert await undone(await table.decide(HERE, proposed.id, "declined", by=MODERATOR)) == (["Pergozhin"], [])
    assert await undone(await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)) == (["Pergozhin"], [])
    assert await undone(await table.add(HERE, NAME, by=MODERATOR)) == (["Pergozhin"], [])
    await table.decide(HERE, proposed.id, "accepted", by=MODERATOR)
    assert await undone(await table.remove(HERE, proposed.id, by=MODERATOR)) == ([], ["Pergozhin"])
    added = await table.add(HERE, Proposal("own/talk", "x", "y"), by=MODERATOR)
    with pytest.raises(NotUndoableError):
        await undo(database, THERE, added.id, by=MODERATOR)
    assert await undone(added) == ([], ["Pergozhin"])
    actions = [one.change.action for one in await Audit(database).recent(HERE)]
    assert actions[::-1][:6] == [
        "names decline",
        "undo names decline",
        "names accept",
        "undo names accept",
        "names add",
        "undo names add",
    ]


async def test_removal_is_not_undone_over_another_meaning(table: NameTable, database: Database) -> None:
    await table.add(HERE, NAME, by=MODERATOR)
    (kept,) = await table.listed(HERE, "accepted")
    removed = await table.remove(HERE, kept.id, by=MODERATOR)
    await table.add(HERE, Proposal("own/talk", "Pergozhin", "Someone"), by=MODERATOR)
    with pytest.raises((NameTakenError, ChangedSinceError)):
        await undo(database, HERE, removed.id, by=MODERATOR)
    assert [name.meant for name in await table.listed(HERE, "accepted")] == ["Someone"]
