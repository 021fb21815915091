import json
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, cast

import pytest

from store.answering.responding import MAX_QUESTION, respond
from store.database import QueryLog, open_database, upgrade
from store.desk import Desk
from store.episode import Episode
from store.errors import (
    ChapterUnknownError,
    EpisodeGoneError,
    EpisodeUnknownError,
    QuestionBlankError,
    QuestionGoneError,
    QuestionTooLongError,
    SpeakerUnknownError,
    StoreError,
)
from store.library import Library, open_library
from store.question import (
    Answer,
    FindQuote,
    ListBooks,
    Place,
    Question,
    Quote,
    QuoteAnswer,
    Request,
    ShowEpisode,
    Span,
    Summarise,
)
from store.search import Searcher

Rows = Callable[[], list[dict[str, Any]]]
ASKED = Place(guild_id=1_100_000_000_000_000_001, channel_id=1_100_000_000_000_000_002, user_id=80_351_110_224_678_912)


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """A request that the desk knows nothing of: the fault that a programmer would make."""

    verb: ClassVar[str] = "unforeseen"
    typed: ClassVar[str] = "what now"
    options: ClassVar[Mapping[str, str]] = {}


def asked(request: Request, number: int = 7, episode: str | None = None) -> Question:
    return Question(request, id=number, place=ASKED, surface="slash", episode=episode)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("log") / "empty.db"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
def file(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "log.db"))


@pytest.fixture
async def desk(library: Library, file: Path) -> AsyncIterator[Desk]:
    async with open_database(f"sqlite+aiosqlite:///{file}") as database:
        yield Desk(library, QueryLog(database))


@pytest.fixture
def rows(file: Path) -> Rows:
    """Read the log over a connection of its own, which sees only what is committed."""

    def read() -> list[dict[str, Any]]:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute("select * from queries order by id")]
        finally:
            connection.close()

    return read


async def test_answered_question_is_on_the_record_when_its_answer_returns(
    desk: Desk, rows: Rows, episode: Episode
) -> None:
    question = Question(FindQuote("125 miles outside Moscow", limit=2), id=7, place=ASKED, surface="slash")
    answer = await desk.answer(question)
    (row,) = rows()
    assert answer.found
    assert row["id"] == 7
    assert (row["guild_id"], row["channel_id"], row["user_id"]) == (ASKED.guild_id, ASKED.channel_id, ASKED.user_id)
    assert (row["surface"], row["command"], row["text"]) == ("slash", "quote", "125 miles outside Moscow")
    assert (row["episode"], row["outcome"]) == (episode.id, "answered")
    assert json.loads(row["answer_lines"]) == [list(quote.lines) for quote in answer.quotes]
    assert 0 <= row["latency_ms"] < 60_000
    asked_at = datetime.fromisoformat(row["asked_at"])
    assert asked_at.replace(tzinfo=None) == question.asked_at.replace(tzinfo=None)


async def test_nothing_found_is_on_the_record(desk: Desk, rows: Rows) -> None:
    answer = await desk.answer(asked(FindQuote("xylophone orchestras")))
    (row,) = rows()
    assert not answer.found
    assert (row["outcome"], json.loads(row["answer_lines"])) == ("nothing_found", [])


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (FindQuote(" \n"), QuestionBlankError),
        (FindQuote("?!"), QuestionBlankError),
        (FindQuote("a" * (MAX_QUESTION + 1)), QuestionTooLongError),
        (FindQuote("the coup", speaker="Putin"), SpeakerUnknownError),
        (FindQuote(speaker="Putin"), SpeakerUnknownError),
        (Summarise("99"), ChapterUnknownError),
    ],
    ids=repr,
)
async def test_refused_question_is_on_the_record(
    desk: Desk, rows: Rows, request_: Request, error: type[StoreError]
) -> None:
    with pytest.raises(error):
        await desk.answer(asked(request_))
    (row,) = rows()
    assert (row["outcome"], row["text"], json.loads(row["answer_lines"])) == ("refused", request_.typed, [])


async def test_unknown_episode_is_refused_and_on_the_record(desk: Desk, rows: Rows) -> None:
    with pytest.raises(EpisodeUnknownError):
        await desk.answer(asked(ListBooks(), episode="000_nothing"))
    assert [(row["outcome"], row["episode"]) for row in rows()] == [("refused", "000_nothing")]


async def test_fault_is_on_the_record_and_goes_on_as_it_is(desk: Desk, rows: Rows) -> None:
    with pytest.raises(AssertionError):
        await desk.answer(asked(cast("Request", Unforeseen())))
    assert [(row["outcome"], row["command"], row["text"]) for row in rows()] == [("failed", "unforeseen", "what now")]


@pytest.mark.parametrize(
    ("request_", "command", "text"),
    [
        (FindQuote(), "quote", ""),
        (Summarise(), "summary", ""),
        (Summarise("5"), "summary", "5"),
        (ListBooks(), "books", ""),
        (ShowEpisode(), "episode", ""),
    ],
    ids=repr,
)
async def test_one_row_for_each_kind_of_question(
    desk: Desk, rows: Rows, request_: Request, command: str, text: str
) -> None:
    assert (await desk.answer(asked(request_))).found
    assert [(row["command"], row["text"], row["outcome"]) for row in rows()] == [(command, text, "answered")]


async def test_delivery_that_is_repeated_is_logged_once_and_answered_again(desk: Desk, rows: Rows) -> None:
    await desk.answer(asked(FindQuote("the coup")))
    again = await desk.answer(asked(ListBooks()))
    assert again.found
    assert [(row["id"], row["command"]) for row in rows()] == [(7, "quote")]


async def test_answer_that_did_not_arrive_is_marked(desk: Desk, rows: Rows) -> None:
    await desk.answer(asked(ListBooks()))
    await desk.answer(asked(ListBooks(), 8))
    await desk.delivery_failed(8)
    assert [row["outcome"] for row in rows()] == ["answered", "failed"]


async def test_answer_given_again_is_no_question(desk: Desk, rows: Rows, episode: Episode) -> None:
    request = FindQuote("125 miles outside Moscow")
    first = await desk.answer(asked(request))
    recalled: Answer = await desk.recall(Place(), episode.key, request)
    assert recalled == first
    quote = await desk.recall_quote(Place(), episode.key, first.quotes[0].span)
    assert quote.text == first.quotes[0].text
    assert len(rows()) == 1


async def test_further_match_of_a_logged_question_is_a_question_of_its_own(
    desk: Desk, rows: Rows, episode: Episode
) -> None:
    first = await desk.answer(asked(FindQuote("Putin and the war", "kotkin", limit=3)))

    again = Question(FindQuote(limit=1, skip=1), id=8, place=ASKED, surface="button", key=episode.key, again=7)
    second = await desk.answer(again)

    assert second.quotes == first.quotes[1:2]
    assert rows()[1]["text"] == "Putin and the war"
    assert json.loads(rows()[1]["options"]) == {"speaker": "kotkin", "skip": "1"}


async def test_what_was_read_out_of_other_words_is_asked_again(desk: Desk, rows: Rows, episode: Episode) -> None:
    request = FindQuote("Putin and the war")
    first = await desk.answer(replace(asked(request), typed="So what about Putin and the war?"))

    again = Question(FindQuote(limit=1, skip=1), id=8, place=ASKED, surface="button", key=episode.key, again=7)
    second = await desk.answer(again)

    assert second.quotes == first.quotes[1:2]
    assert {row["text"] for row in rows()} == {"So what about Putin and the war?"}
    assert json.loads(rows()[1]["options"]) == {"about": "Putin and the war", "skip": "1"}


@pytest.mark.parametrize(
    ("asked_in", "pressed_in"),
    [
        (ASKED, replace(ASKED, guild_id=1)),
        (ASKED, replace(ASKED, channel_id=1)),
        (ASKED, replace(ASKED, guild_id=None)),
        (replace(ASKED, guild_id=None), replace(ASKED, guild_id=None, user_id=1)),
        (replace(ASKED, guild_id=None), ASKED),
    ],
)
async def test_id_of_a_question_from_elsewhere_tells_nothing(
    desk: Desk, rows: Rows, asked_in: Place, pressed_in: Place
) -> None:
    await desk.answer(Question(FindQuote("Putin and the war"), id=7, place=asked_in, surface="slash"))
    with pytest.raises(QuestionGoneError):
        await desk.answer(Question(FindQuote(skip=1), id=8, place=pressed_in, surface="button", again=7))
    assert [(row["outcome"], row["text"]) for row in rows()] == [("answered", "Putin and the war"), ("refused", "")]


@pytest.mark.parametrize("request_", [ListBooks(), Summarise("3"), FindQuote()])
async def test_only_a_search_is_asked_again(desk: Desk, request_: Request) -> None:
    await desk.answer(asked(request_))
    with pytest.raises(QuestionGoneError):
        await desk.answer(Question(FindQuote(skip=1), id=8, place=ASKED, surface="button", again=7))


async def test_question_whose_words_were_erased_is_not_asked_again(desk: Desk, file: Path) -> None:
    await desk.answer(asked(FindQuote("Putin and the war")))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE queries SET text = NULL, user_id = NULL, options = NULL")
    with pytest.raises(QuestionGoneError):
        await desk.logged(ASKED, 7)


async def test_question_by_the_key_of_an_episode_that_has_changed_is_refused(desk: Desk, rows: Rows) -> None:
    with pytest.raises(EpisodeGoneError):
        await desk.answer(Question(Summarise(), id=8, place=ASKED, surface="button", key="00000000"))
    assert [row["outcome"] for row in rows()] == ["refused"]


async def test_quote_of_an_episode_that_is_gone(library: Library) -> None:
    with pytest.raises(EpisodeGoneError):
        await Desk(library).recall_quote(Place(), "00000000", Span(0, 5))


@pytest.mark.parametrize("span", [(-5, 3), (3, 3), (5, 3), (10**9, 10**9 + 5), (0, 10**9)])
async def test_quote_of_a_span_that_is_not_there(library: Library, episode: Episode, span: tuple[int, int]) -> None:
    with pytest.raises(EpisodeGoneError):
        await Desk(library).recall_quote(Place(), episode.key, Span(*span))


async def test_without_a_log_every_question_is_answered_all_the_same(
    library: Library, check_quote: Callable[[Quote], None]
) -> None:
    desk = Desk(library)
    answer = await desk.answer(asked(FindQuote("125 miles outside Moscow")))
    for quote in answer.quotes:
        check_quote(quote)
    with pytest.raises(ChapterUnknownError):
        await desk.answer(asked(Summarise("0")))
    await desk.delivery_failed(7)


def test_question_of_the_greatest_length_is_answered(searcher: Searcher) -> None:
    question = ("coup " * MAX_QUESTION)[:MAX_QUESTION]
    assert isinstance(respond(searcher, FindQuote(question)), QuoteAnswer)


async def test_search_of_all_episodes_is_logged_of_none_and_asked_again_of_all(
    write: Callable[..., Path], file: Path, rows: Rows
) -> None:
    library = open_library([write([f"The {name} harbour was quiet."], name=name) for name in ("old", "new", "far")])
    async with open_database(f"sqlite+aiosqlite:///{file}") as database:
        desk = Desk(library, QueryLog(database))
        first = await desk.answer(asked(FindQuote("quiet harbour", limit=1), episode=" all "))
        assert rows()[0]["episode"] is None
        key = library.facts()[0].key
        again = Question(FindQuote(limit=2, skip=1), id=8, place=ASKED, surface="button", key=key, again=7)
        second = await desk.answer(again)
    assert {quote.episode for quote in (*first.quotes, *second.quotes)} == {"old", "new", "far"}
    assert rows()[1]["episode"] is None
