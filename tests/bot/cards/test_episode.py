from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from store.question import EpisodeAnswer, ShowEpisode

if TYPE_CHECKING:
    from bot.words import Words
    from store.question import EpisodeFacts
    from tests.bot.cards.conftest import Desk


def answer(facts: EpisodeFacts) -> EpisodeAnswer:
    return EpisodeAnswer(ShowEpisode(), facts)


def test_episode_shows_what_is_known_and_every_chapter(desk: Desk, words: Words) -> None:
    facts = desk.episode.facts
    sent = desk.sent(cards.show(answer(facts), words))
    for part in (
        "## What’s Really Going On in Russia?",
        "June 30, 2023 · recorded June 28, 2023 · 1:08:37",
        "With **Ezra Klein** and **Stephen",
    ):
        assert part in sent.text
    assert all(chapter.title in sent.text for chapter in facts.chapters)
    assert "Watch the recording" in sent.buttons


def test_review_is_told_honestly(desk: Desk, words: Words) -> None:
    reviewed, unreviewed = (replace(desk.episode.facts, reviewed=reviewed) for reviewed in (True, False))
    assert "reviewed by a person" in desk.sent(cards.show(answer(reviewed), words)).text
    assert "not reviewed by a person" not in desk.sent(cards.show(answer(reviewed), words)).text
    assert "not reviewed by a person" in desk.sent(cards.show(answer(unreviewed), words)).text
    assert "not reviewed by a person" in desk.sent(cards.show(replace(desk.books(), episode=unreviewed), words)).text


def test_nothing_is_guessed_where_nothing_is_known(desk: Desk, words: Words) -> None:
    bare = replace(
        desk.episode.facts, title="", show="", published=None, duration=None, url=None, speakers=(), chapters=()
    )
    sent = desk.sent(cards.show(answer(bare), words))
    assert r"000\_07237bb4a34dc730" in sent.text
    assert "Who speaks is not known" in sent.text
    assert "Watch the recording" not in sent.buttons
    assert "chapter" not in sent.text.split("Next:")[0].replace("names and chapters", "")


def test_plain_text_holds_the_same(desk: Desk, words: Words) -> None:
    text = cards.plain(answer(desk.episode.facts), words)
    assert all(chapter.title in text for chapter in desk.episode.facts.chapters)
    assert f"<{desk.episode.facts.url}>" in text
