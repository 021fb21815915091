"""The numbers of a server, and their picture."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.cards.statistics import statistics_card
from bot.statistics_picture import picture_text, statistics_picture
from bot.words import Words
from store.server.likeness import AskedAlike
from store.server.statistics import Latency, Statistics

if TYPE_CHECKING:
    from tests.bot.conftest import Stage

PNG = b"\x89PNG"
TODAY = date(2026, 5, 3)


def statistics(days: int, by_day: dict[date, int]) -> Statistics:
    total = sum(by_day.values())
    asked = tuple(AskedAlike(f"question {number} " * 40, 9 - number, datetime.now(UTC)) for number in range(8))
    return Statistics(TODAY, days, by_day, {}, {"quote": total}, {"answered": total}, asked, 3, Latency(1, 2, 3))


async def test_numbers_and_picture_are_of_this_server(stage: Stage) -> None:
    moderator = stage.moderate()
    for text in ("implausible deniability", "Taylor Swift"):
        await stage.here.slash("quote", about=text)
    await stage.here.slash("mentions", of="Prigozhin")
    await stage.there.slash("quote", about="from elsewhere")
    result = await moderator.slash("admin stats", days=7)
    said = stage.text(result.response)
    assert result.ephemeral
    assert "3 questions" in said
    assert "answered 2" in said
    assert "nothing found 1" in said
    assert "`/quote` 2" in said
    assert "Taylor Swift" in said
    assert "from elsewhere" not in said
    assert result.response is not None
    (picture,) = result.response.attachments
    assert (await picture.read()).startswith(PNG)
    assert picture.description is not None
    assert "3 in all, 2 of them answered" in picture.description
    assert [item for item in stage.components(result.response) if item["type"] == 12]


async def test_server_without_questions_has_no_picture(stage: Stage) -> None:
    result = await stage.moderate().slash("admin stats")
    assert "Nothing was asked" in stage.text(result.response)
    assert result.response is not None
    assert result.response.attachments == []


@pytest.mark.parametrize("days", [1, 2, 30, 365])
def test_picture_is_drawn_for_any_number_of_days(days: int) -> None:
    numbers = statistics(days, {TODAY: 5})
    assert statistics_picture(numbers, Words()).startswith(PNG)
    assert "most on May 3, 2026, 5" in picture_text(numbers, Words())


def test_card_fits_into_a_message() -> None:
    numbers = statistics(365, {TODAY: 10**9})
    assert statistics_card(numbers, "x" * 5_000, Words()).content_length() < 4_000
