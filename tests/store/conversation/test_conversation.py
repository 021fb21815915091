"""Whole conversations, over a real log."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from store.conversation.conversation import Conversation, Meant, Said
from store.database import Database, Members, QueryLog, Recollection, open_database, upgrade
from store.desk import Desk
from store.errors import StoreError
from store.library import Library
from store.manuscripts.opening import open_episode
from store.question import (
    ALL,
    WHOLE,
    Answer,
    AskHelp,
    AskWhich,
    FindMentions,
    FindQuote,
    ListBooks,
    Place,
    Question,
    Quote,
    Request,
    ShowEpisode,
    ShowPassage,
    Summarise,
    Surface,
    VerifyQuote,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from store.episode import Episode

KOTKIN, KLEIN = "Stephen Kotkin", "Ezra Klein"
PERSON = Place(guild_id=None, channel_id=1_000_000_000_000_000_001, user_id=1_000_000_000_000_000_002)
BEES = """
reviewed = true
speakers = [
    { name = "Tom Reed", role = "host" },
    { name = "María Álvarez", role = "guest", about = "She keeps bees, and writes about her hives." },
]
turns = [{ line = 12, speaker = "Tom Reed" }, { line = 14, speaker = "María Álvarez" }]
[facts]
title = "Why Bees Dance"
"""
SAID = (
    "Welcome to the show, today we talk about bees and how they dance.",
    "My guest knows more about honey than anybody.",
    "Bees dance to tell the others where the flowers are.",
    "A dance in the dark tells the direction by the angle to the sun.",
    "Honey keeps for a thousand years, if nobody eats it.",
    "In winter the hive shivers to keep the queen warm.",
)


@dataclass
class Talk:
    """Somebody talking with the bot, a minute between two messages."""

    desk: Desk
    database: Database
    place: Place = PERSON
    surface: Surface = "dm"
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    said: int = 0
    answers: list[Answer] = field(default_factory=list)

    @property
    def conversation(self) -> Conversation:
        return Conversation(self.desk, Recollection(self.database))

    async def say(self, text: str, *, episode: str | None = None, brief: bool = False) -> Request:
        """Say something, and return what it was read as."""
        return (await self.mean(text, episode=episode, brief=brief)).request

    async def mean(self, text: str, *, episode: str | None = None, brief: bool = False) -> Meant:
        self.now += timedelta(minutes=1)
        meant = await self.conversation.read(Said(text, self.place, self.now, episode=episode, brief=brief))
        await self.ask(meant.request, typed=text, episode=meant.episode)
        return meant

    async def ask(self, request: Request, *, typed: str | None = None, episode: str | None = None) -> None:
        """Ask as a command does, or where it was `typed` as a message does."""
        self.said += 1
        question = Question(
            request,
            id=self.said,
            place=self.place,
            surface=self.surface,
            episode=episode,
            asked_at=self.now,
            typed=typed,
        )
        try:
            self.answers.append(await self.desk.answer(question))
        except StoreError:
            assert isinstance(request, AskWhich), request

    @property
    def quote(self) -> Quote:
        """The first quote of the last answer."""
        return self.answers[-1].quotes[0]


@pytest.fixture(scope="session")
def bees(tmp_path_factory: pytest.TempPathFactory, whisper: Callable[..., str]) -> Episode:
    path = tmp_path_factory.mktemp("bees") / "bees_2021.txt"
    path.write_text(whisper(SAID), encoding="utf-8")
    path.with_name("bees_2021.notes.toml").write_text(BEES, encoding="utf-8")
    return open_episode(path)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path}/log.db"
    await asyncio.to_thread(upgrade, url)
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def talk(library: Library, database: Database) -> Talk:
    return Talk(Desk(library, QueryLog(database)), database)


@pytest.fixture
def of_two(episode: Episode, bees: Episode, database: Database) -> Talk:
    return Talk(Desk(Library([episode, bees], default=episode.id), QueryLog(database)), database)


async def test_questions_go_on_from_one_another(talk: Talk) -> None:
    mystique = FindQuote("the mystique", KOTKIN)
    assert await talk.say("what does Kotkin say about the mystique?") == mystique
    assert await talk.say("more") == FindQuote("the mystique", KOTKIN, skip=1)
    assert await talk.say("what else?") == FindQuote("the mystique", KOTKIN, skip=2)
    lines = talk.quote.lines
    assert await talk.say("who said that?") == ShowPassage(lines)
    assert await talk.say("what came before?") == ShowPassage(lines, "before")
    before = talk.quote.lines
    assert before[1] <= lines[0]
    assert await talk.say("and before that?") == ShowPassage(before, "before")
    assert talk.quote.lines[1] <= before[0]
    assert await talk.say("and on Ukraine?") == FindQuote("Ukraine", KOTKIN)
    assert await talk.say("and klein?") == FindQuote("Ukraine", KLEIN)
    assert await talk.say("what does the guest say about it?") == FindQuote("Ukraine", KOTKIN)
    assert await talk.say("thanks!") == AskHelp("thanks")
    shown = talk.answers[-2].quotes[0].lines
    assert await talk.say("and then?") == ShowPassage(shown, "after")
    assert talk.quote.lines[0] >= shown[1]
    assert await talk.say("what else does he say about ukraine") == FindQuote("Ukraine", KOTKIN, skip=1)


async def test_matter_whose_very_words_are_not_said_is_sought_and_counted_only_where_that_is_asked(talk: Talk) -> None:
    assert await talk.say("was Belarus's president mentioned?") == FindQuote("Belarus's president")
    assert talk.answers[-1].found
    counted = FindMentions("Belarus's president")
    assert await talk.say("how often is Belarus's president mentioned?") == counted
    assert await talk.say("was \u201cBelarus's president\u201d mentioned?") == counted
    assert await talk.say("was Stephen Kotkin mentioned?") == FindMentions("Stephen Kotkin")


async def test_question_is_found_whatever_is_said_before_it(talk: Talk) -> None:
    await talk.say("My neighbour's zeppelin burnt over Patagonia yesterday: was it really a coup?")
    assert talk.answers[-1].found


async def test_words_for_all_in_a_name_ask_for_no_count(talk: Talk) -> None:
    assert isinstance(await talk.say("was the tall president of Belarus mentioned?"), FindQuote)


async def test_same_is_asked_of_another_topic(talk: Talk) -> None:
    await talk.say("how often is Putin mentioned?")
    assert await talk.say("and Navalny?") == FindMentions("Navalny")
    assert await talk.say("tl;dr on Lukashenko") == Summarise("Lukashenko", "short")
    assert await talk.say("what about the coup?") == Summarise("the coup", "short")
    assert await talk.say("and chapter 3?") == Summarise("3")
    assert await talk.say("did he really say most coups fail") == VerifyQuote("most coups fail")
    assert await talk.say("and \u201cthe mystique is gone\u201d?") == VerifyQuote("the mystique is gone")
    assert await talk.say("how often does he mention that") == FindMentions("mystique is gone")
    assert await talk.say("and the books?") == ListBooks()
    assert await talk.say("any book on china?") == ListBooks("china")
    assert await talk.say("longer") == AskHelp("nothing_longer")


async def test_summary_gets_longer_and_shorter_up_to_its_bounds(talk: Talk) -> None:
    await talk.say("summary of chapter 3")
    assert await talk.say("longer") == Summarise("3", "long")
    assert await talk.say("longer please") == AskHelp("nothing_longer")
    assert await talk.say("shorter") == Summarise("3", "medium")
    assert await talk.say("too long") == Summarise("3", "short")
    assert await talk.say("shorter") == AskHelp("nothing_shorter")


async def test_passage_gets_longer_by_what_stands_around_it(talk: Talk) -> None:
    await talk.say("implausible deniability")
    lines = talk.quote.lines
    assert await talk.say("context please") == ShowPassage(lines, "around")
    wider = talk.quote.lines
    assert wider[0] <= lines[0] <= lines[1] <= wider[1]
    assert wider != lines
    assert await talk.say("longer") == ShowPassage(wider, "around")


async def test_topic_without_anything_to_sum_up_is_searched_for(talk: Talk) -> None:
    assert await talk.say("summary of the moon landing") == FindQuote("moon landing")
    assert not talk.answers[-1].found


async def test_command_is_gone_on_from_too(talk: Talk) -> None:
    talk.surface = "slash"
    await talk.ask(FindQuote("tl;dr", KOTKIN))
    assert await talk.say("and on Crimea") == FindQuote("Crimea", KOTKIN)
    await talk.ask(Summarise("9", "long"))
    assert await talk.say("shorter") == Summarise("9", "medium")
    await talk.ask(VerifyQuote("Most coups fail.", "kotkin"))
    assert await talk.say("who said that") == ShowPassage((208, 208))
    await talk.ask(FindQuote("Ukraine", "klein", skip=2))
    assert await talk.say("next") == FindQuote("Ukraine", "klein", skip=3)
    await talk.ask(FindQuote(None, KLEIN))
    assert await talk.say("another one") == FindQuote(None, KLEIN)


@pytest.mark.parametrize("text", ["more", "who said that?", "longer", "what came before?", "and then?"])
async def test_nothing_before_is_said(talk: Talk, text: str) -> None:
    assert await talk.say(text) == AskHelp("nothing_before")


async def test_answer_without_a_passage_has_none_to_go_on_from(talk: Talk) -> None:
    await talk.say("who is on this one?")
    assert await talk.say("what came before?") == AskHelp("nothing_shown")
    await talk.say("what about Taylor Swift")
    assert await talk.say("who said that?") == AskHelp("nothing_shown")
    await talk.say("books?")
    assert await talk.say("more") == AskHelp("nothing_more")


async def test_what_is_asked_anew_is_not_gone_on_from(talk: Talk) -> None:
    await talk.say("what does Klein say about Ukraine?")
    assert await talk.say("what should I read next?") == ListBooks()
    assert await talk.say("who said that offense is the best defense?") == FindQuote("offense is the best defense")
    assert await talk.say("when was this recorded?") == ShowEpisode()


async def test_quarter_of_an_hour_is_all_that_is_looked_back(talk: Talk) -> None:
    await talk.say("implausible deniability")
    talk.now += timedelta(minutes=13)
    assert await talk.say("more") == FindQuote("implausible deniability", skip=1)
    talk.now += timedelta(minutes=13)
    assert await talk.say("more") == FindQuote("implausible deniability", skip=2), "each answer begins it anew"
    talk.now += timedelta(minutes=15)
    assert await talk.say("more") == AskHelp("nothing_before")


@pytest.mark.parametrize(
    "other",
    [Place(None, PERSON.channel_id, 3), Place(None, 4, PERSON.user_id), Place(5, 6, PERSON.user_id)],
    ids=["another person", "another direct message", "another server"],
)
async def test_nobody_goes_on_from_what_was_asked_elsewhere(talk: Talk, other: Place) -> None:
    await talk.say("implausible deniability")
    talk.place = other
    assert await talk.say("more") == AskHelp("nothing_before")


async def test_who_has_opted_out_is_told_why_nothing_is_looked_back_at(talk: Talk) -> None:
    assert PERSON.user_id is not None
    await Members(talk.database).opt_out(PERSON.user_id)
    await talk.say("implausible deniability")
    assert await talk.say("more") == AskHelp("nothing_kept")
    assert await talk.say("what about Crimea?") == FindQuote("Crimea")


async def test_log_keeps_what_was_typed(talk: Talk) -> None:
    await talk.say("What does Kotkin say about Ukraine??")
    await talk.say("and Crimea?")
    rows = await QueryLog(talk.database).recent()
    assert [(row.text, row.command) for row in rows] == [
        ("and Crimea?", "quote"),
        ("What does Kotkin say about Ukraine??", "quote"),
    ]


async def test_right_one_of_two_episodes_is_asked(of_two: Talk, bees: Episode, episode: Episode) -> None:
    assert await of_two.mean("what does he say about Ukraine") == Meant(FindQuote("Ukraine", KOTKIN))
    assert await of_two.mean("in the bees episode, what about honey?") == Meant(FindQuote("honey"), bees.id)
    assert await of_two.mean("who said that?") == Meant(ShowPassage(of_two.quote.lines), bees.id)
    assert await of_two.mean("what does she say about winter") == Meant(FindQuote("winter", "María Álvarez"), bees.id)
    assert await of_two.mean("and in the Kotkin episode?") == Meant(FindQuote("winter"), episode.id)
    assert await of_two.mean("what does Alvarez say about dancing") == Meant(
        FindQuote("dancing", "María Álvarez"), bees.id
    )
    assert await of_two.mean("what do they say about war in all episodes") == Meant(FindQuote("war"), ALL)
    assert await of_two.mean("tl;dr of the bees episode") == Meant(Summarise(WHOLE, "short"), bees.id)


async def test_episode_that_may_be_any_of_several_is_asked_back(of_two: Talk, bees: Episode, episode: Episode) -> None:
    shown = of_two.desk.shelves.library.facts()
    assert {facts.published for facts in shown} == {episode.facts.published}
    assert await of_two.mean("in the 2023 episode, what about honey?") == Meant(AskWhich((episode.id, bees.id)))
    assert await of_two.mean("in the 2023 episode, honey?", episode=bees.id) == Meant(FindQuote("honey"), bees.id)


async def test_chosen_episode_has_no_passage_of_another(of_two: Talk, bees: Episode) -> None:
    await of_two.say("implausible deniability")
    assert await of_two.mean("who said that?", episode=bees.id) == Meant(AskHelp("nothing_shown"), bees.id)


async def test_answer_for_all_to_see_is_brief_unless_it_was_asked_to_be_long(talk: Talk) -> None:
    assert await talk.say("summary of chapter 3", brief=True) == Summarise("3", "short")
    assert await talk.say("longer", brief=True) == Summarise("3", "medium")
    assert await talk.say("long summary of chapter 3", brief=True) == Summarise("3", "long")
