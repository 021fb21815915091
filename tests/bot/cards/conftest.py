"""Answers as the store gives them for the real episode, and a card as Discord would get it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord
import pytest

from bot.words import Words
from store import Episode, open_episode
from store.answering.responding import respond
from store.library import Library
from store.question import Answer, BooksAnswer, FindQuote, ListBooks, QuoteAnswer, Request, Summarise, SummaryAnswer

SEED = "seeds/000_07237bb4a34dc730.txt"
TEXT_DISPLAY = 10
BUTTON = 2
SELECT = 3


@dataclass(frozen=True)
class Sent:
    """A card as discord.py sends it."""

    components: list[dict[str, Any]]

    @property
    def texts(self) -> list[str]:
        return [item["content"] for item in self.all if item["type"] == TEXT_DISPLAY]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def all(self) -> list[dict[str, Any]]:
        return list(_walk(self.components))

    @property
    def buttons(self) -> list[str]:
        return [item["label"] for item in self.all if item["type"] == BUTTON]

    @property
    def options(self) -> list[dict[str, Any]]:
        return [option for item in self.all if item["type"] == SELECT for option in item["options"]]


class Desk:
    """The store's answers for the real episode."""

    def __init__(self, episode: Episode) -> None:
        self.episode = episode
        self._searcher = Library([episode], None).searcher(episode)

    def ask(self, request: Request) -> Answer:
        return respond(self._searcher, request)

    def quote(self, about: str) -> QuoteAnswer:
        answer = self.ask(FindQuote(about))
        assert isinstance(answer, QuoteAnswer)
        return answer

    def summary(self, request: Summarise) -> SummaryAnswer:
        answer = self.ask(request)
        assert isinstance(answer, SummaryAnswer)
        return answer

    def books(self) -> BooksAnswer:
        answer = self.ask(ListBooks())
        assert isinstance(answer, BooksAnswer)
        return answer

    @staticmethod
    def sent(card: discord.ui.LayoutView) -> Sent:
        components: list[dict[str, Any]] = card.to_components()  # type: ignore[no-untyped-call]
        return Sent(components)


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk(open_episode(SEED))


@pytest.fixture
def words() -> Words:
    return Words()


def _walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in components:
        yield item
        yield from _walk(item.get("components", []))
        if "accessory" in item:
            yield from _walk([item["accessory"]])
