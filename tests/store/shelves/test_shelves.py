"""What each server sees: the configured episodes and its own, and nothing of another's."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.answering.responding import respond
from store.archive.compiled import facts_said
from store.database import Database, EpisodeTable, NameTable, open_database
from store.desk import Desk
from store.episode import Episode
from store.errors import EpisodeGoneError, EpisodeUnknownError, SpeakerUnknownError
from store.library import Library
from store.manuscripts.manuscript import Manuscript
from store.manuscripts.opening import open_episode, open_manuscript
from store.question import FindMentions, FindQuote, Place, Question, QuoteAnswer
from store.server.own import OwnEpisode, OwnNames, Proposal, stem_of
from store.shelves import edition, shelves
from store.shelves.shelves import FRESH, Shelves

HERE, THERE, MODERATOR = 10, 20, 7
COOKING = """Ann: We are here to talk about bouillabaisse, the soup of Marseille, and about saffron.
Bob: Saffron is dear, but without saffron it is no bouillabaisse, as Monsieur Dupond always said.
Ann: Tell me how the fish goes in, Bob, and when.
Bob: The firm fish first, the tender ones last, ten minutes before it is served.
"""
CHESS = """Cleo: The Sicilian defence is what everybody plays, and the Najdorf is its queen.
Dan: I never liked the Najdorf. Give me the Caro-Kann, solid as a barn door.
"""


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class World:
    """Two servers, each with an episode of its own, and what their members ask."""

    def __init__(self, library: Library, database: Database) -> None:
        self.clock = Clock()
        self.table, self.names = EpisodeTable(database), NameTable(database)
        self.shelves = Shelves(library, self.table, self.clock)
        self.desk = Desk(self.shelves)

    async def add(self, guild_id: int, file: str, words: str, notes: str | None = None) -> OwnEpisode:
        manuscript = Manuscript(Path(file), words.encode(), notes.encode() if notes else None)
        opened = open_manuscript(manuscript)
        own = OwnEpisode(
            stem_of(file),
            file,
            opened.key,
            len(manuscript.transcript),
            facts_said(opened.facts),
            MODERATOR,
            datetime.now(UTC),
        )
        await self.table.add(guild_id, own, manuscript, most=5)
        self.shelves.forget(guild_id)
        return own

    async def accept(self, guild_id: int, episode: str, heard: str, meant: str) -> None:
        await self.names.add(guild_id, Proposal(episode, heard, meant), by=MODERATOR)
        self.shelves.forget(guild_id)

    async def quotes(self, guild_id: int | None, about: str, episode: str | None = "all") -> QuoteAnswer:
        question = Question(FindQuote(about), place=Place(guild_id), episode=episode)
        answer = await self.desk.answer(question)
        assert isinstance(answer, QuoteAnswer)
        return answer

    async def found_in(self, guild_id: int | None, about: str) -> set[str]:
        return {quote.episode for quote in (await self.quotes(guild_id, about)).answers}

    async def ids(self, guild_id: int | None) -> list[str]:
        return [facts.id for facts in await self.desk.episodes(Place(guild_id))]


@pytest.fixture
async def world(library: Library, tmp_path: Path) -> AsyncIterator[World]:
    async with open_database(f"sqlite+aiosqlite:///{tmp_path / 'own.db'}") as database:
        yield World(library, database)


@pytest.fixture
async def two(world: World) -> World:
    await world.add(HERE, "cooking.txt", COOKING)
    await world.add(THERE, "chess.txt", CHESS)
    return world


async def test_server_sees_the_configured_episodes_and_its_own(two: World, episode: Episode) -> None:
    assert await two.ids(HERE) == ["own/cooking", episode.id]
    assert await two.ids(THERE) == ["own/chess", episode.id]
    assert await two.ids(30) == [episode.id]
    assert await two.ids(None) == [episode.id]


async def test_own_episode_answers_by_its_id_and_by_its_files_name(two: World) -> None:
    for called in ("own/cooking", "cooking", " cooking "):
        (quote, *_) = (await two.quotes(HERE, "Dupond", called)).answers
        assert (quote.episode, quote.speaker) == ("own/cooking", "Bob")


@pytest.mark.parametrize("called", ["own/cooking", "cooking", "own/own/cooking", "own/", "../cooking"])
async def test_no_name_opens_another_servers_episode(two: World, called: str) -> None:
    for guild_id in (THERE, None, 30):
        with pytest.raises(EpisodeUnknownError) as caught:
            await two.quotes(guild_id, "saffron bouillabaisse", called)
        assert list(caught.value.known) == await two.ids(guild_id)


async def test_copied_key_opens_nothing_elsewhere(two: World) -> None:
    key = (await two.desk.episode(Place(HERE), "cooking")).key
    assert (await two.desk.by_key(Place(HERE), key)).id == "own/cooking"
    for guild_id in (THERE, None, 30):
        with pytest.raises(EpisodeGoneError):
            await two.desk.by_key(Place(guild_id), key)
        with pytest.raises(EpisodeGoneError):
            await two.desk.recall(Place(guild_id), key, FindQuote("saffron"))


async def test_search_over_all_is_over_the_configured_and_the_own(two: World, episode: Episode) -> None:
    assert await two.found_in(HERE, "saffron") == {"own/cooking"}
    assert await two.found_in(THERE, "Najdorf") == {"own/chess"}
    for guild_id in (HERE, THERE):
        assert await two.found_in(guild_id, "Prigozhin mutiny Moscow") == {episode.id}
    answer = await two.quotes(HERE, "saffron")
    assert answer.searched == 2
    assert [facts.id for facts in answer.sources] == ["own/cooking"]


async def test_search_over_all_tells_nothing_of_another_server(two: World) -> None:
    for about in ("saffron", "bouillabaisse", "Dupond"):
        answer = await two.quotes(THERE, about)
        assert (answer.answers, answer.missing) == ((), (about,))
    # Neither does the spelling: "safron" is near to a word that only the other server has.
    assert (await two.quotes(HERE, "safron")).changed == (("safron", "saffron"),)
    assert (await two.quotes(THERE, "safron")).changed == ()
    with pytest.raises(SpeakerUnknownError) as caught:
        await two.desk.answer(Question(FindQuote("war", speaker="Bob"), place=Place(THERE), episode="all"))
    assert "Ann" not in caught.value.known


async def test_search_over_all_weighs_alike_what_stands_in_either_part(two: World, episode: Episode) -> None:
    """One who asks for a passage by its own words finds it, whichever part it is in."""
    said = episode.quote(episode.sentences[40])
    assert (await two.quotes(HERE, said.display)).answers[0].episode == episode.id
    assert (await two.quotes(HERE, "The firm fish first, the tender ones last")).answers[0].episode == "own/cooking"


async def test_own_episode_never_takes_the_place_of_a_configured_one(world: World, episode: Episode) -> None:
    await world.add(HERE, f"{episode.id}.txt", COOKING)
    assert await world.ids(HERE) == [f"own/{episode.id}", episode.id]
    assert (await world.desk.episode(Place(HERE), episode.id)).key == episode.key
    assert (await world.desk.episode(Place(HERE))).key == episode.key
    assert (await world.desk.episode(Place(HERE), f"own/{episode.id}")).key != episode.key


async def test_names_hold_at_once_for_that_server_alone(two: World) -> None:
    assert await two.found_in(HERE, "Monsieur Dupond") == {"own/cooking"}
    await two.accept(HERE, "own/cooking", "Dupond", "Dupont")
    (quote, *_) = (await two.quotes(HERE, "Dupont said", "own/cooking")).answers
    assert "Monsieur Dupond" in quote.text
    assert "Monsieur Dupont" in quote.display
    assert [(one.heard, one.meant) for one in quote.corrections] == [("Dupond", "Dupont")]
    opened = await two.desk.episode(Place(HERE), "own/cooking")
    assert respond(await two.desk.searcher(opened), FindMentions("Dupont")).found
    (everywhere, *_) = (await two.quotes(HERE, "Dupont")).answers
    assert everywhere.display == quote.display


async def test_names_for_a_configured_episode_leave_other_servers_as_they_were(two: World, episode: Episode) -> None:
    heard = "Lukashenko"
    before = await two.quotes(THERE, heard, episode.id)
    await two.accept(HERE, episode.id, heard, "Łukaszenka")
    here, there = await two.quotes(HERE, heard, episode.id), await two.quotes(THERE, heard, episode.id)
    assert there == before == await two.quotes(None, heard, episode.id)
    assert "Łukaszenka" in here.answers[0].display
    for quote in here.answers:
        assert quote.text == episode.quote(quote.span).text
        assert quote.display == episode.quote(quote.span).display.replace(heard, "Łukaszenka")
    assert (await two.quotes(HERE, "Łukaszenka", episode.id)).answers
    assert not (await two.quotes(THERE, "Łukaszenka", episode.id)).answers
    everywhere = await two.quotes(HERE, heard)
    assert {quote.episode for quote in everywhere.answers} == {episode.id}
    assert all(heard not in quote.display for quote in everywhere.answers)
    assert len({quote.span for quote in everywhere.answers}) == len(everywhere.answers)


async def test_name_of_the_server_goes_before_the_one_of_the_notes(two: World, episode: Episode) -> None:
    note = next(note for note in episode.notes.names if not note.lines)
    await two.accept(HERE, episode.id, note.heard[0], "Somebody Else")
    opened = await two.desk.episode(Place(HERE), episode.id)
    meant = {place.meant for place in opened.glossary.misheard if place.heard == note.heard[0]}
    assert meant == {"Somebody Else"}
    assert [place.span for place in opened.glossary.misheard] == [place.span for place in episode.glossary.misheard]
    assert episode.glossary.put_right(note.heard[0])[0][0] == note.meant.split()[0]


async def test_removed_episode_is_gone_at_once(two: World) -> None:
    opened = await two.desk.episode(Place(HERE), "cooking")
    assert (await two.found_in(HERE, "saffron")) == {"own/cooking"}
    await two.table.remove(HERE, "cooking", by=MODERATOR)
    two.shelves.forget(HERE)
    with pytest.raises(EpisodeUnknownError):
        await two.desk.episode(Place(HERE), "cooking")
    with pytest.raises(EpisodeGoneError):
        await two.desk.by_key(Place(HERE), opened.key)
    assert (await two.quotes(HERE, "saffron", None)).answers == ()


async def test_changes_of_another_process_are_noticed_within_a_minute(world: World, episode: Episode) -> None:
    assert await world.ids(HERE) == [episode.id]
    other = World(world.shelves.library, world.table._database)  # noqa: SLF001
    await other.add(HERE, "cooking.txt", COOKING)
    assert await world.ids(HERE) == [episode.id]
    world.clock.now += FRESH
    assert await world.ids(HERE) == ["own/cooking", episode.id]
    assert (await world.found_in(HERE, "saffron")) == {"own/cooking"}
    await other.table.remove(HERE, "cooking", by=MODERATOR)
    await other.add(HERE, "cooking.txt", COOKING, 'overview = "Soup."\n')
    world.clock.now += FRESH
    assert (await world.desk.episode(Place(HERE), "cooking")).notes.overview == "Soup."


async def test_episode_that_another_process_has_just_removed_says_so(two: World) -> None:
    assert await two.ids(HERE)
    await two.table.remove(HERE, "cooking", by=MODERATOR)
    with pytest.raises(EpisodeGoneError):
        await two.desk.episode(Place(HERE), "cooking")
    with pytest.raises(EpisodeUnknownError):
        await two.desk.episode(Place(HERE), "cooking")


async def test_facts_of_another_version_are_read_anew(two: World) -> None:
    own, _ = await two.table.of(HERE)
    assert own[0].facts["speakers"] == ["Ann", "Bob"]
    wrong: tuple[object, ...] = (None, {"id": "x"}, [], "?")
    for facts in wrong:
        seen = await Shelves(two.shelves.library, Remembered(two.table, facts)).seen(HERE)
        assert seen.own["own/cooking"].facts.speakers == ("Ann", "Bob")


async def test_replaced_library_is_what_all_servers_see(two: World, write: Callable[..., Path]) -> None:
    await two.accept(HERE, "own/cooking", "Dupond", "Dupont")
    await two.found_in(HERE, "saffron")
    two.shelves.library = Library([open_episode(write(["A new day has come."], name="new"))])
    assert await two.ids(HERE) == ["own/cooking", "new"]
    assert await two.found_in(HERE, "new day") == {"new"}
    assert (await two.found_in(HERE, "Dupont")) == {"own/cooking"}


async def test_many_who_ask_at_once_open_an_episode_once(two: World, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def counted(manuscript: Manuscript, called: str) -> Episode:
        opened.append(called)
        return open_manuscript(manuscript, called)

    monkeypatch.setattr(edition, "open_manuscript", counted)
    given = await asyncio.gather(*(two.desk.episode(Place(HERE), "cooking") for _ in range(20)))
    assert opened == ["own/cooking"]
    assert len(set(map(id, given))) == 1
    indexes = await asyncio.gather(*(two.desk.searcher(given[0]) for _ in range(20)))
    assert len(set(map(id, indexes))) == 1


async def test_what_was_not_asked_for_long_is_let_go_of_and_opened_again(
    library: Library, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "CHARACTERS", 10)
    world.shelves = Shelves(library, world.table)
    world.desk = Desk(world.shelves)
    await world.add(HERE, "cooking.txt", COOKING)
    await world.add(THERE, "chess.txt", CHESS)
    for _ in range(2):
        assert await world.found_in(HERE, "saffron") == {"own/cooking"}
        assert await world.found_in(THERE, "Najdorf") == {"own/chess"}
    first = await world.desk.episode(Place(HERE), "cooking")
    await world.desk.episode(Place(THERE), "chess")
    assert (await world.desk.searcher(first)).episode is first
    assert await world.desk.episode(Place(HERE), "cooking") is not first


class Remembered:
    """What is kept, but for the facts, which are as another version wrote them."""

    def __init__(self, table: EpisodeTable, facts: object) -> None:
        self._table, self._facts = table, facts

    async def of(self, guild_id: int) -> tuple[tuple[OwnEpisode, ...], OwnNames]:
        own, names = await self._table.of(guild_id)
        return tuple(replace(one, facts=self._facts) for one in own), names

    async def manuscript(self, guild_id: int, stem: str) -> Manuscript | None:
        return await self._table.manuscript(guild_id, stem)
